package kb

import (
	"hash/maphash"
	"slices"
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
	is := func(phrasing string) bool { return strings.EqualFold(phrasing, x.question.Text) }
	return slices.Contains(held.cut.runs, hashRun(words)) || is(held.fact.Question) || slices.ContainsFunc(held.fact.AlsoAsked, is) ||
		slices.ContainsFunc(held.fact.Citations, func(c Citation) bool { return is(c.Quote) })
}

var runSeed = maphash.MakeSeed()

// hashRun is the hash of words, the same only as long as the program runs.
func hashRun(words []text.Word) uint64 {
	var h maphash.Hash
	h.SetSeed(runSeed)
	for i := range words {
		_, _ = h.WriteString(words[i].Text) // a hash never fails
		_ = h.WriteByte(' ')
	}
	return h.Sum64()
}
