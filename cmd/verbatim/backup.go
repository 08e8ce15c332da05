package main

import (
	"context"
	"fmt"

	"verbatim/cmd/verbatim/screen"
)

type backupCommand struct {
	File string `arg:"" help:"The file to write; it must not be there yet."`
}

// Help shows an example under the command's usage.
func (backupCommand) Help() string {
	return `The copy is consistent, also while the bot runs. A file that is there is never overwritten.

Example: verbatim backup verbatim-2025-11-17.db`
}

// Run writes the copy.
func (c backupCommand) Run(ctx context.Context, p *program) error {
	s, err := p.store(ctx)
	if err != nil {
		return err
	}
	if s.Created {
		if _, err := p.libraryIn(ctx, s, p.Shipped != "off"); err != nil {
			return err
		}
	}
	if err := s.Backup(ctx, c.File); err != nil {
		return fmt.Errorf("back the database up to %s: %w", c.File, err)
	}
	if _, err := fmt.Fprintf(p.out, "Saved a copy as %s.\n", screen.Harmless(c.File)); err != nil {
		return fmt.Errorf("print what was done: %w", err)
	}
	return nil
}
