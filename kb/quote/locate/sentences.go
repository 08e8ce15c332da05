package locate

import (
	"strings"

	"verbatim/kb/quote/word"
)

// Sentences widens a stretch to the sentences that it is in, within their
// paragraphs.
func Sentences(body string, all []Paragraph, start, end int) (int, int) {
	first, last := Numbers(all, start, end)
	low, high := all[first].Start, all[last].End
	for at := start; at > low; at-- {
		if endsBefore(body[low:high], at-low) {
			low = at
		}
	}
	if n := strings.IndexFunc(body[low:], func(r rune) bool { return !word.IsSpace(r) }); n > 0 {
		low += n
	}
	for at := end; at < high; at++ {
		if endsBefore(body[:high], at) {
			high = at
		}
	}
	return low, len(strings.TrimRightFunc(body[:high], word.IsSpace))
}

// endsBefore reports whether a sentence ends right before a byte offset: a mark
// that ends one, with quotation marks and brackets after it, and then white space
// (none is needed after a full-width mark).
func endsBefore(text string, at int) bool {
	before := strings.TrimRight(text[:at], "”’\"»)]』」）")
	r := word.Last(before)
	if !word.IsEnd(r) {
		return false
	}
	if r >= 0x3000 {
		return !word.IsEnd(word.First(text[at:])) && !strings.ContainsRune("”’』」）", word.First(text[at:]))
	}
	return word.IsSpace(word.First(text[at:])) && !abbreviates(before)
}

// abbreviates reports whether a full stop ends a single letter, as in U.S.
func abbreviates(text string) bool {
	text = strings.TrimSuffix(text, ".")
	return len(text) > 1 && word.IsLetter(word.Last(text)) && !word.IsLetter(word.Last(text[:len(text)-1])) || len(text) == 1
}
