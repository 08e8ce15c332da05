package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// inShell are the ways to have a real shell complete a line, its words given one by one;
// the last is being typed.
var inShell = map[string]string{
	"bash": `source <(verbatim completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _verbatim; printf '%s\n' "${COMPREPLY[@]}"`,
	"zsh": `compdef() { }; _files() { echo files }; _describe() { printf '%s\n' "${candidates[@]}" }
source <(verbatim completion zsh); words=("$@"); CURRENT=$#; _verbatim`,
	"fish": `verbatim completion fish | source; complete -C "$argv"`,
}

func TestShellsComplete(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "verbatim.db"), shippedDatabase(t))
	for shell, script := range inShell {
		path, err := exec.LookPath(shell)
		if err != nil {
			t.Logf("SKIPPED: there is no %s here, so what it completes is not tested", shell)
			continue
		}
		for _, c := range []struct{ typed, want, not string }{
			{"verbatim cit", "cite", "ask"},
			{"verbatim --db verbatim.db cit", "cite", "ask"},
			{"verbatim cite --sty", "--style", "--json"},
			{"verbatim cite --style ch", "chicago", "apa"},
			{"verbatim quote --statement syria", "syria-china-2025-11-17", "/"},
			{"verbatim cite syria-china-2025-11-17/one", "syria-china-2025-11-17/one-china", "refugees"},
			{"verbatim completion z", "zsh", "bash"},
		} {
			words := strings.Fields(c.typed)
			args := append([]string{"-c", script, shell}, words...)
			if shell == "fish" {
				args = []string{"-c", script, c.typed}
			}
			cmd := exec.Command(path, args...)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "HOME="+dir, "VERBATIM_DB=")
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), c.want) || strings.Contains(string(out), c.not) {
				t.Errorf("%s, %q: want %q and no %q: %v\n%s", shell, c.typed, c.want, c.not, err, out)
			}
		}
	}
}

func TestCompletionMakesNoDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	if code, out, errs := runOn(t, path, "", "complete", "--", "cite", "sy"); code != exitDone || out+errs != "" {
		t.Errorf("exit code %d, %q %q", code, out, errs)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it made the database")
	}
}

func TestWhatMayStand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	for _, c := range []struct {
		words []string
		want  string // the first candidate, as far as its tab
	}{
		{nil, "serve"},
		{[]string{"--log-format", ""}, "text"},
		{[]string{"--log-format", "=", ""}, "text"},
		{[]string{"cite", "--style", "="}, "chicago"},
		{[]string{"cite", "--style=b"}, "--style=bibtex"},
		{[]string{"load", "--undo", "syria-"}, "syria-china-2025-11-17"},
		{[]string{"cite", "a/b", "syria-china-2025-11-17/one-c"}, "syria-china-2025-11-17/one-china"},
		{[]string{"check", ""}, ""},
		{[]string{"ask", "--json", "what"}, ""},
		{[]string{"nothing", "of", "that"}, ""},
		{[]string{"\x1b[2J", "--", ""}, "serve"},
	} {
		code, out, errs := runOn(t, path, "", append([]string{"complete", "--"}, c.words...)...)
		if first, _, _ := strings.Cut(out, "\t"); code != exitDone || first != c.want {
			t.Errorf("%q: exit code %d, %q, want %q: %s", c.words, code, first, c.want, errs)
		}
	}
}
