package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

var signed = regexp.MustCompile(`^(?i:[*_]*(?:/s/|\(?signed\)?[:\s]|\(?sgd\.?\)?\s|for (?:the )?(?:government|delegation|republic|kingdom|state|people|european)|on behalf of|pour (?:le|la|les|l['’])|por (?:el|la|los|las|o|a)\s|für die|за правительство|от имени|عن (?:حكومة|جمهورية|المملكة|دولة|الجانب)|代表))`)

// signs reports whether a few words say that somebody signs.
func signs(s string) bool {
	if utf8.RuneCountInString(s) > titleRunes {
		return false
	}
	office := strings.HasSuffix(s, ",") && isUpper(s) && isName(s) // "THE WHITE HOUSE,"
	return office || signed.MatchString(s) && !endsSentence(s) || isFor(s)
}

// isFor reports whether words are "For" and a name.
func isFor(s string) bool {
	words := strings.Fields(strings.Trim(s, "*_:"))
	if len(words) < 2 || len(words) > 7 || strings.ToLower(words[0]) != "for" {
		return false
	}
	return isName(strings.Join(words[1:], " "))
}

// isName reports whether words are those of a name or an office: each begins with
// a capital, but for particles.
func isName(s string) bool {
	words := strings.Fields(strings.Trim(s, "*_:,"))
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	if first := firstRune(words[0]); text.IsUnspaced(first) {
		return utf8.RuneCountInString(s) <= 12
	}
	for _, w := range words {
		r := firstRune(strings.TrimLeft(w, "(*_"))
		if !unicode.IsUpper(r) && !particles[w] && !unicode.Is(unicode.Lo, r) {
			return false
		}
	}
	return !unicode.IsLower(firstRune(words[0]))
}
