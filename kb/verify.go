package kb

import "strings"

// Verified says whether the quote of a citation is known to stand, character
// for character, in the text of its source: the text is held and the quote is
// there, or the file records both the hash of the text that it was checked
// against and where it stood. Everything else is to be shown as not checked. A
// citation without a quote has nothing to verify.
func Verified(c Citation, s Source) bool {
	switch {
	case c.Quote == "":
		return false
	case s.Text != "":
		return standsAt(c, s.Text) || strings.Contains(s.Text, c.Quote)
	default:
		return s.TextSHA256 != "" && c.At != nil
	}
}

// standsAt says whether the quote stands in the text where the citation has it.
func standsAt(c Citation, text string) bool {
	return c.At != nil && *c.At >= 0 && *c.At <= len(text) && strings.HasPrefix(text[*c.At:], c.Quote)
}
