package main

import (
	"context"
	"fmt"
	"io"

	"verbatim/cmd/verbatim/screen"
)

type recheckCommand struct {
	Server string `placeholder:"ID" help:"The Discord server whose own facts are checked too."`
}

// Help shows an example under the command's usage.
func (recheckCommand) Help() string {
	return `Every quote is looked up again in the text of its source, where the text is held. The exit
code is 1 when one does not stand there any more. (check --texts does so for files.)

Example: verbatim recheck`
}

// Run lists the quotes that do not stand in their texts.
func (c recheckCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	r := l.Recheck(c.Server)
	if _, err := io.WriteString(p.out, p.screen.Recheck(r)); err != nil {
		return fmt.Errorf("print what was found: %w", err)
	}
	if n := len(r.Broken); n > 0 {
		return fmt.Errorf("%s in the text of the source; correct the quote, or load the text that it is from",
			screen.Count(n, "quote does not stand", "quotes do not stand"))
	}
	return nil
}
