package quote

import (
	"strings"
	"unicode/utf8"
)

// An Op is a stretch of a difference.
type Op struct {
	Op   string `json:"op"` // Same, Dropped or Added
	Text string `json:"text"`
}

// What the text and its source have in common (in the source's characters),
// what only the source has, and what only the text has.
const (
	Same    = "="
	Dropped = "-"
	Added   = "+"
)

// A diff is a list of ops in the making, neighbours of the same kind joined.
type diff []Op

func (d *diff) add(op, text string) {
	switch n := len(*d); {
	case text == "":
	case n > 0 && (*d)[n-1].Op == op:
		(*d)[n-1].Text += text
	default:
		*d = append(*d, Op{op, text})
	}
}

// change adds what stands between two words that are the same: in the source
// and in the text. Marks and white space that both have at an end are the same.
func (d *diff) change(source, text string) {
	n, m := sharedStart(source, text)
	d.add(Same, source[:n])
	source, text = source[n:], text[m:]
	n, m = sharedEnd(source, text)
	d.add(Dropped, source[:len(source)-n])
	d.add(Added, text[:len(text)-m])
	d.add(Same, source[len(source)-n:])
}

// sharedStart returns the lengths of what a source and a text begin with that is
// the same: marks, and white space of any kind.
func sharedStart(source, text string) (n, m int) {
	for n < len(source) && m < len(text) {
		r, size := utf8.DecodeRuneInString(source[n:])
		o, width := utf8.DecodeRuneInString(text[m:])
		switch {
		case isSpace(r) && isSpace(o):
			n += len(source[n:]) - len(strings.TrimLeftFunc(source[n:], isSpace))
			m += len(text[m:]) - len(strings.TrimLeftFunc(text[m:], isSpace))
			continue
		case r != o || !isOutside(r):
			return n, m
		}
		n, m = n+size, m+width
	}
	return n, m
}

// sharedEnd returns the same for their ends.
func sharedEnd(source, text string) (n, m int) {
	for n < len(source) && m < len(text) {
		r, size := utf8.DecodeLastRuneInString(source[:len(source)-n])
		o, width := utf8.DecodeLastRuneInString(text[:len(text)-m])
		switch {
		case isSpace(r) && isSpace(o):
			n += len(source) - n - len(strings.TrimRightFunc(source[:len(source)-n], isSpace))
			m += len(text) - m - len(strings.TrimRightFunc(text[:len(text)-m], isSpace))
			continue
		case r != o || !isOutside(r):
			return n, m
		}
		n, m = n+size, m+width
	}
	return n, m
}

// isOutside reports whether a character is in no word and in no ellipsis.
func isOutside(r rune) bool {
	c := classOf(r)
	return c == quotation || c == apostrophe || c == other && !separating[r]
}

// diff writes an alignment out, from one byte offset of the source to another.
// What is free at the ends of the quotation is left out.
func (s *search) diff(q *query, t *held, steps []step, start, end int) []Op {
	var d diff
	at, changed := q.words[q.from].start, false
	between := func(source, text string) {
		if changed {
			d.change(source, text)
		} else {
			d.add(Same, source)
		}
		changed = false
	}
	for _, step := range steps {
		if !step.same || q.words[step.word].mark > 0 {
			changed = true
			continue
		}
		w, found := q.words[step.word], s.tokens[step.token]
		between(t.Body[start:found.start], q.text[min(at, w.start):w.start])
		d.add(Same, t.Body[found.start:found.end])
		start, at = int(found.end), w.end
	}
	between(t.Body[start:end], q.text[at:max(at, q.words[q.to-1].end)])
	return d
}
