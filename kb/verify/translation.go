package verify

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"verbatim/kb/text"
)

// Translation says of a quotation that was not found that it may be a translation of
// what is nearest to it, which stands in another language; empty if it is in the same.
// Whether it is a true one is not said: words alone do not tell.
func (r Quoted) Translation() string {
	if r.Language == "" || r.Near == nil {
		return ""
	}
	of := languageName(cmp.Or(r.Near.From.Language, text.Language(r.Near.Found)))
	return "The quotation is " + languageName(r.Language) + ", and the nearest to it that is held is " + of +
		". It may be a translation; whether it is a true one, words cannot tell."
}

func languageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return "in another language"
	}
	return display.English.Languages().Name(t)
}
