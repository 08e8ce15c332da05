package main

import (
	"context"
	"fmt"

	"verbatim/cmd/verbatim/serve"
)

type healthcheckCommand struct{}

// Help shows an example under the command's usage.
func (healthcheckCommand) Help() string {
	return `For containers: the exit code is 0 when the bot answers questions, and 1 otherwise. It is asked
where VERBATIM_HTTP says, at 127.0.0.1:9464 unless told.

Example: verbatim healthcheck`
}

// Run asks the bot that runs here.
func (healthcheckCommand) Run(ctx context.Context, p *program) error {
	if err := serve.Ask(ctx); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(p.out, "ok"); err != nil {
		return fmt.Errorf("print what it said: %w", err)
	}
	return nil
}
