package kb_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
)

// waiting lists the groups as "count: question / question".
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
	ctx := context.Background()
	today, tomorrow := time.Now().UTC().Format(time.DateOnly), time.Now().UTC().AddDate(0, 0, 1).Format(time.DateOnly)
	for range 2 {
		err := l.Keep(ctx, map[kb.Day]kb.Count{{Server: home, Date: today}: {
			Outcomes: map[string]int{"fact": 2}, Facts: map[string]int{"a/b": 1},
		}}, nil)
		if err != nil {
			t.Fatal(err)
		}
	}
	days, err := l.Counts(ctx, home, today)
	if c := days[today]; err != nil || c.Outcomes["fact"] != 4 || c.Facts["a/b"] != 2 {
		t.Errorf("counted %+v, %v", c, err)
	}
	later, _ := l.Counts(ctx, home, tomorrow)
	elsewhere, _ := l.Counts(ctx, away, "")
	if n := len(later) + len(elsewhere); n != 0 {
		t.Errorf("%d days too many", n)
	}
}

func TestWhatAServerHasIsExportedAndLoadsElsewhere(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	ctx := context.Background()
	export := func(server string) string {
		var b bytes.Buffer
		if err := l.Export(&b, server); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	bare := kb.NewSource{Source: kb.Source{Title: "Bare", Publisher: "News", Published: "2026-01-01"}}
	if _, err := l.AddSource(ctx, hand(), bare); err != nil {
		t.Fatal(err)
	}
	if _, err := l.AddAlias(ctx, hand(), "bare", "News", []string{"The paper"}); err != nil {
		t.Fatal(err)
	}
	if got := export(home); got != "" {
		t.Errorf("what no file may have is exported:\n%s", got)
	}
	save(t, l, hand(), draft(cookAsks, "Nobody.", "no pretensions whatever"))
	if err := l.RemoveFact(ctx, hand(), notesID+"/music", factAt(t, l, home, notesID+"/music").Seen); err != nil {
		t.Fatal(err)
	}
	load(t, l, away, read(t, export(home))...)
	if got := asks(l, cookAsks, away); got != "Nobody." {
		t.Errorf("elsewhere it is answered %q", got)
	}
	if got := export(away); !strings.Contains(got, "The paper") || strings.Contains(got, "music") {
		t.Errorf("elsewhere there is\n%s", got)
	}
}

func TestWhatWasRemovedIsListed(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	ctx := context.Background()
	list := func() string {
		all, err := l.Removed(ctx, home)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(all)
	}
	own := save(t, l, hand(), draft(cookAsks, "Nobody.", "")).ID
	for _, id := range []string{own, notesID + "/music"} {
		if err := l.RemoveFact(ctx, hand(), id, factAt(t, l, home, id).Seen); err != nil {
			t.Fatal(err)
		}
	}
	if want := "[{" + notesID + "/music Could the engine compose music?} {" + own + " " + cookAsks + "}]"; list() != want {
		t.Errorf("removed are %s, want %s", list(), want)
	}
	if all, _ := l.Removed(ctx, away); len(all) != 0 {
		t.Errorf("another server has removed %v", all)
	}
	if _, err := l.RestoreFact(ctx, hand(), own, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := l.RestoreFact(ctx, hand(), notesID+"/music", 0); err != nil || list() != "[]" {
		t.Errorf("restored: %v, left %s", err, list())
	}
}
