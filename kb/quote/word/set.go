package word

import (
	"strings"
)

// Folded returns a word as it is looked up in a list: letters of different alphabets
// stay different.
func Folded(w string) string {
	if isLower(w) {
		return strings.ReplaceAll(w, "'", "")
	}
	return liken(w, LikeLook)
}

// SetOf has the words of lists, divided by spaces, by what [Folded] makes of them.
func SetOf(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for w := range strings.FieldsSeq(l) {
			m[Folded(w)] = true
		}
	}
	return m
}
