package library_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/data"
	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

// many is a statement with n facts of six phrasings each, of the same words
// again and again, as rare as words are.
func many(n int) *kb.Statement {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		return fmt.Sprintf("%c%cwo%drd", 'a'+random.IntN(26), 'a'+random.IntN(26), int(random.ExpFloat64()*500))
	}
	question := func() string {
		words := []string{"what does", word(), word(), "of", word(), word()}
		return strings.Join(words, " ") + "?"
	}
	s := kbtest.ValidStatement(func(s *kb.Statement) { s.ID, s.Facts = "many", nil })
	for i := range n {
		s.Facts = append(s.Facts, kb.Fact{
			ID: fmt.Sprintf("f%d", i), Question: question(), Answer: "It is " + word() + ".", Party: "Ada Lovelace",
			AlsoAsked: []string{question(), question(), question(), question(), question()},
			Citations: []kb.Citation{{Source: "held"}},
		})
	}
	return s
}

func manyLibrary(b *testing.B, n int) (func(fact ...kb.Fact), *library.Library) {
	b.Helper()
	s := kbtest.Opened(b, kbtest.NewPath(b))
	l := kbtest.Library(b, s)
	kbtest.Load(b, l, "", many(n))
	return func(facts ...kb.Fact) {
		for i := range facts {
			facts[i].Citations = []kb.Citation{{Source: "unheld"}}
		}
		applyTo(b, s, "", "many", facts...)
	}, l
}

// BenchmarkAddFact saves a fact among 20,000 and asks for it.
func BenchmarkAddFact(b *testing.B) {
	add, l := manyLibrary(b, 20_000)
	n := 0
	for b.Loop() {
		n++
		question := fmt.Sprintf("Was barrel number zz%d painted green?", n)
		add(fact(fmt.Sprintf("barrel-%d", n), question, "Yes."))
		if err := l.Refresh(context.Background()); err != nil {
			b.Fatal(err)
		}
		if a := l.Ask(context.Background(), kb.Question{Text: question}); a.Nearest == nil && a.Text != "Yes." {
			b.Fatalf("%q is answered %+v", question, a)
		}
	}
}

// BenchmarkSuggest types among 20,000 questions.
func BenchmarkSuggest(b *testing.B) {
	_, l := manyLibrary(b, 20_000)
	for _, typed := range []string{"", "w", "what d", "what does abwo", "does wo rd", "which of the words says that it does"} {
		b.Run(typed, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				took = append(took, suggesting(l, typed))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1e3, "p99-ms")
		})
	}
}

// suggesting is how long suggestions for what is typed take.
func suggesting(l *library.Library, typed string) time.Duration {
	start := time.Now()
	l.Suggest(typed, "", "")
	return time.Since(start)
}

// BenchmarkStart opens a database that has the shipped statements, and answers.
func BenchmarkStart(b *testing.B) {
	files, err := library.Files(data.Statements)
	if err != nil {
		b.Fatal(err)
	}
	path := kbtest.NewPath(b)
	if err := kbtest.Library(b, kbtest.Opened(b, path), files...).Learn(context.Background()); err != nil {
		b.Fatal(err)
	}
	for _, learn := range []bool{false, true} {
		b.Run(fmt.Sprintf("learned=%t", learn), func(b *testing.B) {
			for b.Loop() {
				s := kbtest.Opened(b, path)
				l := kbtest.Library(b, s, files...)
				if learn {
					if err := l.Learn(context.Background()); err != nil {
						b.Fatal(err)
					}
				}
				if a := l.Ask(context.Background(), kb.Question{Text: "What did Syria say about Taiwan?"}); !a.Answered && len(a.Nearest) == 0 {
					b.Fatalf("it is answered %+v", a)
				}
				_ = s.Close()
			}
		})
	}
}
