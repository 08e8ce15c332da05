package main

import (
	"context"
	"fmt"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

type copyCommand struct {
	From string `arg:"" help:"The database to copy: a file, or a postgres:// URL."`
	To   string `arg:"" help:"Where to: a file that is not there yet, or the postgres:// URL of a database that has nothing in it yet."`
}

// Help shows an example under the command's usage.
func (copyCommand) Help() string {
	return `Everything is copied, also what was removed and who changed what, and compared row by row before the copy counts. What is changed meanwhile is not in it: stop the bot before you move for good. A server is named by its URL, such as
postgres://verbatim@db.example.org/verbatim.

Example: verbatim copy verbatim.db moved.db`
}

// Run copies one database.
func (c copyCommand) Run(ctx context.Context, p *program) error {
	told, err := database.Copy(ctx, c.From, c.To, store.Options{})
	if err != nil {
		return fmt.Errorf("copy %s to %s: %w", database.Named(c.From), database.Named(c.To), err)
	}
	_, err = fmt.Fprintf(p.out, "Copied %s to %s: %s and %s, compared row by row.\n", screen.Harmless(database.Named(c.From)), screen.Harmless(database.Named(c.To)),
		screen.Count(int(told.Records), "record", "records"), screen.Count(int(told.Revisions), "revision", "revisions"))
	if err != nil {
		return fmt.Errorf("print what was done: %w", err)
	}
	return nil
}
