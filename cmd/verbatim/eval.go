package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"verbatim/kb"
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

// A miss is a question that was not answered as expected.
type miss struct {
	Line       int      `json:"line"`
	Question   string   `json:"question"`
	Expect     []string `json:"expect"`
	Got        string   `json:"got,omitempty"`    // the id of the answer
	Reason     string   `json:"reason,omitempty"` // why there was none
	Best       string   `json:"best,omitempty"`   // the id of the best candidate
	Confidence float64  `json:"confidence"`
}

// Run answers the questions and prints the figures.
func (c evalCommand) Run(ctx context.Context, p *program) error {
	questions, err := readExpected(c.File)
	if err != nil {
		return err
	}
	l, err := p.taught(ctx)
	if err != nil {
		return err
	}
	for _, problem := range strangers(c.File, questions, l.Statements("")) {
		_, _ = fmt.Fprintln(p.err, harmless(problem.String()))
	}
	scores, misses := make([]score, 0, len(questions)), []miss{}
	for _, q := range questions {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		a, took := asked(ctx, l, kb.Question{Text: q.Question, Previous: q.Previous})
		s := scoreOf(q, a)
		s.took = took
		scores = append(scores, s)
		if s.answered != s.known || s.answered && s.rank != 1 {
			misses = append(misses, missOf(q, a))
		}
	}
	return c.print(p, figuresOf(scores), misses)
}

// candidates are the ids that an answer offers, the best first.
func candidates(a kb.Answer) []string {
	var ids []string
	if a.Answered {
		ids = append(ids, a.ID)
	}
	for _, n := range a.Nearest {
		ids = append(ids, n.ID)
	}
	return ids
}

func scoreOf(q expected, a kb.Answer) score {
	right := func(id string) bool { return slices.Contains(*q.Expect, id) }
	return score{
		known: len(*q.Expect) > 0, answered: a.Answered, confidence: a.Confidence,
		rank: slices.IndexFunc(candidates(a), right) + 1,
	}
}

func missOf(q expected, a kb.Answer) miss {
	m := miss{
		Line: q.line, Question: q.Question, Expect: *q.Expect, Got: a.ID,
		Reason: string(a.Reason), Confidence: a.Confidence,
	}
	if ids := candidates(a); len(ids) > 0 {
		m.Best = ids[0]
	}
	return m
}

func (c evalCommand) print(p *program, f figures, misses []miss) error {
	var err error
	switch {
	case c.JSON && c.Misses:
		err = json.NewEncoder(p.out).Encode(struct {
			figures
			Misses []miss `json:"misses"`
		}{f, misses})
	case c.JSON:
		err = json.NewEncoder(p.out).Encode(f)
	case c.Misses:
		_, err = fmt.Fprint(p.out, missList(misses), f)
	default:
		_, err = fmt.Fprint(p.out, f)
	}
	if err != nil {
		return fmt.Errorf("print the figures: %w", err)
	}
	return nil
}
