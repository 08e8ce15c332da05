package library_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"

	"verbatim/data"
	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

func TestShippedFilesThatChange(t *testing.T) {
	path := kbtest.NewPath(t)
	s := kbtest.Opened(t, path)
	kbtest.Library(t, s, kbtest.NotesFile(), library.File{Name: "other.yaml", Content: []byte(kbtest.Written(t, kbtest.ValidStatement(func(*kb.Statement) {})))})
	apply(t, s, "", fact("music", "Could the engine compose music?", "Ada thought so."), fact("steam", kbtest.Steam, "Yes."))

	l := kbtest.Library(t, s, kbtest.NotesFile("order it to do", "tell it", "a symphony", "a fugue"))
	for question, want := range map[string]string{
		kbtest.Think:                      "No. It does what we know how to tell it.",
		"Could the engine compose music?": "Ada thought so.", // the moderator's stays
		kbtest.Steam:                      "Yes.",
	} {
		if got := kbtest.Asks(l, question, ""); got != want {
			t.Errorf("%q is answered %q, want %q", question, got, want)
		}
	}
	if all := l.Statements(""); len(all) != 1 || all[0].ID != "engine-notes-1843" {
		t.Errorf("a file that is not shipped any more is still there: %d statements", len(all))
	}
	rev := revOf(t, s)
	kbtest.Library(t, s, kbtest.NotesFile("order it to do", "tell it", "a symphony", "a fugue"))
	kbtest.Library(t, s) // none given: what is there stays
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
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	apply(t, s, "", fact("music", "Could the engine compose music?", "Ada thought so."))
	loaded := kbtest.Read(t, string(kbtest.NotesFile("order it to do", "tell it").Content))
	told := kbtest.Load(t, l, "", loaded...)
	if told.New != 0 || told.Changed != 1 || told.Taken != 0 || !slices.Equal(told.Kept, []string{"engine-notes-1843/music"}) {
		t.Errorf("Load tells %+v", told)
	}
	l = kbtest.Library(t, s, kbtest.NotesFile("order it to do", "ship it"))
	if got := kbtest.Asks(l, kbtest.Think, ""); got != "No. It does what we know how to tell it." {
		t.Errorf("after the shipped file changed, it answers %q", got)
	}
}

func TestLoadTellsWhatItDid(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s)
	statement := func(change func(*kb.Statement)) *kb.Statement { return kbtest.ValidStatement(change) }
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
		told := kbtest.Load(t, l, "", c.statement)
		if told.New != c.new || told.Changed != c.changed || told.Taken != c.taken || len(told.Kept) != 0 {
			t.Errorf("%s: Load tells %+v", c.what, told)
		}
	}
	if _, err := l.Load(context.Background(), "ada", "", []*kb.Statement{statement(func(*kb.Statement) {}), statement(func(*kb.Statement) {})}); err == nil {
		t.Error("a statement that is there twice is loaded")
	}
}

func TestAQuoteThatIsNotUTF8IsRefused(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	broken := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].Citations[0].Quote = "no \xff" })
	if _, err := l.Load(context.Background(), "ada", "", []*kb.Statement{broken}); err == nil {
		t.Errorf("it is loaded, and reads %q", l.Statements("")[0].Facts[0].Citations[0].Quote)
	}
}

func TestEmptyStaysEmpty(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	apply(t, s, "g", fact("steam", kbtest.Steam, "Yes."))
	if err := l.LeaveOutShipped(context.Background(), "ada"); err != nil {
		t.Fatal(err)
	}
	for what, l := range map[string]*library.Library{
		"at once": l, "at the next start": kbtest.Library(t, s, kbtest.NotesFile()), "when the files change": kbtest.Library(t, s, kbtest.NotesFile("order", "tell")),
	} {
		if all := l.Statements(""); len(all) != 0 {
			t.Errorf("%s there is %d statements", what, len(all))
		}
		if got := kbtest.Asks(l, kbtest.Steam, "g"); got != "" {
			t.Errorf("%s a fact without its source is said: %q", what, got)
		}
	}
	kbtest.Load(t, l, "", kbtest.Read(t, kbtest.Notes)...)
	if got := kbtest.Asks(l, kbtest.Steam, "g"); got != "Yes." {
		t.Errorf("with the statement loaded, its server's fact is answered %q", got)
	}
}

func TestWithoutTheShippedOnesIsRemembered(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	kbtest.Library(t, s, kbtest.NotesFile())
	open := func(o library.Options) *library.Library {
		t.Helper()
		l, err := library.Open(t.Context(), s, o)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	without := open(library.Options{Without: true})
	rev, err := s.Rev(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for what, l := range map[string]*library.Library{
		"told so": without, "told so again": open(library.Options{Without: true}),
		"told nothing": open(library.Options{Shipped: []library.File{kbtest.NotesFile()}}),
	} {
		if all := l.Statements(""); len(all) != 0 {
			t.Errorf("%s there are %d statements", what, len(all))
		}
	}
	if now, err := s.Rev(t.Context()); err != nil || now != rev {
		t.Errorf("it is written down again: %d, %d, %v", rev, now, err)
	}
}

func TestWhatIsLearnedIsKept(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	kept := &counting{Store: s}
	learn := func() {
		t.Helper()
		if err := kbtest.Library(t, kept, kbtest.NotesFile()).Learn(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	learn()
	learn()
	if kept.learned != 1 {
		t.Errorf("the same words were learned %d times", kept.learned)
	}
	apply(t, s, "", fact("steam", kbtest.Steam, "Yes."))
	learn()
	if kept.learned != 2 {
		t.Errorf("with other words it was learned %d times", kept.learned)
	}
}

func TestShippedStatementsAreAnsweredInArabicAndChinese(t *testing.T) {
	statements, err := file.ReadFolder(data.Statements)
	if err != nil || len(statements) == 0 {
		t.Fatalf("%d statements are shipped: %v", len(statements), err)
	}
	for _, s := range statements {
		for _, f := range s.Facts {
			for tag, script := range map[string]*unicode.RangeTable{"ar": unicode.Arabic, "zh": unicode.Han} {
				if !strings.ContainsFunc(f.Answers[tag], func(r rune) bool { return unicode.Is(script, r) }) {
					t.Errorf("%s/%s has no answer in %s", s.ID, f.ID, tag)
				}
			}
		}
	}
}
