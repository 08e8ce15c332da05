package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

type chatCommand struct{}

// Help shows an example under the command's usage.
func (chatCommand) Help() string {
	return `Ask, and go on asking: "who said so?", "and about Taiwan?". The number of a question that
is offered asks it. "help" says what can be done, "quit" ends.

Example: verbatim chat`
}

// Run talks until the other side has had enough.
func (chatCommand) Run(ctx context.Context, p *program) error {
	l, err := p.taught(ctx)
	if err != nil {
		return err
	}
	t := talk{l: l, screen: p.screen}
	if p.prompts {
		t.prompt = p.screen.Prompt()
		if err := p.say(p.screen.Hint("Ask a question, or type help. Ctrl-D ends.") + "\n\n" + t.prompt); err != nil {
			return err
		}
	}
	for in := range files.Lines(ctx, p.in) {
		if in.Err != nil {
			return fmt.Errorf("the conversation could not be read on: %w", in.Err)
		}
		reply, more := t.reply(ctx, in)
		if !more {
			return nil
		}
		if err := p.say(reply + t.prompt); err != nil {
			return err
		}
	}
	if p.prompts {
		return p.say("\n")
	}
	return nil
}

func (p *program) say(text string) error {
	if _, err := io.WriteString(p.out, text); err != nil {
		return fmt.Errorf("print the reply: %w", err)
	}
	return nil
}

// A talk is a conversation and what is remembered of it.
type talk struct {
	l      asker
	screen screen.Screen
	prompt string

	previous string       // the question that a follow-up follows
	id       string       // of the answer to it, if there was one
	language string       // that was asked for; empty: as it was written
	offered  []kb.Nearest // the questions that a number chooses from
}

const chatHelp = `Ask what a statement says, in your own words and language.
A question may follow from the one before it: who said so? and about Taiwan? when was that?
A number asks one of the questions that were offered. quit, exit or Ctrl-D ends.
`

// reply gives what is said to a line, and false when it ends the conversation.
func (t *talk) reply(ctx context.Context, in files.Line) (string, bool) {
	text := strings.TrimSpace(in.Text)
	switch strings.ToLower(text) {
	case "":
		return "", true
	case "quit", "exit":
		return "", false
	case "help":
		return chatHelp + "\n", true
	}
	if in.TooLong {
		return t.screen.Answer(catalog.English, tooLong(in)) + "\n", true
	}
	q := kb.Question{Text: text, Previous: t.previous, Language: cmp.Or(t.language, spoken(text))}
	if n, err := strconv.Atoi(text); err == nil {
		if n < 1 || n > len(t.offered) {
			return t.noSuchNumber() + "\n", true
		}
		chosen := t.offered[n-1]
		statement, _, _ := strings.Cut(chosen.ID, "/")
		q = kb.Question{Text: chosen.Question, Statement: statement, Language: cmp.Or(t.language, spoken(chosen.Question))}
	}
	a := t.l.Ask(ctx, q)
	t.remember(q, a)
	return t.screen.Answer(around(q), a) + "\n", true
}

// remember keeps what the next line may refer to: the last question that was
// answered. A follow-up that is answered with the same fact ("who said so?")
// leaves the question that it followed in place, so that more can follow.
func (t *talk) remember(q kb.Question, a kb.Answer) {
	t.offered = nil
	if !a.Answered || a.Kind.IsTalk() {
		t.offered = a.Nearest
	}
	if a.Wants != "" {
		t.language = a.Wants
	}
	if a.Leads() && a.Detail == "" && (a.ID == "" || a.ID != t.id) {
		t.previous, t.id = q.Text, a.ID
	}
}

func (t *talk) noSuchNumber() string {
	switch len(t.offered) {
	case 0:
		return "No questions are offered to choose from. Ask one in words."
	case 1:
		return "There is only question 1 to choose, or ask another one in words."
	}
	return fmt.Sprintf("Choose a number from 1 to %d, or ask in words.", len(t.offered))
}
