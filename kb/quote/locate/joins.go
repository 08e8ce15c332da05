package locate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/word"
)

// Spans reports whether a word goes on across the border before a token: the
// point of an abbreviation joins it, and so does the hyphen after a prefix that is
// no word (non-peaceful) or before a number (Crew-10). Any other hyphen is a
// border.
func Spans(body string, all []word.Token, at int) bool {
	return joins(body, all, at-1) || joins(body, all, at)
}

// joins reports whether a token joins the two beside it into one word.
func joins(body string, all []word.Token, at int) bool {
	if at <= 0 || at+1 >= len(all) || !tight(body, all, at) || !tight(body, all, at+1) {
		return false
	}
	before, this, after := all[at-1], all[at], all[at+1]
	mark := body[this.Start:this.End]
	switch this.Kind {
	case word.ADash:
		r, size := utf8.DecodeRuneInString(mark)
		return size == len(mark) && word.IsHyphen(r) && before.Kind == word.AWord && after.Kind == word.AWord &&
			(isPrefix[strings.ToLower(body[before.Start:before.End])] || startsWithDigit(body[after.Start:]))
	case word.AMark:
		return mark == "." && before.End-before.Start == 1 && before.Kind == word.AWord && (after.Kind == word.AWord || joins(body, all, at+1))
	}
	return false
}

// isPrefix has what is written before a hyphen and is no word by itself: without
// it the word behind may say the opposite.
var isPrefix = func() map[string]bool {
	prefixes := map[string]bool{}
	for p := range strings.FieldsSeq(`anti bi co contra counter de dis ex extra hyper il im in infra inter intra ir mid
		micro mini mis multi neo non para post pre pro pseudo quasi re semi sub super trans tri ultra un under vice`) {
		prefixes[p] = true
	}
	return prefixes
}()

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// tight reports whether nothing visible stands between a token and the one
// before it.
func tight(body string, all []word.Token, at int) bool {
	for _, r := range body[all[at-1].End:all[at].Start] {
		if word.ClassOf(r) != word.Invisible {
			return false
		}
	}
	return true
}
