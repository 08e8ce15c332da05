package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"verbatim/kb"
)

type askCommand struct {
	JSON     bool     `help:"Print one JSON object a line."`
	Question []string `arg:"" optional:"" help:"The question."`
}

// Help shows an example under the command's usage.
func (askCommand) Help() string {
	return `Example: verbatim ask "What did Syria say about Taiwan?"`
}

// Run answers the question, or one a line from standard input.
func (c askCommand) Run(p *program) error {
	base, err := shipped()
	if err != nil {
		return err
	}
	if len(c.Question) > 0 {
		a, err := c.ask(p, base, strings.Join(c.Question, " "))
		if err == nil && !a.Answered {
			p.code = exitNotKnown
		}
		return err
	}
	return c.askLines(p, base)
}

// longestLine is the longest line, in bytes, that is read as a question.
const longestLine = 1 << 20

func (c askCommand) askLines(p *program, base *kb.Base) error {
	lines := bufio.NewScanner(p.in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		if _, err := c.ask(p, base, lines.Text()); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the questions: %w", err)
	}
	return nil
}

func (c askCommand) ask(p *program, base *kb.Base, line string) (kb.Answer, error) {
	start := time.Now()
	a := base.Ask(questionOf(line))
	if c.JSON {
		return a, json.NewEncoder(p.out).Encode(answerJSON(a, time.Since(start)))
	}
	return a, printAnswer(p.out, a)
}

// questionOf reads a line: a question, or a JSON object with the question
// before it.
func questionOf(line string) kb.Question {
	var q struct{ Question, Previous string }
	if strings.HasPrefix(line, "{") && json.Unmarshal([]byte(line), &q) == nil {
		return kb.Question{Text: q.Question, Previous: q.Previous}
	}
	return kb.Question{Text: line}
}

var silence = map[kb.Reason]string{
	kb.ReasonUnknown:         "Nothing in what I hold answers that.",
	kb.ReasonNotInText:       "The whole text is here, and says nothing of that.",
	kb.ReasonNoSuchStatement: "There is no such statement here.",
	kb.ReasonAmbiguous:       "That could mean more than one thing.",
	kb.ReasonEmpty:           "There is no question in that. Ask, for example: What did Syria say about Taiwan?",
}

func printAnswer(w io.Writer, a kb.Answer) error {
	var b strings.Builder
	if !a.Answered {
		b.WriteString(silence[a.Reason] + "\n")
		for i, n := range a.Nearest {
			if i == 0 {
				b.WriteString("The nearest known questions:\n")
			}
			b.WriteString("  - " + n.Question + "\n")
		}
		_, err := io.WriteString(w, b.String())
		return err
	}
	b.WriteString(a.Text + "\n")
	if a.Note != "" {
		b.WriteString(a.Note + "\n")
	}
	for _, c := range a.Citations {
		writeCitation(&b, c)
	}
	if who := a.Speaker; who != "" {
		fmt.Fprintf(&b, "\nSaid by: %s, for %s\n", who, a.Party)
	} else {
		fmt.Fprintf(&b, "\nSaid by: %s\n", a.Party)
	}
	fmt.Fprintf(&b, "In: %s, %s, %s\n", a.Statement.Title, a.Statement.Place, a.Statement.Date)
	_, err := io.WriteString(w, b.String())
	return err
}

func writeCitation(b *strings.Builder, c kb.Cited) {
	b.WriteString("\n")
	if c.Quote != "" {
		b.WriteString("  > “" + c.Quote + "”\n")
	}
	fmt.Fprintf(b, "  %s, %s: %s\n", c.Source.Publisher, c.Source.Published, c.Source.URL)
	if c.Quote != "" && !c.Verified {
		b.WriteString("  The words were not checked against the source's text.\n")
	}
}
