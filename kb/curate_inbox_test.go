package kb_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
)

func pass(t testing.TB, l *kb.Library, server, question, user, once string) bool {
	t.Helper()
	fresh, err := l.Pass(context.Background(), server, kb.Waiting{Question: question, Count: 1, Reason: kb.ReasonUnknown}, user, once)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

func waiting(l *kb.Library, server string) string {
	var lines []string
	for _, g := range l.Inbox(server) {
		var questions []string
		for _, w := range g.Questions {
			questions = append(questions, w.Question)
		}
		lines = append(lines, fmt.Sprintf("%d: %s (%d to tell)", g.Count, strings.Join(questions, " / "), g.Tell))
	}
	return strings.Join(lines, "\n")
}

func ids(g kb.WaitingGroup) []string {
	var all []string
	for _, w := range g.Questions {
		all = append(all, w.ID)
	}
	return all
}

func TestTheInboxGroupsTheSameInOtherWords(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	pass(t, l, home, "Who owns the coal mine?", "", "1")
	pass(t, l, home, "who owns the COAL mine", "", "2")
	pass(t, l, home, "who owns the COAL mine", "", "2") // the same asking
	pass(t, l, home, "Please, the coal mine: who is owning it?", "7", "3")
	pass(t, l, home, "谁拥有煤矿？", "", "4")
	pass(t, l, home, "Who owns the gold mine?", "", "6")
	pass(t, l, away, "Who owns the gold mine?", "", "5")
	pass(t, l, home, "What does article 5 say of mining rights?", "", "7")
	pass(t, l, home, "What does article 7 say of mining rights?", "", "8")
	const want = "3: who owns the COAL mine / Please, the coal mine: who is owning it? (1 to tell)\n" +
		"1: What does article 7 say of mining rights? (0 to tell)\n1: What does article 5 say of mining rights? (0 to tell)\n" +
		"1: Who owns the gold mine? (0 to tell)\n1: 谁拥有煤矿？ (0 to tell)"
	if got := waiting(l, home); got != want {
		t.Errorf("the inbox has\n%s\nwant\n%s", got, want)
	}
}

func TestALinkedQuestionIsAnsweredInItsWordsAndForgotten(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	l := library(t, s, notesFile())
	const secret = "Might zebras ever hum along to it?"
	pass(t, l, home, secret, "", "1")
	pass(t, l, home, secret, "4242424242", "2")
	if _, err := l.Link(context.Background(), hand(), ids(l.Inbox(home)[0]), notesID+"/music"); err != nil {
		t.Fatal(err)
	}
	if got := asks(l, secret, home); !strings.HasPrefix(got, "Yes, if sounds") {
		t.Errorf("after linking it is answered %q", got)
	}
	if got := waiting(l, home); got != "" {
		t.Errorf("the inbox has %s", got)
	}
	tells := l.Tells()
	if len(tells) != 1 || tells[0].User != "4242424242" || tells[0].Question != secret || tells[0].Fact != notesID+"/music" {
		t.Fatalf("to be told: %+v", tells)
	}
	if err := l.Told(context.Background(), tells[0]); err != nil || len(l.Tells()) != 0 {
		t.Errorf("told: %v, left %v", err, l.Tells())
	}
	_ = s.Close()
	for _, end := range []string{"", "-wal"} {
		if content, _ := os.ReadFile(path + end); bytes.Contains(content, []byte("4242424242")) {
			t.Errorf("the id of who was told is still in the file%s", end)
		}
	}
}

func TestADismissedQuestionDoesNotComeBack(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	pass(t, l, home, "Who owns the coal mine?", "7", "1")
	if err := l.Dismiss(context.Background(), hand(), ids(l.Inbox(home)[0])); err != nil {
		t.Fatal(err)
	}
	pass(t, l, home, "Who owns the coal mine?", "", "2")
	pass(t, l, home, "The coal mine: who owns it?", "", "3")
	if got := waiting(l, home); got != "" {
		t.Errorf("the inbox has %s", got)
	}
	if pass(t, l, home, "Who owns the gold mine?", "", "4"); len(l.Inbox(home)) != 1 {
		t.Errorf("another question does not come in")
	}
	if err := l.Dismiss(context.Background(), hand(), []string{"nothing"}); !errors.Is(err, kb.ErrNotHeld) {
		t.Errorf("dismissing what is not there: %v", err)
	}
}

func TestOldQuestionsAreForgotten(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	pass(t, l, home, "Who owns the coal mine?", "7", "1")
	if _, err := l.SetSettings(context.Background(), hand(), func(s *kb.Settings) { s.InboxDays = 7 }); err != nil {
		t.Fatal(err)
	}
	for days, want := range map[int]int{6: 0, 8: 1} {
		if n, err := l.ForgetOld(context.Background(), time.Now().AddDate(0, 0, days)); err != nil || n != want {
			t.Errorf("after %d days %d are forgotten, %v", days, n, err)
		}
	}
	if got := waiting(l, home); got != "" {
		t.Errorf("the inbox has %s", got)
	}
}
