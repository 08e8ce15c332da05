package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

// A line is where a line stands in the text, without the white space around it.
type line struct{ start, end int }

// paragraphs cuts a text at its blank lines, as Paragraphs of kb/quote/locate does, into
// the lines of each paragraph.
func paragraphs(text string) (all [][]line) {
	open := false
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end, next = at+n, at+n+1
		}
		raw := text[at:end]
		bare := strings.TrimFunc(raw, atEdge)
		switch start := at + strings.Index(raw, bare); {
		case Blank(bare):
			open = false
		case open:
			all[len(all)-1] = append(all[len(all)-1], line{start, start + len(bare)})
		default:
			all, open = append(all, []line{{start, start + len(bare)}}), true
		}
		at = next
	}
	return all
}

// atEdge reports whether a character is no part of a line when it stands at its
// edge. A soft hyphen there tells that a word is cut.
func atEdge(r rune) bool { return r != softHyphen && nothing(r) }

const softHyphen = '\u00AD'

// nothing reports whether a character shows nothing: white space, and what is
// invisible to kb/quote.
func nothing(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Variation_Selector) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// columns is how wide a line is: a character of East Asia takes two.
func columns(s string) (n int) {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// wide reports whether a character is one of East Asia, that takes two columns
// and that no space stands beside.
func wide(r rune) bool {
	return r >= 0x2E80 && (text.IsUnspaced(r) || r <= 0x303F || r >= 0xFF01 && r <= 0xFF60)
}

// firstWord gives the first word of a line, or its first character in a script
// without spaces.
func firstWord(s string) string {
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			return s[:i]
		case text.IsUnspaced(r):
			return s[:max(i, utf8.RuneLen(r))]
		}
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// Blank reports whether a line has nothing that shows, as the line between two
// paragraphs.
func Blank(s string) bool { return strings.TrimFunc(s, nothing) == "" }

// Wide reports whether no space stands beside a character where lines are put
// together: a character or a mark of East Asia.
func Wide(r rune) bool { return wide(r) }
