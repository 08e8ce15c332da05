package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"verbatim/cmd/verbatim/files"
)

type exportCommand struct {
	Output string `short:"o" placeholder:"FILE" help:"The file to write; without it, standard output."`
	Server string `placeholder:"ID" help:"The Discord server whose own knowledge is written; without it, what counts everywhere."`
}

// Help shows an example under the command's usage.
func (exportCommand) Help() string {
	return `What is written can be loaded again, here or elsewhere.

Example: verbatim export -o knowledge.yaml`
}

// Run writes the knowledge as a knowledge file, all of it or nothing.
func (c exportCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := l.Export(&file, c.Server); err != nil {
		return fmt.Errorf("export the knowledge: %w", err)
	}
	if c.Output != "" {
		return files.Replace(c.Output, file.Bytes())
	}
	if _, err := io.Copy(p.out, &file); err != nil {
		return fmt.Errorf("print the knowledge: %w", err)
	}
	return nil
}
