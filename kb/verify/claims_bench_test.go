package verify_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/verify"
)

// BenchmarkClaims checks an article of 10,000 words, with a quotation in each
// paragraph of 80 words, against a million words.
func BenchmarkClaims(b *testing.B) {
	statements := million()
	texts := textsOf(statements...)
	random := rand.New(rand.NewPCG(5, 6))
	var article strings.Builder
	for i := range 125 {
		text := statements[i].Sources[0].Text
		words := strings.Fields(text[:400])
		words = words[1 : len(words)-1]
		fmt.Fprintf(&article, "Ada Marn said: “%s.” %s.\n\n", strings.Join(words[:30], " "), kbtest.WordsOf(random, 50))
	}
	judge := func(text string) (verify.Quoted, error) { return texts.Quote(kb.Question{Text: text}) }
	for b.Loop() {
		if all, err := verify.Claims(b.Context(), article.String(), judge); err != nil || len(all) != 125 {
			b.Fatalf("%d quotations, %v", len(all), err)
		}
	}
}
