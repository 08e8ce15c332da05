package verify

import (
	"cmp"

	"verbatim/kb/text"
)

// MayTranslate tells of a quotation that was not found whether it may be a translation
// of what is nearest to it, which stands in another language. Whether it is a true one is
// not said: words alone do not tell.
func (r Quoted) MayTranslate() bool { return r.Language != "" && r.Near != nil }

// NearLanguage is the language of what is nearest, as BCP 47; empty if nothing tells.
func (r Quoted) NearLanguage() string {
	return cmp.Or(r.Near.From.Language, text.Language(r.Near.Found))
}
