package answer

import (
	"strconv"
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// isAmount reports whether a word is a number and no year.
func isAmount(w text.Word) bool {
	n, err := strconv.Atoi(w.Text)
	return err == nil && (n < 1000 || n > 2100) || err != nil && strings.ContainsFunc(w.Text, unicode.IsDigit)
}
