package vocabulary

import (
	"strings"
	"testing"

	"verbatim/kb/text"
)

// TestEndlessWordsAreNotCut keeps them from taking minutes.
func TestEndlessWordsAreNotCut(t *testing.T) {
	for range cuts(strings.Repeat("word", 100_000)) {
		t.Fatal("a word of 400,000 letters is cut")
	}
	for _, n := range []int{editedLeast, editedMost} {
		word := strings.Repeat("a", n)
		for _, known := range []string{word + "b", word[1:] + "b", word[1:]} {
			v := New()
			v.Add(text.Words(known)[0])
			if near := v.Nearest(&text.Words(word)[0]); len(near) == 0 || near[0].Sim < 0.55 {
				t.Errorf("a word of %d letters is not found by one of %d: %v", n, len(known), near)
			}
		}
	}
}
