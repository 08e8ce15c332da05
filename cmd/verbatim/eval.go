package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/eval"
)

type evalCommand struct {
	JSON   bool   `help:"Print the figures as one JSON object."`
	Misses bool   `help:"List every question that was answered wrong, declined though known, or answered though unknown."`
	File   string `arg:"" help:"The question file."`
}

// Help shows an example under the command's usage.
func (evalCommand) Help() string {
	return `The file has one JSON object a line, and no expected id where nothing may be answered:

    {"question": "Is Taiwan part of China?", "expect": ["syria-china-2025-11-17/taiwan"]}
    {"question": "Who won the cup?", "expect": []}
    {"question": "who said so?", "previous": "Is Taiwan part of China?", "expect": ["…"]}

Example: verbatim eval questions.jsonl`
}

// Run answers the questions and prints the figures.
func (c evalCommand) Run(ctx context.Context, p *program) error {
	content, err := os.ReadFile(c.File)
	if err != nil {
		return files.CannotRead(c.File, err)
	}
	questions, err := eval.Read(c.File, content)
	if err != nil {
		return err
	}
	l, err := p.taught(ctx)
	if err != nil {
		return err
	}
	for _, problem := range eval.Strangers(c.File, questions, l.Statements("")) {
		_, _ = fmt.Fprintln(p.err, screen.Harmless(problem.String()))
	}
	scores, err := eval.Run(ctx, questions, func(q kb.Question) kb.Answer { return l.Ask(ctx, q) })
	if err != nil {
		return err
	}
	return c.print(p, eval.FiguresOf(scores), eval.MissesOf(scores))
}

func (c evalCommand) print(p *program, f eval.Figures, misses []eval.Miss) error {
	var err error
	switch {
	case c.JSON && c.Misses:
		err = json.NewEncoder(p.out).Encode(struct {
			eval.Figures
			Misses []eval.Miss `json:"misses"`
		}{f, misses})
	case c.JSON:
		err = json.NewEncoder(p.out).Encode(f)
	case c.Misses:
		_, err = fmt.Fprint(p.out, screen.Misses(misses), screen.Figures(f))
	default:
		_, err = fmt.Fprint(p.out, screen.Figures(f))
	}
	if err != nil {
		return fmt.Errorf("print the figures: %w", err)
	}
	return nil
}
