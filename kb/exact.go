package kb

import (
	"strings"

	"verbatim/kb/text"
)

// exact is the confidence in a fact that is asked in just these words, and
// exactMost how many candidates are looked at for that.
const (
	exact     = 0.97
	exactMost = 3
)

// exactly reports whether a fact is asked in just these words, or has them as a
// quote: nothing speaks against an answer then, whatever the words seem to say.
func (x *inquiry) exactly(words []text.Word, held *heldFact) bool {
	asked := run(words)
	is := func(phrasing string) bool {
		return strings.EqualFold(phrasing, x.question.Text) || run(x.scope.words(phrasing)) == asked
	}
	if is(held.fact.Question) {
		return true
	}
	for _, p := range held.fact.AlsoAsked {
		if is(p) {
			return true
		}
	}
	for _, c := range held.fact.Citations {
		if c.Quote != "" && is(c.Quote) {
			return true
		}
	}
	return false
}
