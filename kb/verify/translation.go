package verify

import (
	"cmp"

	"verbatim/kb/text"
)

// Translated says of a quotation that was not found whether what is nearest to it is in
// another language, and in which each is (BCP 47): it may be a translation. Whether it
// is a true one is not said: words alone do not tell.
func (r Quoted) Translated() (quotation, nearest string, other bool) {
	if r.Language == "" || r.Near == nil {
		return "", "", false
	}
	return r.Language, cmp.Or(r.Near.From.Language, text.Language(r.Near.Found)), true
}
