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
	fresh, err := l.Pass(context.Background(), server, kb.Waiting{Question: question, Reason: kb.ReasonUnknown}, user, once)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

// waiting lists the groups as "count: question / question".
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

func TestSettingsHoldInTheirServer(t *testing.T) {
	path := newPath(t)
	l := library(t, opened(t, path), notesFile())
	save(t, l, hand(), draft(cookAsks, "Nobody.", "no pretensions"))
	_, err := l.SetSettings(context.Background(), hand(), func(s *kb.Settings) { s.ShippedOff, s.Role = true, "9" })
	if err != nil {
		t.Fatal(err)
	}
	again := library(t, opened(t, path), notesFile())
	for what, l := range map[string]*kb.Library{"this process": l, "the next": again} {
		if s := l.Settings(home); s.Role != "9" || l.Settings(away) != (kb.Settings{}) {
			t.Errorf("%s has %+v", what, s)
		}
		for server, want := range map[string]string{home: "", away: thinkAnswer} {
			if got := asks(l, think, server); got != want {
				t.Errorf("%s, in %s: the shipped fact says %q, want %q", what, server, got, want)
			}
		}
		if got := asks(l, cookAsks, home); got != "Nobody." {
			t.Errorf("%s: the own fact says %q", what, got)
		}
	}
	_, err = l.SetSettings(context.Background(), hand(), func(s *kb.Settings) { s.InboxDays = 1000 })
	var r *kb.Refusal
	if !errors.As(err, &r) {
		t.Errorf("keeping texts for years: %v", err)
	}
}

func TestAliasesAreAddedAndTakenAway(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	ctx := context.Background()
	if _, err := l.AddAlias(ctx, hand(), "", "analytical engine", []string{"brass brain", "Brass Brain", " "}); err != nil {
		t.Fatal(err)
	}
	const question = "Can the brass brain think?"
	for server, want := range map[string]string{home: thinkAnswer, away: ""} {
		if got := asks(l, question, server); got != want {
			t.Errorf("in %s: %q, want %q", server, got, want)
		}
	}
	if err := l.RemoveAlias(ctx, hand(), "Analytical Engine", nil); err != nil {
		t.Fatal(err)
	}
	if got := asks(l, question, home); got != "" {
		t.Errorf("after the removal: %q", got)
	}
	if err := l.RemoveAlias(ctx, hand(), "Analytical Engine", nil); err == nil {
		t.Error("a name that counts everywhere is taken away in one server")
	}
	if _, err := l.AddAlias(ctx, hand(), "", "x", nil); err == nil {
		t.Error("a name without others is taken")
	}
}

func TestSourcesAreAddedOnceAndAsStatements(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	ctx := context.Background()
	n := kb.NewSource{Source: kb.Source{
		Title: "Joint note", Publisher: "The Ministry", Published: "2026-02-03", URL: "https://example.org/n", Language: "en",
		Text: "The two sides will open the bridge in May.",
	}}
	first, err := l.AddSource(ctx, hand("i-1"), n)
	if err != nil || first.ID != "joint-note/joint-note" {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := l.AddSource(ctx, hand("i-1"), n)
	if err != nil || again.ID != first.ID || !again.Repeated {
		t.Errorf("again: %+v, %v", again, err)
	}
	a := l.Ask(ctx, kb.Question{Text: "When will the two sides open the bridge?", Server: home})
	if a.Text != n.Text {
		t.Errorf("the text answers %+v", a)
	}
	n.Statement, n.Text = "joint-note", ""
	if more, err := l.AddSource(ctx, hand(), n); err != nil || more.ID != "joint-note/joint-note-2" {
		t.Errorf("a second source: %+v, %v", more, err)
	}
	for what, change := range map[string]func(*kb.NewSource){
		"no day":       func(n *kb.NewSource) { n.Published = "2026" },
		"no address":   func(n *kb.NewSource) { n.URL = "javascript:alert(1)" },
		"no title":     func(n *kb.NewSource) { n.Title = " " },
		"no statement": func(n *kb.NewSource) { n.Statement = "x" },
	} {
		bad := n
		bad.Statement = ""
		change(&bad)
		var r *kb.Refusal
		if _, err := l.AddSource(ctx, hand(), bad); !errors.As(err, &r) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestAnImportIsForeseen(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	ctx := context.Background()
	load(t, l, home, read(t, notes)...)
	f := factAt(t, l, home, notesID+"/originates-nothing")
	f.Fact.Answer = "No, never."
	save(t, l, hand(), kb.Draft{Statement: notesID, Fact: f.Fact, Seen: f.Seen})
	file := string(notesFile("id: music", "id: song", "title: Letter", "title: A letter").Content)
	foreseen, err := l.Foresee(ctx, home, read(t, file))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%d facts, new %q changed %q removed %q kept %q", foreseen.Facts, foreseen.New, foreseen.Changed, foreseen.Removed, foreseen.Kept)
	want := `2 facts, new ["Could the engine compose music?"] changed ["Source: A letter"] removed ["Could the engine compose music?"] kept ["Can the Analytical Engine think?"]`
	if got != want {
		t.Errorf("foreseen: %s\nwant %s", got, want)
	}
	told := load(t, l, home, read(t, file)...)
	if told.New != 1 || told.Changed != 1 || told.Taken != 1 || len(told.Kept) != 1 {
		t.Errorf("loaded: %+v", told)
	}
}

func TestCountsAddUp(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	for range 2 {
		err := l.AddCounts(context.Background(), map[string]kb.Count{home: {Day: "2026-03-01", Outcomes: map[string]int{"fact": 2}, Facts: map[string]int{"a/b": 1}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	if c := l.Counts(home, "2026-03-01")["2026-03-01"]; c.Outcomes["fact"] != 4 || c.Facts["a/b"] != 2 {
		t.Errorf("counted %+v", c)
	}
	if n := len(l.Counts(home, "2026-03-02")) + len(l.Counts(away, "")); n != 0 {
		t.Errorf("%d days too many", n)
	}
}
