package answer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// lacksDetail is the detail that a question asks for and a fact does not give: its
// answer has no number for it, and none of its phrasings, if there are enough of
// them to tell, asks for the like.
func (r *readings) lacksDetail(entry *index.Entry) lexicon.Detail {
	d := lexicon.DetailAsked(r.words)
	if d == "" || len(entry.Fact().AlsoAsked) < phrasingsTell || entry.Asks(d) ||
		d == lexicon.When && strings.ContainsFunc(entry.Fact().Answer, unicode.IsDigit) ||
		d == lexicon.HowMuch && slices.ContainsFunc(text.Words(entry.Fact().Answer), isAmount) {
		return ""
	}
	return d
}

// isAmount reports whether a word is a number and no year.
func isAmount(w text.Word) bool {
	n, err := strconv.Atoi(w.Text)
	return err == nil && (n < 1000 || n > 2100) || err != nil && strings.ContainsFunc(w.Text, unicode.IsDigit)
}

// phrasingsTell is how many phrasings besides the first show what a fact is asked
// for.
const phrasingsTell = 8
