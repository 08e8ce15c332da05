package lexicon

import (
	"testing"

	"verbatim/kb/text"
)

// TestWordSetsHoldWords keeps what no word of a text is ever equal to out of the
// sets: what is cut into several.
func TestWordSetsHoldWords(t *testing.T) {
	for name, set := range map[string]map[string]bool{
		"Joins": Joins, "Being": Being, "Helping": Helping, "otherWords": otherWords,
	} {
		for word := range set {
			if n := len(text.Words(word)); n != 1 {
				t.Errorf("%s has %q, which is %d words", name, word, n)
			}
		}
	}
}
