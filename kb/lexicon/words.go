package lexicon

import "strings"

// Set is a set of folded words, written with white space between them. It is to be
// read only.
func Set(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// The sets of words that several rooms read questions with.
var (
	// Joins are words that join names.
	Joins = Set("and or n و 和 与 及 跟 同")

	// Being are the verbs that make a passive.
	Being = Set("is are was were be been being get got gets")

	// Helping are verbs that stand before who acts or speaks in a question.
	Helping = Set("did does do has have had will would can could is was")
)
