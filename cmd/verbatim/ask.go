package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/cmd/verbatim/wire"
	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/catalog"
	"verbatim/kb/library"
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

and "language": "ar" asks for the answer in Arabic, where a person wrote it. Without --json,
that is the language of the question itself.

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
	a := c.answer(ctx, l, files.Line{Text: strings.Join(c.Question, " ")}, func(text string) kb.Question { return kb.Question{Text: text} })
	if !a.Answered {
		p.code = exitNotKnown
	}
	return c.print(p, a)
}

func (c askCommand) lines(ctx context.Context, p *program, l *library.Library) error {
	for in := range files.Lines(ctx, p.in) {
		if in.Err != nil {
			return fmt.Errorf("the questions could not be read to the end: %w", in.Err)
		}
		if !c.JSON && !p.prompts {
			if _, err := io.WriteString(p.out, p.screen.Question(in.Text)); err != nil {
				return fmt.Errorf("print the question: %w", err)
			}
		}
		if err := c.print(p, c.answer(ctx, l, in, questionOf)); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// spoken is the language that a question surely is in, if it is another than the one that
// the program speaks: then the answer is in it too, where a person wrote one.
func spoken(question string) string {
	if l, sure := catalog.Detect(question); sure && l != catalog.English {
		return string(l)
	}
	return ""
}

// around is the language of what stands around the answer to a question: the one that is
// to be answered in, else English.
func around(q kb.Question) catalog.Language {
	l, _ := catalog.Match(q.Language)
	return l
}

// answered is an answer, in which language things are said around it, how long it took,
// and how it was come to, if that was asked.
type answered struct {
	kb.Answer
	in   catalog.Language
	took time.Duration
	how  *answer.Explanation
}

// answer answers the question in a line, in one asking.
func (c askCommand) answer(ctx context.Context, l *library.Library, in files.Line, read func(string) kb.Question) (a answered) {
	if in.TooLong {
		return answered{Answer: tooLong(in)}
	}
	start := time.Now()
	q := read(in.Text)
	if q.Language == "" && !c.JSON { // programs say it themselves
		q.Language = spoken(q.Text)
	}
	if c.Explain {
		a.how = new(answer.Explanation)
		a.Answer, *a.how = l.Explain(ctx, q)
	} else {
		a.Answer = l.Ask(ctx, q)
	}
	a.took = time.Since(start)
	a.in = around(q)
	return a
}

// shownOfLongLine is how many bytes of a line that is too long are given back
// with its answer.
const shownOfLongLine = 100

// tooLong is the answer to a line that is too long for a question: nobody asks so
// much.
func tooLong(in files.Line) kb.Answer {
	return kb.Answer{
		Question: strings.ToValidUTF8(in.Text[:shownOfLongLine], "") + "…", Reason: kb.ReasonEmpty,
		Note: "The line is longer than 1 MB and was not read; ask in one sentence.",
	}
}

// questionOf reads a line: a question, or a JSON object with the question before it
// and the language to answer in.
func questionOf(text string) kb.Question {
	var q struct{ Question, Previous, Language string }
	if strings.HasPrefix(strings.TrimSpace(text), "{") && json.Unmarshal([]byte(text), &q) == nil {
		return kb.Question{Text: q.Question, Previous: q.Previous, Language: q.Language}
	}
	return kb.Question{Text: text}
}

// print writes an answer at once, and how it was come to after it: as a JSON object
// of its own, on the next line, or as tables.
func (c askCommand) print(p *program, a answered) error {
	var err error
	if c.JSON {
		out := json.NewEncoder(p.out)
		if err = out.Encode(wire.AnswerOf(a.Answer, a.took)); err == nil && a.how != nil {
			err = out.Encode(map[string]answer.Explanation{"explanation": *a.how})
		}
	} else {
		text := p.screen.Answer(a.in, a.Answer)
		if a.how != nil {
			text += screen.Explained(a.Answer, *a.how)
		}
		_, err = io.WriteString(p.out, text)
	}
	if err != nil {
		return fmt.Errorf("print the answer: %w", err)
	}
	return nil
}
