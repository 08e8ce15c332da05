package answer

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
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
func (x *inquiry) exactly(words []text.Word, entry *index.Entry) bool {
	f := entry.Fact()
	is := func(phrasing string) bool { return strings.EqualFold(phrasing, x.question.Text) }
	return entry.IsAskedIn(words) || is(f.Question) || slices.ContainsFunc(f.AlsoAsked, is) ||
		slices.ContainsFunc(f.Citations, func(c kb.Citation) bool { return is(c.Quote) })
}
