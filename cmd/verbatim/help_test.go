package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"verbatim/bot/discordtest"
	"verbatim/kb/document/word/wordtest"
)

var exampleIn = regexp.MustCompile(`(?m)^\s*Example: (verbatim .+)$`)

// examples are those of all commands, by their names.
func examples(t *testing.T) map[string]string {
	t.Helper()
	parser, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, leaf := range parser.Model.Leaves(false) {
		code, out, errs := runOn(t, "", "", leaf.Name, "--help")
		found := exampleIn.FindStringSubmatch(out)
		if code != exitDone || errs != "" || found == nil || !strings.HasPrefix(found[1], "verbatim "+leaf.Name) {
			t.Errorf("%s --help: exit code %d, no example of %s in:\n%s%s", leaf.Name, code, leaf.Name, out, errs)
			continue
		}
		all[leaf.Name] = found[1]
	}
	return all
}

// exampleFiles are what the examples name.
func exampleFiles(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, folder := range []string{"data", "texts"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	const statement = `
statement: {id: lighthouse, title: The Lighthouse Act, date: 2026-01-02, parties: [The Harbour Office]}
sources: [{id: act, title: The Lighthouse Act, publisher: Harbour News, published: 2026-01-02, url: "https://example.org/act", language: en, kind: statement}]
facts: [{id: keeper, question: Who keeps the lighthouse?, answer: Ada does., party: The Harbour Office, citations: [{source: act, quote: Ada keeps the lighthouse}]}]
`
	for name, content := range map[string][]byte{
		"verbatim.db": shippedDatabase(t), "my-statement.yaml": []byte(statement), "data/lighthouse.yaml": []byte(statement),
		"texts/act.txt":   []byte("Ada keeps the lighthouse until spring."),
		"questions.jsonl": []byte(`{"question": "Who won the cup?", "expect": []}` + "\n"),
		"piece.docx":      wordtest.File(t, wordtest.Paragraph("Syria called it “an integral part of China” in Beijing."), nil),
	} {
		write(t, filepath.Join(dir, name), content)
	}
	return dir
}

func TestEveryCommandHasHelpWithAnExampleThatRuns(t *testing.T) {
	all := examples(t)
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	dir, d := exampleFiles(t), discordtest.Start(t)
	mcp := freeAddress(t)
	all["mcp"] = strings.Replace(all["mcp"], "127.0.0.1:8081", mcp, 1)
	env := append(os.Environ(), "VERBATIM_DB=", "DISCORD_TOKEN="+d.Token(), "DISCORD_TOKEN_FILE=", "DISCORD_API_URL="+d.URL(), "VERBATIM_HTTP="+freeAddress(t))
	example := func(name string) (*exec.Cmd, *lockedBuffer) {
		said := new(lockedBuffer)
		c := exec.Command("sh", "-c", "exec "+all[name]) // as one types it
		c.Dir, c.Env, c.Stdout, c.Stderr = dir, env, said, said
		return c, said
	}
	stay := func(name string, is func(said string) bool) {
		t.Helper()
		c, said := example(name)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = c.Process.Signal(os.Interrupt)
			if err := c.Wait(); err != nil {
				t.Errorf("%s: %v\n%s", all[name], err, said)
			}
		})
		for end := time.Now().Add(20 * time.Second); !is(said.String()); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s: it does not serve:\n%s", all[name], said)
			}
		}
	}
	stay("serve", func(string) bool { return d.Connected() })
	stay("mcp", func(said string) bool { return strings.Contains(said, mcp) })
	d.WaitCommands()
	for name, line := range all {
		if slices.Contains([]string{"serve", "mcp"}, name) {
			continue
		}
		c, said := example(name)
		if err := c.Run(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, said)
		}
	}
}
