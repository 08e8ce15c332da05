package kb_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/store"
)

func TestAnotherProcessAnswersWithItsNextQuestion(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	one, two := library(t, s, notesFile()), library(t, opened(t, path))
	if got := asks(two, think, ""); got != thinkAnswer {
		t.Fatalf("the second process answers %q", got)
	}
	apply(t, s, "", fact("steam", steam, "Yes."))
	for what, l := range map[string]*kb.Library{"the first": one, "the second": two} {
		if got := asks(l, steam, ""); got != "Yes." {
			t.Errorf("%s process answers what was added with %q", what, got)
		}
	}
	apply(t, s, "", fact("steam", steam, "No, by hand."))
	if got := asks(two, steam, ""); got != "No, by hand." {
		t.Errorf("what was changed is answered with %q", got)
	}
	remove(t, s, kb.FactKey("", "engine-notes-1843", "steam"))
	if got := asks(two, steam, ""); got != "" {
		t.Errorf("what was removed is answered with %q", got)
	}
}

func remove(t *testing.T, s store.Store, keys ...store.Key) {
	t.Helper()
	if _, err := s.Apply(context.Background(), store.Change{Author: "mary", Action: "remove", Remove: keys}); err != nil {
		t.Fatal(err)
	}
}

func TestNothingIsSaidWithoutItsSource(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s, notesFile())
	for _, key := range []store.Key{
		kb.SourceKey("", "engine-notes-1843", "taylor-1843"), kb.StatementKey("", "engine-notes-1843"),
	} {
		before := l.Statements("")
		remove(t, s, key)
		if got := asks(l, think, ""); got == thinkAnswer {
			t.Errorf("without the %s it is answered", key.Kind)
		}
		for _, s := range l.Statements("") {
			if slices.ContainsFunc(s.Facts, func(f kb.Fact) bool { return f.ID == "originates-nothing" }) {
				t.Errorf("without the %s the fact is in the statement", key.Kind)
			}
		}
		if _, err := s.Apply(context.Background(), store.Change{Author: "mary", Action: "restore", Put: records(t, before)}); err != nil {
			t.Fatal(err)
		}
		if got := asks(l, think, ""); got != thinkAnswer {
			t.Errorf("with the %s back it is answered %q", key.Kind, got)
		}
	}
}

func records(t *testing.T, statements []*kb.Statement) []store.Record {
	t.Helper()
	var all []store.Record
	for _, s := range statements {
		r, err := kb.Records("", s)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r...)
	}
	return all
}

func TestExportLoadsToTheSame(t *testing.T) {
	statement := validStatement(func(s *kb.Statement) { s.Facts[0].Citations[0].At = number(15) })
	l := library(t, opened(t, newPath(t)))
	load(t, l, "", append(read(t, notes), statement)...)
	want := append(read(t, notes), statement)
	if d := cmp.Diff(want, l.Statements("")); d != "" {
		t.Fatalf("what is held differs from what was loaded: %s", d)
	}
	var file bytes.Buffer
	if err := l.Export(&file, ""); err != nil {
		t.Fatal(err)
	}
	again := library(t, opened(t, newPath(t)))
	load(t, again, "", read(t, file.String())...)
	if d := cmp.Diff(want, again.Statements("")); d != "" {
		t.Errorf("what was exported loads to something else: %s", d)
	}
}

func TestWhatIsGivenOutIsACopy(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	given := l.Statements("")[0]
	given.Parties[0], given.Facts[0].AlsoAsked[0], given.Facts[0].Citations[0].Source = "x", "x", "x"
	given.Aliases[0].Other[0] = "x"
	answer := l.Ask(context.Background(), kb.Question{Text: think})
	answer.Statement.Parties[0] = "x"
	if d := cmp.Diff(read(t, notes), l.Statements("")); d != "" {
		t.Errorf("the library changed with its copies: %s", d)
	}
}

func TestADatabaseThatCannotBeRead(t *testing.T) {
	s := opened(t, newPath(t))
	l, log := loggedLibrary(t, s, notesFile())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if got := asks(l, think, ""); got != thinkAnswer {
			t.Errorf("from memory it answers %q", got)
		}
	}
	if n := strings.Count(log.String(), "cannot be read"); n != 1 {
		t.Errorf("it is logged %d times:\n%s", n, log)
	}
}

func TestADatabaseForReading(t *testing.T) {
	for _, c := range []struct {
		what    string
		shipped []kb.File // loaded before
		answer  string
	}{
		{"one with statements", []kb.File{notesFile("order it to do", "tell it")}, "No. It does what we know how to tell it."},
		{"one with nothing", nil, thinkAnswer},
	} {
		t.Run(c.what, func(t *testing.T) {
			s := opened(t, newPath(t))
			library(t, s, c.shipped...)
			l, log := loggedLibrary(t, readOnly{s}, notesFile())
			if got := asks(l, think, ""); got != c.answer {
				t.Errorf("it answers %q, want %q", got, c.answer)
			}
			if !strings.Contains(log.String(), "cannot be written") {
				t.Errorf("nothing is said of it:\n%s", log)
			}
			if err := l.Learn(context.Background()); err != nil {
				t.Errorf("Learn: %v", err)
			}
		})
	}
}

// readOnly is a store that refuses every write.
type readOnly struct{ store.Store }

func (readOnly) Replace(context.Context, string, ...store.Load) (store.Result, error) {
	return store.Result{}, &store.Error{Code: store.CodeReadOnly, Sentence: "It can be read only."}
}

func (readOnly) Learn(context.Context, string, string, []byte) error {
	return &store.Error{Code: store.CodeReadOnly, Sentence: "It can be read only."}
}

func TestADatabaseThatWasReplacedByAnOlderCopy(t *testing.T) {
	older, newer := opened(t, newPath(t)), opened(t, newPath(t))
	library(t, older, notesFile("order it to do", "tell it"))
	library(t, newer, notesFile())
	apply(t, newer, "", fact("steam", steam, "Yes."))
	apply(t, newer, "", fact("steam", steam, "No."))
	at := &replaced{newer}
	l := library(t, at)
	if err := l.Learn(t.Context()); err != nil { // until then the store is still read
		t.Fatal(err)
	}
	at.Store = older
	if err := l.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := asks(l, steam, ""); got != "" {
		t.Errorf("what the copy lacks is answered %q", got)
	}
	if got := asks(l, think, ""); got != "No. It does what we know how to tell it." {
		t.Errorf("what the copy has is answered %q", got)
	}
}

// replaced is a store that becomes another.
type replaced struct{ store.Store }

func TestQuestionsDuringChanges(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s, notesFile())
	var asking sync.WaitGroup
	stop := make(chan struct{})
	for range 2 {
		asking.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if a := l.Ask(context.Background(), kb.Question{Text: think, Server: "g"}); a.Text != thinkAnswer || len(a.Citations) != 1 {
					t.Errorf("it answers %q with %d citations", a.Text, len(a.Citations))
					return
				}
				l.Suggest("engine", "", "g")
				time.Sleep(time.Millisecond)
			}
		})
	}
	for i := range 20 {
		apply(t, s, "", fact("steam", steam+strings.Repeat("!", i), "Yes."))
		apply(t, s, "g", fact("steam", "Who pays for the mill?", strings.Repeat("Ada ", i+1)))
		if err := l.Learn(context.Background()); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	asking.Wait()
}
