package library_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
	"verbatim/kb/quote"
	"verbatim/kb/store"
)

func TestALibraryQuotesWhatItHasNow(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s)
	kbtest.Load(t, l, "", kbtest.River())
	is := func(server, text string, want quote.Verdict) {
		t.Helper()
		r, err := l.Quote(context.Background(), kb.Question{Text: text, Server: server})
		if err != nil || r.Verdict != want {
			t.Errorf("in %q, %q is %s (%v), want %s", server, text, r.Verdict, err, want)
		}
	}
	is("", "We will not close the river", quote.Verbatim)
	is("one", "We will not close the river", quote.Verbatim)

	secret := &kb.Source{ID: "minutes", Title: "Minutes", Text: "The lock opens on Tuesday, quietly."}
	record, err := index.SourceRecord("one", "river", secret)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(context.Background(), store.Change{Author: "mary", Action: "add", Put: []store.Record{record}}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(5 * time.Millisecond) // changes are not looked for more often
	is("one", "opens on Tuesday, quietly", quote.Verbatim)
	is("one", "We will not close the river", quote.Verbatim)
	is("two", "opens on Tuesday, quietly", quote.NotFound)
	is("", "opens on Tuesday, quietly", quote.NotFound)

	changed := kbtest.River()
	changed.Sources[0].Text = strings.ReplaceAll(kbtest.RiverText, "not close", "never close")
	changed.Facts[0].Citations[0].Quote = "We will never close the river"
	kbtest.Load(t, l, "", changed)
	is("", "We will not close the river", quote.Altered)
	is("one", "We will never close the river", quote.Verbatim)
	if r := l.Recheck("one"); r.Standing != 1 || r.Recorded != 1 || r.Unproven != 1 || r.Broken != nil {
		t.Errorf("the quotes: %+v", r)
	}
}

// BenchmarkLoadText loads a statement of 10,000 words into a library and checks
// a quotation of it.
func BenchmarkLoadText(b *testing.B) {
	l := kbtest.Library(b, kbtest.Opened(b, kbtest.NewPath(b)))
	random := rand.New(rand.NewPCG(5, 6))
	n := 0
	for b.Loop() {
		n++
		text := kbtest.WordsOf(random, 10_000)
		s := kbtest.ValidStatement(func(s *kb.Statement) {
			s.ID, s.Facts, s.Sources[0].Text = fmt.Sprint("text-", n), nil, text
		})
		kbtest.Load(b, l, "", s)
		if r, err := l.Quote(context.Background(), kb.Question{Text: text[:200]}); err != nil || r.Verdict == quote.NotFound {
			b.Fatal(r.Verdict, err)
		}
	}
}
