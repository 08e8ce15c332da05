package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"verbatim/kb"
)

type askCommand struct {
	JSON     bool     `help:"Print one JSON object a line."`
	Explain  bool     `help:"Say how the question was read, what was weighed, and why it was answered or not."`
	Question []string `arg:"" optional:"" help:"The question."`
}

// Help shows an example under the command's usage.
func (askCommand) Help() string {
	return `Without a question, one is read from each line of standard input. A follow-up names
the question before it:

    {"question": "who said so?", "previous": "Is Taiwan part of China?"}

The exit code is 0 when one question is answered, 3 when it is not known.

Example: verbatim ask "What did Syria say about Taiwan?"`
}

// Run answers the question, or one a line from standard input.
func (c askCommand) Run(ctx context.Context, p *program) error {
	l, err := p.taught(ctx)
	if err != nil {
		return err
	}
	if len(c.Question) == 0 {
		return c.lines(ctx, p, l)
	}
	q := kb.Question{Text: strings.Join(c.Question, " ")}
	a, took := asked(ctx, l, q)
	if !a.Answered {
		p.code = exitNotKnown
	}
	if err := c.print(p, a, took); err != nil || !c.Explain {
		return err
	}
	return c.explain(ctx, p, l, q)
}

func (c askCommand) lines(ctx context.Context, p *program, l *kb.Library) error {
	for in := range linesOf(ctx, p.in) {
		if in.err != nil {
			return fmt.Errorf("the questions could not be read to the end: %w", in.err)
		}
		if !c.JSON && !p.prompts {
			if _, err := io.WriteString(p.out, p.screen.question(in.text)); err != nil {
				return fmt.Errorf("print the question: %w", err)
			}
		}
		a, took := answerLine(ctx, l, in)
		if err := c.print(p, a, took); err != nil {
			return err
		}
		if c.Explain && !in.tooLong {
			if err := c.explain(ctx, p, l, questionOf(in.text)); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// shownOfLongLine is how many bytes of a line that is too long are given back
// with its answer.
const shownOfLongLine = 100

// answerLine answers the question in a line. In one that is too long there is
// none: nobody asks so much.
func answerLine(ctx context.Context, l asker, in line) (kb.Answer, time.Duration) {
	if in.tooLong {
		return kb.Answer{
			Question: strings.ToValidUTF8(in.text[:shownOfLongLine], "") + "…", Reason: kb.ReasonEmpty,
			Note: "The line is longer than 1 MB and was not read; ask in one sentence.",
		}, 0
	}
	return asked(ctx, l, questionOf(in.text))
}

// asked answers a question and says how long that took.
func asked(ctx context.Context, l asker, q kb.Question) (kb.Answer, time.Duration) {
	start := time.Now()
	a := l.Ask(ctx, q)
	return a, time.Since(start)
}

// questionOf reads a line: a question, or a JSON object with the question
// before it.
func questionOf(text string) kb.Question {
	var q struct{ Question, Previous string }
	if strings.HasPrefix(strings.TrimSpace(text), "{") && json.Unmarshal([]byte(text), &q) == nil {
		return kb.Question{Text: q.Question, Previous: q.Previous}
	}
	return kb.Question{Text: text}
}

// print writes an answer at once.
func (c askCommand) print(p *program, a kb.Answer, took time.Duration) error {
	var err error
	if c.JSON {
		err = json.NewEncoder(p.out).Encode(answerJSON(a, took))
	} else {
		_, err = io.WriteString(p.out, p.screen.answer(a))
	}
	if err != nil {
		return fmt.Errorf("print the answer: %w", err)
	}
	return nil
}
