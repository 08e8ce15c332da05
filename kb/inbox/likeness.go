package inbox

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// Likeness is the part of the words that say something which two questions have in
// common, of what both have (Jaccard): 0 to 1, and 0 when they have different
// numbers: article 5 is not article 7.
func Likeness(a, b string) float64 { return share(stems(a), stems(b)) }

// stems are the stems of a text that say something, sorted; all of its words when none
// says anything.
func stems(s string) []string {
	all := text.Words(s)
	said := stemsOf(all, func(w text.Word) bool { return !w.Common || hasDigit(w.Text) })
	if len(said) == 0 {
		said = stemsOf(all, func(text.Word) bool { return true })
	}
	return said
}

func stemsOf(words []text.Word, counts func(text.Word) bool) (all []string) {
	for _, w := range words {
		if counts(w) {
			all = append(all, w.Stem)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// share is the likeness of two texts of which these are the stems.
func share(a, b []string) float64 {
	numbers := func(stems []string) []string {
		return slices.DeleteFunc(slices.Clone(stems), func(s string) bool { return !hasDigit(s) })
	}
	if len(a)+len(b) == 0 || !slices.Equal(numbers(a), numbers(b)) {
		return 0
	}
	both := 0
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
