package change

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb/quote/find"
	"verbatim/kb/quote/word"
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
type ops []Op

func (d *ops) add(op, text string) {
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
func (d *ops) change(source, text string) {
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
		case word.IsSpace(r) && word.IsSpace(o):
			n += len(source[n:]) - len(strings.TrimLeftFunc(source[n:], word.IsSpace))
			m += len(text[m:]) - len(strings.TrimLeftFunc(text[m:], word.IsSpace))
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
		case word.IsSpace(r) && word.IsSpace(o):
			n += len(source) - n - len(strings.TrimRightFunc(source[:len(source)-n], word.IsSpace))
			m += len(text) - m - len(strings.TrimRightFunc(text[:len(text)-m], word.IsSpace))
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
	c := word.ClassOf(r)
	return c == word.Quotation || c == word.Apostrophe || c == word.Other && !word.IsSeparator(r)
}

// Diff writes an alignment out, from one byte offset of the source to another.
// What is free at the ends of the quotation is left out.
func Diff(s *find.Search, q *find.Query, t *find.Held, steps []find.Step, start, end int) []Op {
	var d ops
	at, changed := q.Words[q.From].Start, false
	between := func(source, text string) {
		if changed {
			d.change(source, text)
		} else {
			d.add(Same, source)
		}
		changed = false
	}
	for _, step := range steps {
		if !step.Same || q.Words[step.Word].Mark > 0 {
			changed = true
			continue
		}
		w, found := q.Words[step.Word], s.Token(step.Token)
		between(t.Body[start:found.Start], q.Text[min(at, w.Start):w.Start])
		d.add(Same, t.Body[found.Start:found.End])
		start, at = int(found.End), w.End
	}
	between(t.Body[start:end], q.Text[at:max(at, q.Words[q.To-1].End)])
	return d
}
