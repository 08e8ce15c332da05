package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find returns where a quote first stands in a text, character for character and
// on the borders of words, as a byte offset; -1 if it stands nowhere. This is
// what verbatim means everywhere: "art of the" does not stand in "part of the".
// A hyphen is a border, so that "Japan" stands in "U.S.-Japan", but for one after
// a prefix (non-peaceful) or before a number (Crew-10); an apostrophe or a point
// inside a word or an abbreviation is none.
func Find(text, quote string) int {
	for from := 0; quote != ""; {
		at := strings.Index(text[from:], quote)
		if at < 0 {
			break
		}
		if at += from; StandsAt(text, quote, at) {
			return at
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
	return -1
}

// StandsAt reports whether a quote stands in a text at a byte offset, as [Find]
// has it. An offset outside of the text is none.
func StandsAt(text, quote string, at int) bool {
	return quote != "" && at >= 0 && at <= len(text) && strings.HasPrefix(text[at:], quote) &&
		!inside(text, at) && !inside(text, at+len(quote))
}

// wordMost is how many bytes on each side of a border are looked at, at most: no
// word is longer.
const wordMost = 256

// inside reports whether a byte offset is inside a word of the text.
func inside(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	switch a, b := classOf(before), classOf(after); {
	case at == 0, at == len(text), a == space, b == space:
		return false
	case a == letter && b == letter:
		return true
	}
	start, end := max(0, at-wordMost), min(len(text), at+wordMost)
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	if space := strings.LastIndexFunc(text[start:at], unicode.IsSpace); space >= 0 {
		start += space
	}
	if space := strings.IndexFunc(text[at:end], unicode.IsSpace); space >= 0 {
		end = at + space
	}
	x := New(Text{Body: text[start:end]})
	t := &x.texts[0]
	for i := t.first; i < t.last; i++ {
		w := x.tokens[i]
		switch at := uint32(at - start); {
		case w.start < at && at < w.end:
			return w.kind == isWord
		case w.start >= at:
			return x.spans(t, i)
		}
	}
	return false
}
