package kb

import "verbatim/kb/quote"

// Verified says whether the quote of a citation is known to stand, character
// for character and on the borders of words ([quote.Find]), in the text of its
// source: the text is held and the quote is there, or the file records both the hash of the text that it was checked
// against and where it stood. Everything else is to be shown as not checked. A
// citation without a quote has nothing to verify.
func Verified(c Citation, s Source) bool {
	switch {
	case c.Quote == "":
		return false
	case s.Text != "":
		return PlaceOf(c, s.Text) >= 0
	default:
		return s.TextSHA256 != "" && c.At != nil
	}
}

// PlaceOf is where the quote of a citation stands in a text, as a byte offset:
// where the citation has it, if that is true, otherwise where it stands first; -1
// if it stands nowhere.
func PlaceOf(c Citation, text string) int {
	if standsAt(c, text) {
		return *c.At
	}
	return quote.Find(text, c.Quote)
}

// standsAt says whether the quote stands in the text where the citation has it.
func standsAt(c Citation, text string) bool {
	return c.At != nil && quote.StandsAt(text, c.Quote, *c.At)
}
