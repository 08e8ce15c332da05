package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/cmd/verbatim/wire"
	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/verify"
)

type articleCommand struct {
	JSON      bool   `help:"Print one JSON object."`
	HTML      string `name:"html" placeholder:"OUT" help:"Write the article with its quotations marked as a web page."`
	Statement string `placeholder:"ID" complete:"statement" help:"The statement to keep to; without it, all are searched."`
	Server    string `placeholder:"ID" help:"The Discord server whose own texts count too."`
	File      string `arg:"" help:"The article: a .txt, .md, .html, .docx or .pdf file; -: standard input."`
}

// Help shows an example under the command's usage.
func (articleCommand) Help() string {
	return `Every quotation of the article is checked, and whether the one whom the article names said
it. The exit code is 0 when every quotation is verbatim or typographic, 3 otherwise.

Example: verbatim article --html checked.html piece.docx`
}

// Validate refuses to write over the article.
func (c articleCommand) Validate() error {
	a, err := os.Stat(c.HTML)
	if err != nil {
		return nil
	}
	if b, err := os.Stat(c.File); err == nil && os.SameFile(a, b) {
		return errors.New("--html would write over the article; give it another name")
	}
	return nil
}

// Run checks the quotations of the article.
func (c articleCommand) Run(ctx context.Context, p *program) error {
	text, err := c.text(ctx, p)
	if err != nil {
		return err
	}
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	claims, err := verify.Claims(ctx, text, func(quotation string) (verify.Quoted, error) {
		return l.Quote(ctx, kb.Question{Text: quotation, Statement: c.Statement, Server: c.Server})
	})
	if err != nil {
		return fmt.Errorf("check the quotations: %w", err)
	}
	for _, claim := range claims {
		if !claim.True() {
			p.code = exitNotSo
		}
	}
	return c.print(p, text, claims)
}

// text reads the article.
func (c articleCommand) text(ctx context.Context, p *program) (string, error) {
	in, err := files.Open(p.in, c.File)
	if err != nil {
		return "", fmt.Errorf("read the article: %w", err)
	}
	d, err := document.Read(ctx, in.As, in.Content)
	if err != nil {
		return "", fmt.Errorf("%s: %w", c.File, err)
	}
	return d.Text, nil
}

// print writes what was found out, and the page first, if one is wanted.
func (c articleCommand) print(p *program, text string, claims []verify.Claim) error {
	if c.HTML != "" {
		if err := files.Replace(c.HTML, []byte(screen.ArticlePage(c.File, text, claims))); err != nil {
			return err
		}
	}
	var err error
	if c.JSON {
		err = json.NewEncoder(p.out).Encode(wire.ArticleOf(c.File, claims))
	} else {
		_, err = io.WriteString(p.out, p.screen.Article(claims))
	}
	if err != nil {
		return fmt.Errorf("print the verdicts: %w", err)
	}
	return nil
}
