package library_test

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
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

func TestAnotherProcessAnswersWithItsNextQuestion(t *testing.T) {
	path := kbtest.NewPath(t)
	s := kbtest.Opened(t, path)
	one, two := kbtest.Library(t, s, kbtest.NotesFile()), kbtest.Library(t, kbtest.Opened(t, path))
	if got := kbtest.Asks(two, kbtest.Think, ""); got != kbtest.ThinkAnswer {
		t.Fatalf("the second process answers %q", got)
	}
	apply(t, s, "", fact("steam", kbtest.Steam, "Yes."))
	for what, l := range map[string]*library.Library{"the first": one, "the second": two} {
		if got := kbtest.Asks(l, kbtest.Steam, ""); got != "Yes." {
			t.Errorf("%s process answers what was added with %q", what, got)
		}
	}
	apply(t, s, "", fact("steam", kbtest.Steam, "No, by hand."))
	if got := kbtest.Asks(two, kbtest.Steam, ""); got != "No, by hand." {
		t.Errorf("what was changed is answered with %q", got)
	}
	remove(t, s, index.FactKey("", "engine-notes-1843", "steam"))
	if got := kbtest.Asks(two, kbtest.Steam, ""); got != "" {
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
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	for _, key := range []store.Key{
		index.SourceKey("", "engine-notes-1843", "taylor-1843"), index.StatementKey("", "engine-notes-1843"),
	} {
		before := l.Statements("")
		remove(t, s, key)
		if got := kbtest.Asks(l, kbtest.Think, ""); got == kbtest.ThinkAnswer {
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
		if got := kbtest.Asks(l, kbtest.Think, ""); got != kbtest.ThinkAnswer {
			t.Errorf("with the %s back it is answered %q", key.Kind, got)
		}
	}
}

func records(t *testing.T, statements []*kb.Statement) []store.Record {
	t.Helper()
	var all []store.Record
	for _, s := range statements {
		r, err := index.Encode("", s)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r...)
	}
	return all
}

func TestExportLoadsToTheSame(t *testing.T) {
	statement := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].Citations[0].At = kbtest.Number(15) })
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	kbtest.Load(t, l, "", append(kbtest.Read(t, kbtest.Notes), statement)...)
	want := append(kbtest.Read(t, kbtest.Notes), statement)
	if d := cmp.Diff(want, l.Statements("")); d != "" {
		t.Fatalf("what is held differs from what was loaded: %s", d)
	}
	var content bytes.Buffer
	if err := l.Export(&content, ""); err != nil {
		t.Fatal(err)
	}
	again := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	kbtest.Load(t, again, "", kbtest.Read(t, content.String())...)
	if d := cmp.Diff(want, again.Statements("")); d != "" {
		t.Errorf("what was exported loads to something else: %s", d)
	}
}

func TestWhatIsGivenOutIsACopy(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	given := l.Statements("")[0]
	given.Parties[0], given.Facts[0].AlsoAsked[0], given.Facts[0].Citations[0].Source = "x", "x", "x"
	given.Aliases[0].Other[0] = "x"
	answer := l.Ask(context.Background(), kb.Question{Text: kbtest.Think})
	answer.Statement.Parties[0] = "x"
	if d := cmp.Diff(kbtest.Read(t, kbtest.Notes), l.Statements("")); d != "" {
		t.Errorf("the library changed with its copies: %s", d)
	}
}

func TestADatabaseThatCannotBeRead(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l, log := kbtest.LoggedLibrary(t, s, kbtest.NotesFile())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if got := kbtest.Asks(l, kbtest.Think, ""); got != kbtest.ThinkAnswer {
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
		shipped []library.File // loaded before
		answer  string
	}{
		{"one with statements", []library.File{kbtest.NotesFile("order it to do", "tell it")}, "No. It does what we know how to tell it."},
		{"one with nothing", nil, kbtest.ThinkAnswer},
	} {
		t.Run(c.what, func(t *testing.T) {
			s := kbtest.Opened(t, kbtest.NewPath(t))
			kbtest.Library(t, s, c.shipped...)
			l, log := kbtest.LoggedLibrary(t, readOnly{s}, kbtest.NotesFile())
			if got := kbtest.Asks(l, kbtest.Think, ""); got != c.answer {
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
	older, newer := kbtest.Opened(t, kbtest.NewPath(t)), kbtest.Opened(t, kbtest.NewPath(t))
	kbtest.Library(t, older, kbtest.NotesFile("order it to do", "tell it"))
	kbtest.Library(t, newer, kbtest.NotesFile())
	apply(t, newer, "", fact("steam", kbtest.Steam, "Yes."))
	apply(t, newer, "", fact("steam", kbtest.Steam, "No."))
	at := &replaced{newer}
	l := kbtest.Library(t, at)
	if err := l.Learn(t.Context()); err != nil { // until then the store is still read
		t.Fatal(err)
	}
	at.Store = older
	if err := l.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := kbtest.Asks(l, kbtest.Steam, ""); got != "" {
		t.Errorf("what the copy lacks is answered %q", got)
	}
	if got := kbtest.Asks(l, kbtest.Think, ""); got != "No. It does what we know how to tell it." {
		t.Errorf("what the copy has is answered %q", got)
	}
}

// replaced is a store that becomes another.
type replaced struct{ store.Store }

func TestQuestionsDuringChanges(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
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
				if a := l.Ask(context.Background(), kb.Question{Text: kbtest.Think, Server: "g"}); a.Text != kbtest.ThinkAnswer || len(a.Citations) != 1 {
					t.Errorf("it answers %q with %d citations", a.Text, len(a.Citations))
					return
				}
				l.Suggest("engine", "", "g")
				time.Sleep(time.Millisecond)
			}
		})
	}
	for i := range 20 {
		apply(t, s, "", fact("steam", kbtest.Steam+strings.Repeat("!", i), "Yes."))
		apply(t, s, "g", fact("steam", "Who pays for the mill?", strings.Repeat("Ada ", i+1)))
		if err := l.Learn(context.Background()); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	asking.Wait()
}
