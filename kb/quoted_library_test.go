package kb_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/quote"
	"verbatim/kb/store"
)

func TestALibraryQuotesWhatItHasNow(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s)
	load(t, l, "", river())
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
	record, err := kb.SourceRecord("one", "river", secret)
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

	changed := river()
	changed.Sources[0].Text = strings.ReplaceAll(riverText, "not close", "never close")
	changed.Facts[0].Citations[0].Quote = "We will never close the river"
	load(t, l, "", changed)
	is("", "We will not close the river", quote.Altered)
	is("one", "We will never close the river", quote.Verbatim)
	if r := l.Recheck("one"); r.Standing != 1 || r.Recorded != 1 || r.Unproven != 1 || r.Fallen != nil {
		t.Errorf("the quotes: %+v", r)
	}
}

func TestRecheck(t *testing.T) {
	s := river()
	s.Facts[0].Citations[0].Quote = "We shall not close the river"
	s.Facts[1].Citations[0] = kb.Citation{Source: "communique", Quote: "bread is dear in the capital"}
	r := kb.RecheckQuotes([]*kb.Statement{s})
	var got []string
	for _, f := range r.Fallen {
		got = append(got, fmt.Sprintf("%s/%s: %s %q", f.Statement, f.Fact, f.Nearest.Verdict, f.Nearest.Found))
	}
	want := []string{`river/open: altered "We will not close the river"`, `river/barges: not-found ""`}
	if !slices.Equal(got, want) || r.Standing != 0 || r.Unproven != 1 {
		t.Errorf("fallen %q, want %q; %+v", got, want, r)
	}
}

// wordsOf is a text of n words as frequent as words are, in paragraphs.
func wordsOf(random *rand.Rand, n int) string {
	zipf := rand.NewZipf(random, 1.1, 3, 40_000)
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%x", zipf.Uint64())
		b.WriteString([]string{" ", ".\n\n"}[min(1, i%97/96)])
	}
	return b.String()
}

// million are 250 statements of 4,000 words each.
func million() []*kb.Statement {
	random := rand.New(rand.NewPCG(7, 1843))
	var all []*kb.Statement
	for i := range 250 {
		all = append(all, &kb.Statement{ID: fmt.Sprint("s", i), Sources: []kb.Source{{ID: "text", Text: wordsOf(random, 4000)}}})
	}
	return all
}

// BenchmarkQuote checks 200 characters, one word of them changed, against a
// million words.
func BenchmarkQuote(b *testing.B) {
	statements := million()
	texts := textsOf(statements...)
	random := rand.New(rand.NewPCG(3, 4))
	var took []time.Duration
	for b.Loop() {
		text := statements[random.IntN(250)].Sources[0].Text
		at := random.IntN(len(text) - 250)
		words := strings.Fields(text[at : at+200])
		words = slices.Insert(words[1:len(words)-1], 10, "not")
		start := time.Now()
		if _, err := texts.Quote(kb.Question{Text: strings.Join(words, " ")}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// BenchmarkLoadText loads a statement of 10,000 words into a library and checks
// a quotation of it.
func BenchmarkLoadText(b *testing.B) {
	l := library(b, opened(b, newPath(b)))
	random := rand.New(rand.NewPCG(5, 6))
	n := 0
	for b.Loop() {
		n++
		text := wordsOf(random, 10_000)
		s := validStatement(func(s *kb.Statement) {
			s.ID, s.Facts, s.Sources[0].Text = fmt.Sprint("text-", n), nil, text
		})
		load(b, l, "", s)
		if r, err := l.Quote(context.Background(), kb.Question{Text: text[:200]}); err != nil || r.Verdict == quote.NotFound {
			b.Fatal(r.Verdict, err)
		}
	}
}
