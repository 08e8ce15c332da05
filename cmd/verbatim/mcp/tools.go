package mcp

import (
	"context"
	"errors"
	"fmt"
	"time"

	"verbatim/cmd/verbatim/wire"
	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// tools are what an assistant can call. An error of one is a sentence for it.
type tools struct{ Config }

type askInput struct {
	Question  string `json:"question" jsonschema:"the question, in any language"`
	Previous  string `json:"previous,omitempty" jsonschema:"the question before it, where this one follows from it"`
	Statement string `json:"statement,omitempty" jsonschema:"the id of the statement to keep to; without it, all are asked"`
}

func (t tools) ask(ctx context.Context, in askInput) (wire.Answer, error) {
	start := time.Now()
	a := t.Knowledge.Ask(ctx, kb.Question{Text: in.Question, Previous: in.Previous, Statement: in.Statement})
	return wire.AnswerOf(a, time.Since(start)), ctx.Err()
}

type quoteInput struct {
	Text      string `json:"text" jsonschema:"the quotation, without the quotation marks around it"`
	Statement string `json:"statement,omitempty" jsonschema:"the id of the statement to keep to; without it, all are searched"`
}

func (t tools) quote(ctx context.Context, in quoteInput) (wire.Quoted, error) {
	r, err := t.Knowledge.Quote(ctx, kb.Question{Text: in.Text, Statement: in.Statement})
	if err != nil && !errors.Is(err, quote.ErrNoWords) && !errors.Is(err, quote.ErrTooLong) {
		return wire.Quoted{}, fmt.Errorf("the quotation could not be checked: %w", err)
	}
	return wire.QuotedOf(in.Text, r, err), nil
}

type articleInput struct {
	Text      string `json:"text" jsonschema:"the article: plain text, Markdown or HTML"`
	Format    string `json:"format,omitempty" jsonschema:"txt, md or html; without it, what the text looks like"`
	Statement string `json:"statement,omitempty" jsonschema:"the id of the statement to keep to; without it, all are searched"`
}

func (t tools) article(ctx context.Context, in articleInput) (wire.Article, error) {
	ending := "." + in.Format
	switch in.Format {
	case "txt", "md", "html":
	case "":
		ending = document.Ending([]byte(in.Text))
	default:
		return wire.Article{}, fmt.Errorf("the format may be txt, md or html, not %q", in.Format)
	}
	name := "article" + ending
	d, err := document.Read(ctx, name, []byte(in.Text))
	if err != nil {
		return wire.Article{}, err
	}
	claims, err := verify.Claims(ctx, d.Text, func(quotation string) (verify.Quoted, error) {
		return t.Knowledge.Quote(ctx, kb.Question{Text: quotation, Statement: in.Statement})
	})
	if err != nil {
		return wire.Article{}, fmt.Errorf("the quotations could not be checked: %w", err)
	}
	return wire.ArticleOf(name, claims), nil
}

type statementsInput struct {
	Statement string `json:"statement,omitempty" jsonschema:"the id of the one to show with its facts; without it, all are listed"`
}

func (t tools) statements(_ context.Context, in statementsInput) (wire.Statements, error) {
	all := wire.Statements{Statements: []wire.Statement{}}
	for _, s := range t.Knowledge.Statements("") {
		if in.Statement == "" || in.Statement == s.ID {
			all.Statements = append(all.Statements, wire.StatementOf(s, in.Statement != ""))
		}
	}
	if in.Statement != "" && len(all.Statements) == 0 {
		return all, fmt.Errorf("there is no statement %s; without an id, all are listed", in.Statement)
	}
	return all, nil
}

type citeInput struct {
	IDs   []string `json:"ids" jsonschema:"the facts (statement/fact) and passages (statement/source#2)"`
	Style string   `json:"style,omitempty" jsonschema:"chicago, apa, mla, bibtex, csl-json or ris; chicago without it"`
}

type cited struct {
	Style string `json:"style"`
	Text  string `json:"text"`
}

func (t tools) cite(_ context.Context, in citeInput) (cited, error) {
	if in.Style == "" {
		in.Style = "chicago"
	}
	text, err := t.Cite(in.Style, in.IDs)
	return cited{in.Style, text}, err
}
