package quote

import "strings"

// nearbyLeast is how similar a sentence must be to be shown as the nearest to what
// was not found: of official statements, sentences on other matters mostly stay
// below.
const nearbyLeast = 0.25

// nearby returns the sentences that a passage is in, if it is similar enough to be
// told of.
func (s *search) nearby(p passage, similar float64) *Place {
	if similar < nearbyLeast {
		return nil
	}
	t := &s.texts[p.text]
	start, end := t.sentences(int(s.tokens[p.from].start), int(s.tokens[p.to-1].end))
	at := &Place{Source: t.Source, Start: start, End: end, Found: t.Body[start:end], Verdict: NotFound, Similarity: similar}
	at.Paragraph, _ = t.around(start, end)
	return at
}

// sentences widens a stretch to the sentences that it is in, within their
// paragraphs.
func (t *held) sentences(start, end int) (int, int) {
	first, last := t.numbers(start, end)
	low, high := t.paragraphs[first].Start, t.paragraphs[last].End
	for at := start; at > low; at-- {
		if endsBefore(t.Body[low:high], at-low) {
			low = at
		}
	}
	if n := strings.IndexFunc(t.Body[low:], func(r rune) bool { return !isSpace(r) }); n > 0 {
		low += n
	}
	for at := end; at < high; at++ {
		if endsBefore(t.Body[:high], at) {
			high = at
		}
	}
	return low, len(strings.TrimRightFunc(t.Body[:high], isSpace))
}

// endsBefore reports whether a sentence ends right before a byte offset: a mark
// that ends one, with quotation marks and brackets after it, and then white space
// (none is needed after a full-width mark).
func endsBefore(text string, at int) bool {
	before := strings.TrimRight(text[:at], "”’\"»)]』」）")
	r := last(before)
	if !isEnd[r] {
		return false
	}
	if r >= 0x3000 {
		return !isEnd[first(text[at:])] && !strings.ContainsRune("”’』」）", first(text[at:]))
	}
	return isSpace(first(text[at:])) && !abbreviates(before)
}

// abbreviates reports whether a full stop ends a single letter, as in U.S.
func abbreviates(text string) bool {
	text = strings.TrimSuffix(text, ".")
	return len(text) > 1 && isLetter(last(text)) && !isLetter(last(text[:len(text)-1])) || len(text) == 1
}
