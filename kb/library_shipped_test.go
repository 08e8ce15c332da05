package kb_test

import (
	"context"
	"slices"
	"testing"

	"verbatim/kb"
)

func TestShippedFilesThatChange(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	library(t, s, notesFile(), kb.File{Name: "other.yaml", Content: []byte(written(t, validStatement(func(*kb.Statement) {})))})
	apply(t, s, "", fact("music", "Could the engine compose music?", "Ada thought so."), fact("steam", steam, "Yes."))

	l := library(t, s, notesFile("order it to do", "tell it", "a symphony", "a fugue"))
	for question, want := range map[string]string{
		think:                             "No. It does what we know how to tell it.",
		"Could the engine compose music?": "Ada thought so.", // the moderator's stays
		steam:                             "Yes.",
	} {
		if got := asks(l, question, ""); got != want {
			t.Errorf("%q is answered %q, want %q", question, got, want)
		}
	}
	if all := l.Statements(""); len(all) != 1 || all[0].ID != "engine-notes-1843" {
		t.Errorf("a file that is not shipped any more is still there: %d statements", len(all))
	}
	rev := revOf(t, s)
	library(t, s, notesFile("order it to do", "tell it", "a symphony", "a fugue"))
	library(t, s) // none given: what is there stays
	if got := revOf(t, s); got != rev {
		t.Errorf("opening with the same files wrote to the database: %d after %d", got, rev)
	}
}

func revOf(t *testing.T, s interface {
	Rev(context.Context) (int64, error)
},
) int64 {
	t.Helper()
	rev, err := s.Rev(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

func TestALoadTakesAShippedStatementOver(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s, notesFile())
	apply(t, s, "", fact("music", "Could the engine compose music?", "Ada thought so."))
	loaded := read(t, string(notesFile("order it to do", "tell it").Content))
	told := load(t, l, "", loaded...)
	if told.New != 0 || told.Changed != 1 || told.Taken != 0 || !slices.Equal(told.Kept, []string{"engine-notes-1843/music"}) {
		t.Errorf("Load tells %+v", told)
	}
	l = library(t, s, notesFile("order it to do", "ship it"))
	if got := asks(l, think, ""); got != "No. It does what we know how to tell it." {
		t.Errorf("after the shipped file changed, it answers %q", got)
	}
}

func TestLoadTellsWhatItDid(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s)
	statement := func(change func(*kb.Statement)) *kb.Statement { return validStatement(change) }
	for _, c := range []struct {
		what                string
		statement           *kb.Statement
		new, changed, taken int
	}{
		{"everything new", statement(func(*kb.Statement) {}), 5, 0, 0},
		{"the same again", statement(func(*kb.Statement) {}), 0, 0, 0},
		{"a fact changed and the alias gone", statement(func(s *kb.Statement) {
			s.Facts[0].Answer, s.Aliases = "Not at all.", nil
		}), 0, 1, 1},
		{"the first again", statement(func(*kb.Statement) {}), 1, 1, 0},
	} {
		told := load(t, l, "", c.statement)
		if told.New != c.new || told.Changed != c.changed || told.Taken != c.taken || len(told.Kept) != 0 {
			t.Errorf("%s: Load tells %+v", c.what, told)
		}
	}
	if _, err := l.Load(context.Background(), "ada", "", []*kb.Statement{statement(func(*kb.Statement) {}), statement(func(*kb.Statement) {})}); err == nil {
		t.Error("a statement that is there twice is loaded")
	}
}

func TestAQuoteThatIsNotUTF8IsRefused(t *testing.T) {
	l := library(t, opened(t, newPath(t)))
	broken := validStatement(func(s *kb.Statement) { s.Facts[0].Citations[0].Quote = "no \xff" })
	if _, err := l.Load(context.Background(), "ada", "", []*kb.Statement{broken}); err == nil {
		t.Errorf("it is loaded, and reads %q", l.Statements("")[0].Facts[0].Citations[0].Quote)
	}
}

func TestEmptyStaysEmpty(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s, notesFile())
	apply(t, s, "g", fact("steam", steam, "Yes."))
	if err := l.LeaveOutShipped(context.Background(), "ada"); err != nil {
		t.Fatal(err)
	}
	for what, l := range map[string]*kb.Library{
		"at once": l, "at the next start": library(t, s, notesFile()), "when the files change": library(t, s, notesFile("order", "tell")),
	} {
		if all := l.Statements(""); len(all) != 0 {
			t.Errorf("%s there is %d statements", what, len(all))
		}
		if got := asks(l, steam, "g"); got != "" {
			t.Errorf("%s a fact without its source is said: %q", what, got)
		}
	}
	load(t, l, "", read(t, notes)...)
	if got := asks(l, steam, "g"); got != "Yes." {
		t.Errorf("with the statement loaded, its server's fact is answered %q", got)
	}
}

func TestWhatIsLearnedIsKept(t *testing.T) {
	s := opened(t, newPath(t))
	kept := &counting{Store: s}
	learn := func() {
		t.Helper()
		if err := library(t, kept, notesFile()).Learn(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	learn()
	learn()
	if kept.learned != 1 {
		t.Errorf("the same words were learned %d times", kept.learned)
	}
	apply(t, s, "", fact("steam", steam, "Yes."))
	learn()
	if kept.learned != 2 {
		t.Errorf("with other words it was learned %d times", kept.learned)
	}
}
