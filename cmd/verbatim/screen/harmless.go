package screen

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Harmless makes a text of others safe to print: what would move the cursor,
// change colours or turn the order of what stands around it does nothing any
// more. Line breaks stay, and isolates that end on their line, for they turn
// nothing but what they have within. The words are not touched.
func Harmless(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	from := 0
	for _, at := range isolated.FindAllStringIndex(s, -1) {
		within := s[at[0]+len(isolateBegins) : at[1]-len(isolateEnds)]
		b.WriteString(harmless(s[from:at[0]]) + isolateBegins + harmless(within) + isolateEnds)
		from = at[1]
	}
	b.WriteString(harmless(s[from:]))
	return b.String()
}

// The signs of an isolate (first strong isolate, pop), and those on a line that have no
// others within.
const isolateBegins, isolateEnds = "\u2068", "\u2069"

var isolated = regexp.MustCompile(isolateBegins + "[^\u2066-\u2069\u2028\u2029\u0085\n]*" + isolateEnds)

func harmless(s string) string {
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
	}, s)
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
