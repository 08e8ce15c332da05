package pieces

import (
	"bytes"
	"unicode/utf8"

	"verbatim/kb/meaning/internal/trie"
)

// A Map is a vocabulary's own map of characters (nmt_nfkc, which is not NFKC):
// what a run of bytes becomes. Replacements end with a byte 0.
type Map struct {
	keys         trie.Trie
	replacements []byte
}

// space stands for a space inside pieces.
const space = "\u2581"

// normalise appends text as the pieces have it: characters mapped, spaces marked,
// one before the first word, none at the end, no two beside each other. A text
// of spaces only becomes nothing. Invalid bytes become U+FFFD.
func (m Map) normalise(out []byte, text string) []byte {
	start := len(out)
	out = append(out, space...)
	afterSpace := true
	for len(text) > 0 {
		mapped, n := m.prefix(text)
		text = text[n:]
		if afterSpace {
			mapped = bytes.TrimLeft(mapped, " ")
		}
		if len(mapped) == 0 {
			continue
		}
		afterSpace = mapped[len(mapped)-1] == ' '
		for _, b := range mapped {
			if b == ' ' {
				out = append(out, space...)
			} else {
				out = append(out, b)
			}
		}
	}
	for bytes.HasSuffix(out[start:], []byte(space)) {
		out = out[:len(out)-len(space)]
	}
	return out
}

var invalid = []byte("\uFFFD")

// prefix gives what the first characters of text become, and how many bytes they
// are: the longest run that the map knows, or one character as it is.
func (m Map) prefix(text string) (mapped []byte, length int) {
	if n, value := m.keys.Longest(text); n > 0 && int(value) < len(m.replacements) {
		mapped = m.replacements[value:]
		if end := bytes.IndexByte(mapped, 0); end >= 0 {
			mapped = mapped[:end]
		}
		return mapped, n
	}
	r, n := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && n <= 1 {
		return invalid, 1
	}
	return []byte(text[:n]), n
}
