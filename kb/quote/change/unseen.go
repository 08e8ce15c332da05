package change

import (
	"fmt"
	"strings"

	"verbatim/kb/quote/word"
)

// unseenNames are the characters that a reader does not see, or takes for a
// plain space, as they are told of.
var unseenNames = map[rune]string{
	'\u00ad': "a soft hyphen",
	'\u200b': "a zero-width space",
	'\u200c': "a zero-width non-joiner",
	'\u200d': "a zero-width joiner",
	'\u2060': "a word joiner",
	'\ufeff': "a zero-width no-break space",
	'\u200e': "a left-to-right mark",
	'\u200f': "a right-to-left mark",
	'\u061c': "an Arabic letter mark",
	'\u202a': "a direction mark", '\u202b': "a direction mark", '\u202c': "a direction mark", '\u202d': "a direction mark", '\u202e': "a direction mark",
	'\u2066': "a direction mark", '\u2067': "a direction mark", '\u2068': "a direction mark", '\u2069': "a direction mark",
	'\u00a0': "a no-break space",
	'\u202f': "a narrow no-break space",
	'\u2007': "a figure space",
	'\u2009': "a thin space",
	'\u200a': "a hair space",
	'\u2002': "an en space",
	'\u2003': "an em space",
	'\u3000': "a full-width space",
	'\u2028': "a line separator",
	'\u2029': "a paragraph separator",
	'\t':     "a tab",
	'\r':     "a carriage return",
}

// nameUnseen names a character that is not seen.
func nameUnseen(r rune) string {
	if name, ok := unseenNames[r]; ok {
		return name
	}
	return fmt.Sprintf("an invisible character (U+%04X)", r)
}

// white says what white space is; special if it is more than spaces and line
// breaks.
func white(s string) (says string, special bool) {
	plain := strings.Trim(s, " \n")
	switch r := []rune(plain); {
	case len(r) == 1:
		return nameUnseen(r[0]), true
	case len(r) > 1:
		return "other white space", true
	case s == "":
		return "no space", false
	case strings.Contains(s, "\n\n"):
		return "a blank line", false
	case strings.Contains(s, "\n"):
		return "a line break", false
	case s == " ":
		return "a space", false
	}
	return fmt.Sprintf("%d spaces", len(s)), false
}

// unseenIn names the invisible characters of a stretch, each once.
func unseenIn(s string) string {
	var names []string
	seen := map[string]bool{}
	for _, r := range s {
		if name := nameUnseen(r); word.ClassOf(r) == word.Invisible && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return list(names)
}

// list joins names by commas and a last “and”.
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
