package library_test

import (
	"context"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
	"verbatim/kb/store"
)

func TestWhatManyAskIsMatchedOnceWhileNothingChanges(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	ask := func(server string) kb.Answer {
		t.Helper()
		a := l.Ask(context.Background(), kb.Question{Text: kbtest.Think, Server: server})
		if !a.Answered || len(a.Citations) == 0 {
			t.Fatalf("in %q it is answered %+v", server, a)
		}
		return a
	}
	same := func(a, b kb.Answer) bool { return &a.Citations[0] == &b.Citations[0] }
	first := ask("")
	for range 3 {
		if !same(first, ask("")) {
			t.Error("the same question was matched again, though nothing changed")
		}
	}
	if !same(first, ask("1")) {
		t.Error("in a server without anything of its own it was matched again")
	}
	count := store.Tally{Server: "1", Day: "2026-01-01", Name: "fact", N: 1}
	if err := s.Jot(context.Background(), store.Jottings{Add: []store.Tally{count}}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(10 * time.Millisecond) // until it is looked for again
	if ask(""); !same(first, ask("")) {
		t.Error("it was matched again for a count")
	}
	apply(t, s, "1", fact("steam", kbtest.Steam, "Yes."))
	kbtest.Asks(l, kbtest.Steam, "1")
	if again := ask(""); same(first, again) || same(again, ask("1")) {
		t.Error("after a change it is answered from memory")
	}
	remove(t, s, index.FactKey("1", "engine-notes-1843", "steam"))
	if got := kbtest.Asks(l, kbtest.Steam, "1"); got != "" {
		t.Errorf("what was removed is answered %q", got)
	}
}

func TestWhatIsNearIsEverybodysOwn(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	q := kb.Question{Text: kbtest.Think}
	first := l.Ask(context.Background(), q)
	if len(first.Nearest) == 0 {
		t.Fatal("nothing is near")
	}
	first.Nearest[0].ID = "x"
	if a := l.Ask(context.Background(), q); a.Nearest[0].ID == "x" {
		t.Error("who asked before changed what is near")
	}
}
