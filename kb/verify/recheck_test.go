package verify_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/verify"
)

func TestRecheck(t *testing.T) {
	s := kbtest.River()
	s.Facts[0].Citations[0].Quote = "We shall not close the river"
	s.Facts[1].Citations[0] = kb.Citation{Source: "communique", Quote: "bread is dear in the capital"}
	r := verify.Statements([]*kb.Statement{s})
	var got []string
	for _, f := range r.Broken {
		got = append(got, fmt.Sprintf("%s/%s: %s %q", f.Statement, f.Fact, f.Nearest.Verdict, f.Nearest.Found))
	}
	want := []string{`river/open: altered "We will not close the river"`, `river/barges: not-found ""`}
	if !slices.Equal(got, want) || r.Standing != 0 || r.Unproven != 1 {
		t.Errorf("fallen %q, want %q; %+v", got, want, r)
	}
}

// million are 250 statements of 4,000 words each.
func million() []*kb.Statement {
	random := rand.New(rand.NewPCG(7, 1843))
	var all []*kb.Statement
	for i := range 250 {
		all = append(all, &kb.Statement{ID: fmt.Sprint("s", i), Sources: []kb.Source{{ID: "text", Text: kbtest.WordsOf(random, 4000)}}})
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
