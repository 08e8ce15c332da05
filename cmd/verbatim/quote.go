package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/kb"
	"verbatim/kb/library"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

type quoteCommand struct {
	JSON      bool     `help:"Print one JSON object a line."`
	Statement string   `placeholder:"ID" help:"The statement to keep to; without it, all are searched."`
	Server    string   `placeholder:"ID" help:"The Discord server whose own texts count too."`
	Text      []string `arg:"" optional:"" help:"The quotation."`
}

// Help shows an example under the command's usage.
func (quoteCommand) Help() string {
	return `Without a text, one is read from each line of standard input.

What was dropped and added is marked: [-dropped-] {+added+}.

Example: verbatim quote "an integral part of China"`
}

// Run checks the quotation, or one a line from standard input.
func (c quoteCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	if len(c.Text) > 0 {
		return c.check(ctx, p, l, strings.Join(c.Text, " "))
	}
	for in := range linesOf(ctx, p.in) {
		if in.err != nil {
			return fmt.Errorf("the quotations could not be read to the end: %w", in.err)
		}
		if err := c.check(ctx, p, l, in.text); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// check prints what a quotation is, at once.
func (c quoteCommand) check(ctx context.Context, p *program, l *library.Library, text string) error {
	r, err := l.Quote(ctx, kb.Question{Text: text, Statement: c.Statement, Server: c.Server})
	if err != nil && !errors.Is(err, quote.ErrNoWords) && !errors.Is(err, quote.ErrTooLong) {
		return fmt.Errorf("check the quotation: %w", err)
	}
	if c.JSON {
		err = json.NewEncoder(p.out).Encode(quoteJSON(text, r, err))
	} else {
		_, err = io.WriteString(p.out, p.screen.Quoted(r, err))
	}
	if err != nil {
		return fmt.Errorf("print the verdict: %w", err)
	}
	return nil
}

// jsonQuoted is the line that quote --json prints; its fields up to diff are
// fixed.
type jsonQuoted struct {
	Text       string         `json:"text"`
	Verdict    string         `json:"verdict"`
	Similarity float64        `json:"similarity"`
	Source     string         `json:"source"`
	Statement  string         `json:"statement"`
	Found      string         `json:"found"`
	Speaker    string         `json:"speaker"`
	Context    string         `json:"context"`
	Diff       []quote.Op     `json:"diff"`
	Why        string         `json:"why"`
	Differ     []string       `json:"differ,omitempty"`
	Paragraph  int            `json:"paragraph,omitempty"`
	Start      int            `json:"start"`
	Whole      bool           `json:"whole_text"`
	Verified   bool           `json:"verified"`
	Party      string         `json:"party"`
	Fact       string         `json:"fact"`
	Publisher  string         `json:"publisher"`
	URL        string         `json:"url"`
	Searched   []jsonSearched `json:"searched,omitempty"`
	Error      string         `json:"error,omitempty"`
}

type jsonSearched struct {
	Statement string `json:"statement"`
	Source    string `json:"source"`
	Whole     bool   `json:"whole_text"`
	Quotes    int    `json:"quotes"`
}

// quoteJSON writes what was found out; of what could not be checked, nothing
// was found.
func quoteJSON(text string, r verify.Quoted, err error) jsonQuoted {
	j := jsonQuoted{
		Text: text, Verdict: string(r.Verdict), Similarity: r.Similarity, Source: r.Source, Statement: r.Statement.ID,
		Found: r.Found, Speaker: r.Speaker, Context: r.Context, Diff: r.Diff, Why: r.Why, Differ: r.Differ,
		Paragraph: r.Paragraph, Start: r.Start, Whole: r.Whole, Verified: r.Verified, Party: r.Party, Fact: r.Fact,
		Publisher: r.From.Publisher, URL: r.From.URL,
	}
	if j.Diff == nil {
		j.Diff = []quote.Op{}
	}
	for _, s := range r.Searched {
		j.Searched = append(j.Searched, jsonSearched{s.Statement, s.Source.ID, s.Whole, s.Quotes})
	}
	if err != nil {
		j.Verdict, j.Error = string(quote.NotFound), err.Error()
	}
	return j
}
