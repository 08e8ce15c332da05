package cite

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Of a longer quotation, or one of several lines, only its two ends are in the
// link; beside a shorter one, some words around it are.
const (
	longestWhole = 150 // characters
	shortest     = 25  // characters
	endWords     = 5   // words of an end
	endLetters   = 12  // characters of an end, where words are not set apart
	aroundWords  = 3
)

// Link returns a link that scrolls a browser to a quotation on a web page and
// marks it, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
// Before and after are what stands around it in the same paragraph, as far as
// known. Without a quotation, the address is returned; without a web address,
// nothing.
func Link(address, quotation, before, after string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	text := directive(quotation, before, after)
	switch {
	case text == "":
		return address
	case strings.Contains(address, ":~:"):
		return address + "&text=" + text
	case strings.Contains(address, "#"):
		return address + ":~:text=" + text
	}
	return address + "#:~:text=" + text
}

func directive(quotation, before, after string) string {
	whole := strings.Join(strings.Fields(quotation), " ")
	length := utf8.RuneCountInString(whole)
	switch {
	case whole == "":
		return ""
	case length > longestWhole || strings.ContainsAny(strings.TrimSpace(quotation), "\n\r"):
		return encoded(firstOf(whole, endWords)) + "," + encoded(lastOf(whole, endWords))
	case length >= shortest:
		return encoded(whole)
	}
	text := encoded(whole)
	if prefix := lastOf(before, aroundWords); prefix != "" {
		text = encoded(prefix) + "-," + text
	}
	if suffix := firstOf(after, aroundWords); suffix != "" {
		text += ",-" + encoded(suffix)
	}
	return text
}

// firstOf returns the first words of a text; of one that is written without spaces,
// its first characters.
func firstOf(text string, n int) string {
	words := strings.Fields(text)
	if unspaced(text) {
		runes := []rune(strings.Join(words, " "))
		return strings.TrimSpace(string(runes[:min(len(runes), endLetters)]))
	}
	return strings.Join(words[:min(len(words), n)], " ")
}

func lastOf(text string, n int) string {
	words := strings.Fields(text)
	if unspaced(text) {
		runes := []rune(strings.Join(words, " "))
		return strings.TrimSpace(string(runes[len(runes)-min(len(runes), endLetters):]))
	}
	return strings.Join(words[len(words)-min(len(words), n):], " ")
}

// unspaced reports whether a text is written without spaces between words: a
// browser finds its words by a dictionary, and any characters are near enough.
func unspaced(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			n++
		}
	}
	return 2*n > utf8.RuneCountInString(text)
}

// encoded percent-encodes a term: all but letters, digits and what no grammar
// minds. The hyphen has a meaning in a text fragment, so it is encoded too.
func encoded(term string) string {
	var b strings.Builder
	for i := range len(term) {
		c := term[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
