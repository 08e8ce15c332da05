package kb

import (
	"crypto/sha256"
	"encoding/hex"

	"verbatim/kb/quote/locate"
)

// TextHash is the SHA-256 of a text in hexadecimal.
func TextHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Verified says whether the quote of a citation is known to stand, character
// for character and on the borders of words ([locate.Find]), in the text of its
// source: the text is held and the quote is there, or the file records both the
// hash of the text that it was checked against and where it stood. Everything else
// is to be shown as not checked. A citation without a quote has nothing to verify.
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

// Disproved says whether the quote of a citation is known to be false: the text of its
// source is held, and the quote does not stand in it.
func Disproved(c Citation, s Source) bool { return c.Quote != "" && s.Text != "" && !Verified(c, s) }

// PlaceOf is where the quote of a citation stands in a text, as a byte offset:
// where the citation has it, if that is true, otherwise where it stands first; -1
// if it stands nowhere.
func PlaceOf(c Citation, text string) int {
	if c.StandsAt(text) {
		return *c.At
	}
	return locate.Find(text, c.Quote)
}

// StandsAt says whether the quote stands in a text where the citation has it.
func (c Citation) StandsAt(text string) bool {
	return c.At != nil && locate.StandsAt(text, c.Quote, *c.At)
}
