package kb

import "strings"

// Verified reports whether the quote of c stands, character for character, in
// the text of s: the text is held and has it, or the file that brought c records
// both the text's hash and the place, which a check against the text has proved.
func Verified(c Citation, s Source) bool {
	if c.Quote == "" {
		return false
	}
	if s.Text != "" {
		return strings.Contains(s.Text, c.Quote)
	}
	return s.TextSHA256 != "" && c.At != nil
}
