package lexicon

import "verbatim/kb/text"

// The sets of words that several rooms read questions with.
var (
	// Joins are words that join names.
	Joins = text.Set("and or n و 和 与 及 跟 同")

	// Being are the verbs that make a passive.
	Being = text.Set("is are was were be been being get got gets")

	// Helping are verbs that stand before who acts or speaks in a question.
	Helping = text.Set("did does do has have had will would can could is was")
)
