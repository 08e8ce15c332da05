package library_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
)

func TestEverythingThatCountsIsFoundByItsID(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	apply(t, s, "1", fact("steam", kbtest.Steam, "Yes."), fact("originates-nothing", kbtest.Think, "Here we say no."))
	for _, server := range []string{"", "1", "2"} {
		for _, statement := range l.Statements(server) {
			for _, f := range statement.Facts {
				id := statement.ID + "/" + f.ID
				a, ok := l.Fact(id, server)
				if !ok || a.Text != f.Answer || a.Question != f.Question || a.ID != id || a.Statement.Title != statement.Title {
					t.Errorf("server %q: %s is %v, %+v", server, id, ok, a)
				}
				if len(a.Citations) != len(f.Citations) {
					t.Errorf("server %q: %s has %d citations, want %d", server, id, len(a.Citations), len(f.Citations))
				}
				if short, ok := l.FactByShort(kb.ShortID(id), server); !ok || cmp.Diff(a, short) != "" {
					t.Errorf("server %q: what stands for %s gives %v %+v", server, id, ok, short)
				}
			}
			one, ok := l.Statement(statement.ID, server)
			if diff := cmp.Diff(statement, one); !ok || diff != "" {
				t.Errorf("server %q: the statement alone differs:\n%s", server, diff)
			}
		}
		const paragraph = "engine-notes-1843/taylor-1843#1"
		if a, ok := l.FactByShort(kb.ShortID(paragraph), server); !ok || a.ID != paragraph {
			t.Errorf("server %q: what stands for %s gives %v %+v", server, paragraph, ok, a)
		}
	}
	if a, _ := l.Fact("engine-notes-1843/originates-nothing", "1"); a.Text != "Here we say no." {
		t.Errorf("the server's own fact does not stand before the shared one: %+v", a)
	}
	const own = "engine-notes-1843/steam"
	_, byID := l.Fact(own, "2")
	if _, byShort := l.FactByShort(kb.ShortID(own), "2"); byID || byShort {
		t.Error("another server sees a server's own fact")
	}
	remove(t, s, index.FactKey("1", "engine-notes-1843", "steam"))
	kbtest.Asks(l, kbtest.Steam, "1")
	if a, ok := l.FactByShort(kb.ShortID(own), "1"); ok {
		t.Errorf("what was removed is found as %+v", a)
	}
}

func TestAParagraphIsFoundByItsNumber(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	source, ok := l.Source("engine-notes-1843", "taylor-1843", "")
	if !ok || source.Text == "" {
		t.Fatalf("the source is %v %+v", ok, source)
	}
	a, ok := l.Fact("engine-notes-1843/taylor-1843#1", "")
	if !ok || !strings.HasPrefix(source.Text, a.Text) || a.Citations[0].Locator != "paragraph 1" || a.Citations[0].Source.Text != "" {
		t.Errorf("the first paragraph is %v %+v", ok, a)
	}
	for _, id := range []string{
		"", "/", "#", "engine-notes-1843", "engine-notes-1843/", "engine-notes-1843/none", "none/originates-nothing",
		"engine-notes-1843/taylor-1843#0", "engine-notes-1843/taylor-1843#99", "engine-notes-1843/taylor-1843#+1",
		"engine-notes-1843/taylor-1843#01", "engine-notes-1843/taylor-1843#x", "engine-notes-1843/none#1",
	} {
		if a, ok := l.Fact(id, ""); ok {
			t.Errorf("%q gives %+v", id, a)
		}
	}
	if heads := l.Heads("2"); len(heads) != 1 || heads[0].Facts != len(l.Statements("")[0].Facts) || heads[0].Statement.Facts != nil {
		t.Errorf("the heads are %+v", heads)
	}
}
