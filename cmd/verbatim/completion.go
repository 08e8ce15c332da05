package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"verbatim/cmd/verbatim/completion"
	"verbatim/cmd/verbatim/screen"
	"verbatim/data"
	"verbatim/kb/library"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"The shell: bash, zsh or fish."`
}

// Help shows how a shell is told, and an example.
func (completionCommand) Help() string {
	return `Commands, options, styles, and the ids of statements and facts are completed. For every new
shell, put one of these into the file that it reads at its start:

    source <(verbatim completion bash)     in ~/.bashrc
    source <(verbatim completion zsh)      in ~/.zshrc, after compinit
    verbatim completion fish | source      in ~/.config/fish/config.fish

Example: verbatim completion bash`
}

// Run prints the script for the shell.
func (c completionCommand) Run(p *program) error {
	if _, err := io.WriteString(p.out, completion.Scripts[c.Shell]); err != nil {
		return fmt.Errorf("print the script: %w", err)
	}
	return nil
}

// completeCommand is what the scripts ask.
type completeCommand struct {
	Words []string `arg:"" optional:"" passthrough:"" help:"What is typed, without the program; the last word is not finished."`
}

// Help shows an example under the command's usage.
func (completeCommand) Help() string { return "Example: verbatim complete -- cite --style ch" }

// Run prints what may stand in the place of the last word.
func (c completeCommand) Run(ctx context.Context, p *program, k *kong.Context) error {
	line := completion.Line{Grammar: k.Model.Node, Words: c.Words}
	line.IDs = func(kind, typed string, options map[string]string) []string { return p.ids(ctx, kind, typed, options) }
	if len(line.Words) > 0 && line.Words[0] == "--" {
		line.Words = line.Words[1:]
	}
	var b strings.Builder
	for _, candidate := range line.Candidates() {
		fmt.Fprintf(&b, "%s\t%s\n", screen.Harmless(candidate.Text), candidate.Is)
	}
	if _, err := io.WriteString(p.out, b.String()); err != nil {
		return fmt.Errorf("print the candidates: %w", err)
	}
	return nil
}

// The kinds of ids that fields name for completion.
const (
	statementIDs = "statement"
	factIDs      = "fact"
)

// idsWithin is how long somebody who types waits for ids.
const idsWithin = 2 * time.Second

// ids are those of a database that is there. What cannot be read has none, for whoever
// is typing asked for no sentence.
func (p *program) ids(ctx context.Context, kind, typed string, options map[string]string) (all []string) {
	p.DB, p.log = cmp.Or(options["db"], p.DB, usualDatabase), slog.New(slog.DiscardHandler)
	if _, err := os.Stat(p.DB); err != nil && !strings.Contains(p.DB, "://") {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, idsWithin)
	defer cancel()
	s, err := p.store(ctx)
	if err != nil {
		return nil
	}
	l, err := library.Open(ctx, s, library.Options{Log: p.log, Known: data.Vectors, Learned: data.Learned})
	if err != nil {
		return nil
	}
	for _, head := range l.Heads(options["server"]) {
		if kind == statementIDs {
			all = append(all, head.ID)
			continue
		}
		if !strings.HasPrefix(head.ID+"/", typed) && !strings.HasPrefix(typed, head.ID+"/") {
			continue
		}
		if statement, ok := l.Statement(head.ID, options["server"]); ok {
			for _, f := range statement.Facts {
				all = append(all, statement.ID+"/"+f.ID)
			}
		}
	}
	return all
}
