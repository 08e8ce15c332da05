package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"verbatim/kb"
	"verbatim/kb/quote"
)

type historyCommand struct {
	ID     string `arg:"" help:"The fact: statement/fact."`
	Server string `placeholder:"ID" help:"The Discord server whose own changes are shown too; without it, what counts everywhere."`
}

// Help shows an example under the command's usage.
func (historyCommand) Help() string {
	return `Who changed a fact, when, and what of it, the newest first. [-Left out-], {+added+}.

Example: verbatim history syria-china-2025-11-17/one-china`
}

// Run prints all revisions of a fact.
func (c historyCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	all, err := l.FactHistory(ctx, c.Server, c.ID)
	if errors.Is(err, kb.ErrNotHeld) {
		return fmt.Errorf("there never was a fact %s; look at the ids with export", c.ID)
	}
	if err != nil {
		return err
	}
	out := &page{screen: p.screen}
	for _, r := range slices.Backward(all) {
		out.revision(r, c.Server != "")
	}
	if _, err := io.WriteString(p.out, out.String()); err != nil {
		return fmt.Errorf("print the history: %w", err)
	}
	return nil
}

// revision lays out one change.
func (p *page) revision(r kb.FactRevision, several bool) {
	where := ""
	if several && r.Shared {
		where = ", everywhere"
	}
	p.put("", bold, fmt.Sprintf("%d  %s  %s by %s%s", r.Rev, r.At.UTC().Format("2006-01-02 15:04 UTC"), r.Action, r.Author, where))
	if r.Fact != nil {
		for _, c := range r.Changes {
			p.put("   "+c.Field+": ", plain, quote.Marked(c.Diff))
		}
	}
	p.gap()
}
