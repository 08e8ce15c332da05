package plain

import (
	"regexp"
	"strings"
	"unicode"
)

// NoteMark matches the mark of a footnote, in brackets or not; the mark itself is its
// first group.
var NoteMark = regexp.MustCompile(`^[\[(]?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})[\])]?$`)

// IsNoteMark reports whether raised characters are the mark of a footnote, and not
// a power ("m²", "10⁹"): they follow a word of several letters, or a mark of
// punctuation.
func IsNoteMark(words, mark string) bool {
	words, mark = strings.TrimSpace(words), strings.TrimSpace(mark)
	if words == "" || !NoteMark.MatchString(mark) {
		return false
	}
	word := lastWord(words[max(0, len(words)-200):])
	last := Last(word)
	if unicode.IsLetter(last) && (len(words) < 4 || units[word] || len(word) == 1) {
		return false
	}
	mark = strings.Trim(mark, "[]()")
	return !unicode.IsDigit(last) && last != NoteClose && (unicode.IsDigit(First(mark)) || strings.ContainsAny(mark, "*†‡§"))
}

var units = map[string]bool{"km": true, "cm": true, "mm": true, "dm": true, "CO": true, "sq": true, "km/h": true}

func lastWord(s string) string {
	words := strings.Fields(s)
	return words[len(words)-1]
}

// Raised and Lowered write numbers with the characters that Unicode has for those
// that stand higher or lower.
var (
	Raised  = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻", "+", "⁺")
	Lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")
)
