package kb

import (
	"testing"

	"verbatim/kb/text"
)

// TestWordSetsAreFolded keeps words out of the sets that no folded word is ever
// equal to.
func TestWordSetsAreFolded(t *testing.T) {
	for name, set := range map[string]map[string]bool{
		"beforeObjects": beforeObjects, "beforeSpeakers": beforeSpeakers, "beforeDates": beforeDates, "determiners": determiners,
		"joins": joins, "saying": saying, "afterSaying": afterSaying, "sayingFirst": sayingFirst, "afterSpeakers": afterSpeakers, "officesAfter": officesAfter, "subjects": subjects, "being": being,
		"whose": whose, "identity": identity, "reacting": reacting, "helping": helping, "offices": offices, "aboutAnswer": aboutAnswer,
		"connectives": connectives, "pronouns": pronouns, "people": people, "thanks": thanks, "goingOn": goingOn, "beforeAbout": beforeAbout, "against": against,
	} {
		for word := range set {
			if folded := text.Fold(word); folded != word {
				t.Errorf("%s has %q, whose folded form is %q", name, word, folded)
			}
		}
	}
}
