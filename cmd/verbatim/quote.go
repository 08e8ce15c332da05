package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/wire"
	"verbatim/kb"
	"verbatim/kb/library"
	"verbatim/kb/quote"
)

type quoteCommand struct {
	JSON      bool     `help:"Print one JSON object a line."`
	Statement string   `placeholder:"ID" complete:"statement" help:"The statement to keep to; without it, all are searched."`
	Server    string   `placeholder:"ID" help:"The Discord server whose own texts count too."`
	Text      []string `arg:"" optional:"" help:"The quotation."`
}

// Help shows an example under the command's usage.
func (quoteCommand) Help() string {
	return `Without a text, one is read from each line of standard input.

What was dropped and added is marked: [-dropped-] {+added+}. The exit code is 0 when one
quotation is verbatim or typographic, 3 when it is anything else.

Example: verbatim quote "an integral part of China"`
}

// Run checks the quotation, or one a line from standard input.
func (c quoteCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	if len(c.Text) > 0 {
		verdict, err := c.check(ctx, p, l, strings.Join(c.Text, " "))
		if !verdict.True() {
			p.code = exitNotSo
		}
		return err
	}
	for in := range files.Lines(ctx, p.in) {
		if in.Err != nil {
			return fmt.Errorf("the quotations could not be read to the end: %w", in.Err)
		}
		if _, err := c.check(ctx, p, l, in.Text); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// check prints what a quotation is, at once.
func (c quoteCommand) check(ctx context.Context, p *program, l *library.Library, text string) (quote.Verdict, error) {
	r, err := l.Quote(ctx, kb.Question{Text: text, Statement: c.Statement, Server: c.Server})
	if err != nil && !errors.Is(err, quote.ErrNoWords) && !errors.Is(err, quote.ErrTooLong) {
		return "", fmt.Errorf("check the quotation: %w", err)
	}
	verdict := r.Verdict
	if c.JSON {
		err = json.NewEncoder(p.out).Encode(wire.QuotedOf(text, r, err))
	} else {
		_, err = io.WriteString(p.out, p.screen.Quoted(r, err))
	}
	if err != nil {
		return "", fmt.Errorf("print the verdict: %w", err)
	}
	return verdict, nil
}
