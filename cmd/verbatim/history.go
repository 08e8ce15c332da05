package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"verbatim/kb"
)

type historyCommand struct {
	ID     string `arg:"" complete:"fact" help:"The fact: statement/fact."`
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
	all, err := l.History(ctx, c.Server, c.ID)
	if errors.Is(err, kb.ErrNotHeld) {
		return fmt.Errorf("there never was a fact %s; look at the ids with export", c.ID)
	}
	if err != nil {
		return err
	}
	if _, err := io.WriteString(p.out, p.screen.History(all, c.Server != "")); err != nil {
		return fmt.Errorf("print the history: %w", err)
	}
	return nil
}
