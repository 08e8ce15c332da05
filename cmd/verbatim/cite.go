package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/cite"
	"verbatim/kb/library"
	"verbatim/kb/verify"
)

type citeCommand struct {
	Style    string   `enum:"chicago,apa,mla,bibtex,csl-json,ris" default:"chicago" placeholder:"STYLE" help:"The style: chicago, apa, mla, bibtex, csl-json or ris."`
	Accessed string   `placeholder:"YYYY-MM-DD" help:"The day when the sources were read."`
	Server   string   `placeholder:"ID" help:"The Discord server whose own facts count too."`
	ID       []string `arg:"" name:"id" complete:"fact" help:"The facts (statement/fact) and passages (statement/source#2)."`
}

// Help shows an example under the command's usage.
func (citeCommand) Help() string {
	return `Every source of a fact is cited, each once. ask --json and quote --json tell the ids.

Example: verbatim cite --style bibtex syria-china-2025-11-17/one-china`
}

// Validate wants a day.
func (c citeCommand) Validate() error {
	if c.Accessed != "" && !kb.IsDate(c.Accessed, time.DateOnly) {
		return errors.New("--accessed must be a day, such as 2025-11-17")
	}
	return nil
}

// Run prints the citations.
func (c citeCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	text, err := c.write(l)
	if err != nil {
		return err
	}
	if c.Style == "ris" { // whose lines end so
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if _, err := io.WriteString(p.out, text); err != nil {
		return fmt.Errorf("print the citations: %w", err)
	}
	return nil
}

// write writes the citations.
func (c citeCommand) write(l *library.Library) (string, error) {
	works, err := c.works(l)
	if err != nil {
		return "", err
	}
	text, err := cite.Write(c.Style, works...)
	return screen.Harmless(text), err
}

// works are the sources of the facts and passages, in their order, each once.
func (c citeCommand) works(l *library.Library) ([]cite.Work, error) {
	var works []cite.Work
	seen := map[string]bool{}
	for _, id := range c.ID {
		a, ok := l.Fact(id, c.Server)
		if !ok {
			return nil, fmt.Errorf("there is no fact or passage %s; look at the ids with ask --json or export", id)
		}
		for _, cited := range a.Citations {
			if source := a.Statement.ID + "/" + cited.Source.ID; !seen[source] {
				seen[source] = true
				w := verify.Work(cited, a.Statement, a.Speaker)
				w.Accessed = c.Accessed
				works = append(works, w)
			}
		}
	}
	return works, nil
}
