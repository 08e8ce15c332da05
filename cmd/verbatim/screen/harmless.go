package screen

import (
	"fmt"
	"strings"
	"unicode"
)

// Harmless makes a text of others safe to print: what would move the cursor,
// change colours or turn the order of what stands around it does nothing any
// more. Line breaks stay. The words are not touched.
func Harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case r == '\t':
			return ' '
		case r == '\r', turnsOrder(r):
			return -1
		case r < ' ':
			return '\u2400' + r // the picture of the control character
		case unicode.IsControl(r):
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// turnsOrder says whether a character embeds, overrides or isolates a direction
// of writing for what comes after it
// (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). The
// marks that stand for a single character (LRM, RLM, ALM) reach no further and
// may stay.
func turnsOrder(r rune) bool {
	return '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}

// hasRightToLeft says whether a text has letters that are written from right to
// left.
func hasRightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
	})
}

// OneLine puts a text that may have line breaks on one line.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Count writes a number with its noun.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
