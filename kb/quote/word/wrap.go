package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text whose lines are broken by hand is read as if they were not: a line
// break inside a paragraph is a space (nothing, where words are written without
// spaces), and a hyphen at its end may be there for the line alone.

// SoftHyphen shows only where a line ends at it.
const SoftHyphen = '\u00ad'

// LineEnd returns the length of a hyphen at the end of a line that parts a word,
// with the white space after it; 0 if there is none. The word goes on in lower
// case; before a conjunction the hyphen stands for the rest of a word (“long-
// and short-term”).
func LineEnd(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r != SoftHyphen && !IsHyphen(r) {
		return 0
	}
	n := HardBreak(s[size:])
	if n == 0 {
		return 0
	}
	rest := s[size+n:]
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLower(r) || joinsTwo[upToLetters(rest)] {
		return 0
	}
	return size + n
}

// HardBreak returns the length of the white space at the beginning of a text, if
// there is exactly one line break in it; else 0.
func HardBreak(s string) int {
	lines, n := 0, 0
	for _, r := range s {
		if ClassOf(r) != Space {
			break
		}
		if r == '\n' {
			lines++
		}
		n += utf8.RuneLen(r)
	}
	if lines != 1 {
		return 0
	}
	return n
}

// joinsTwo has the conjunctions before which a hyphen is no part of a line.
var joinsTwo = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("and or to und oder bis et ou y e o и или") {
		m[w] = true
	}
	return m
}()

// upToLetters returns the letters that a text begins with, if they are few.
func upToLetters(s string) string {
	n := strings.IndexFunc(s[:min(len(s), 16)], func(r rune) bool { return ClassOf(r) != Letter })
	return s[:max(n, 0)]
}

// Unbroken returns a word without the ends of lines in it.
func Unbroken(word string) (whole string, broken bool) {
	if strings.IndexByte(word, '\n') < 0 {
		return word, false
	}
	var b strings.Builder
	for at := 0; at < len(word); {
		if n := LineEnd(word[at:]); n > 0 {
			at += n
			continue
		}
		_, size := utf8.DecodeRuneInString(word[at:])
		b.WriteString(word[at : at+size])
		at += size
	}
	return b.String(), true
}

// AsIs returns where a quotation ends that stands in a text at a byte offset
// character for character, but that hard line breaks of the text count as a
// space, or as nothing between characters that are written without spaces; ok
// is false if it does not stand there.
func AsIs(text, quoted string, at int) (end int, ok bool) {
	if at < 0 || at > len(text) {
		return 0, false
	}
	for i := 0; i < len(quoted); {
		n := HardBreakAt(text, at)
		switch {
		case n == 0 || strings.HasPrefix(quoted[i:], text[at:at+n]):
			if at == len(text) || text[at] != quoted[i] {
				return 0, false
			}
			at, i = at+1, i+1
		case quoted[i] == ' ' && ClassOf(First(quoted[i+1:])) != Space:
			at, i = at+n, i+1
		case quoted[i] != ' ' && i > 0 && IsUnspaced(Last(text[:at])) && IsUnspaced(First(text[at+n:])):
			at += n
		default:
			return 0, false
		}
	}
	return at, true
}

// HardBreakAt returns the length of the hard line break at a byte offset of a
// text, if white space begins there.
func HardBreakAt(text string, at int) int {
	if at == len(text) || text[at] > ' ' && text[at] < utf8.RuneSelf || at > 0 && ClassOf(Last(text[:at])) == Space {
		return 0
	}
	return HardBreak(text[at:])
}

// IsUnspaced reports whether a character is of a script that is written without
// spaces, or of its punctuation.
func IsUnspaced(r rune) bool {
	return ClassOf(r) == Ideograph || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF0F || r >= 0xFF1A && r <= 0xFF20
}
