package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/cmd/verbatim/files"
	"verbatim/kb"
)

// notes is what it was asked, and answers as its table says.
type notes struct {
	asked   []kb.Question
	answers map[string]kb.Answer
}

func (n *notes) Ask(_ context.Context, q kb.Question) kb.Answer {
	n.asked = append(n.asked, q)
	a, ok := n.answers[q.Text]
	if !ok {
		a.Reason = kb.ReasonUnknown
	}
	return a
}

func fact(id string) kb.Answer {
	statement, _, _ := strings.Cut(id, "/")
	return kb.Answer{Answered: true, Kind: kb.KindFact, ID: id, Text: "The answer of " + id + ".", Party: "Syria", Statement: kb.Statement{ID: statement}}
}

func TestWhatAConversationRemembers(t *testing.T) {
	known := map[string]kb.Answer{
		"taiwan?": fact("s/taiwan"), "who said so?": fact("s/taiwan"), "and the golan?": fact("s/golan"),
		"?!": {Reason: kb.ReasonEmpty}, "Which of them?": fact("t/second"),
		"both": {Reason: kb.ReasonAmbiguous, Nearest: []kb.Nearest{
			{ID: "s/first", Question: "Which one?"}, {ID: "t/second", Question: "Which of them?"},
		}},
	}
	for _, c := range []struct {
		what  string
		lines []string
		want  []kb.Question
	}{
		{"a question follows the one before it", []string{"taiwan?", "and the golan?"}, []kb.Question{{Text: "taiwan?"}, {Text: "and the golan?", Previous: "taiwan?"}}},
		{"more than one question can follow", []string{"taiwan?", "who said so?", "who said so?"}, []kb.Question{
			{Text: "taiwan?"}, {Text: "who said so?", Previous: "taiwan?"}, {Text: "who said so?", Previous: "taiwan?"},
		}},
		{"a question that is not known is not followed", []string{"taiwan?", "egypt?", "why?"}, []kb.Question{
			{Text: "taiwan?"}, {Text: "egypt?", Previous: "taiwan?"}, {Text: "why?", Previous: "taiwan?"},
		}},
		{"what is no question is not followed", []string{"taiwan?", "?!", "why?"}, []kb.Question{
			{Text: "taiwan?"}, {Text: "?!", Previous: "taiwan?"}, {Text: "why?", Previous: "taiwan?"},
		}},
		{"a number asks what was offered", []string{"both", " 2 ", "why?"}, []kb.Question{
			{Text: "both"}, {Text: "Which of them?", Statement: "t"}, {Text: "why?", Previous: "Which of them?"},
		}},
		{"a number chooses from the last offer only", []string{"both", "taiwan?", "1", "0", "99999999999999999999"}, []kb.Question{
			{Text: "both"}, {Text: "taiwan?"}, {Text: "99999999999999999999", Previous: "taiwan?"},
		}},
		{"words for the program are no questions", []string{"", "help", "HELP", "quit", "taiwan?"}, nil},
	} {
		n := &notes{answers: known}
		talk := talk{l: n}
		for _, text := range c.lines {
			if _, more := talk.reply(t.Context(), files.Line{Text: text}); !more {
				break
			}
		}
		if diff := cmp.Diff(c.want, n.asked); diff != "" {
			t.Errorf("%s:\n%s", c.what, diff)
		}
	}
}

func TestAConversationOnATerminal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	var out strings.Builder
	p := &program{in: strings.NewReader("help\n\n7\nexit\ntaiwan?\n"), out: &out, err: &out, prompts: true}
	if code := p.run(t.Context(), []string{"--db", path, "chat"}); code != exitDone {
		t.Fatalf("exit code %d: %s", code, &out)
	}
	want := "Ask a question, or type help. Ctrl-D ends.\n\n› " + chatHelp + "\n› › " +
		"No questions are offered to choose from. Ask one in words.\n› "
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
