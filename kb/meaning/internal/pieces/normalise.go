package pieces

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"verbatim/kb/meaning/internal/trie"
)

// A mapping is a vocabulary's own map of characters (nmt_nfkc, which is not NFKC):
// what a run of bytes becomes. Replacements end with a byte 0.
type mapping struct {
	keys         trie.Trie
	replacements string
}

// space stands for a space inside pieces.
const space = "\u2581"

// normalise appends text as the pieces have it: characters mapped, spaces marked,
// one before the first word, none at the end, no two beside each other. A text
// of spaces only becomes nothing. Invalid bytes become U+FFFD.
func (m mapping) normalise(out []byte, text string) []byte {
	start := len(out)
	out = append(out, space...)
	afterSpace := true
	for len(text) > 0 {
		mapped, n := m.prefix(text)
		text = text[n:]
		if afterSpace {
			mapped = strings.TrimLeft(mapped, " ")
		}
		if mapped == "" {
			continue
		}
		afterSpace = strings.HasSuffix(mapped, " ")
		for i := range len(mapped) {
			if mapped[i] == ' ' {
				out = append(out, space...)
			} else {
				out = append(out, mapped[i])
			}
		}
	}
	for bytes.HasSuffix(out[start:], []byte(space)) {
		out = out[:len(out)-len(space)]
	}
	return out
}

// prefix gives what the first characters of text become, and how many bytes they
// are: the longest run that the map knows, or one character as it is.
func (m mapping) prefix(text string) (mapped string, length int) {
	if n, value := m.keys.Longest(text); n > 0 && int(value) < len(m.replacements) {
		mapped, _, _ = strings.Cut(m.replacements[value:], "\x00")
		return mapped, n
	}
	r, n := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && n <= 1 {
		return "\uFFFD", 1
	}
	return text[:n], n
}
