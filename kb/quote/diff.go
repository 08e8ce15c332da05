package quote

import (
	"strings"
	"unicode"
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
// and in the text. White space that both have at an end is the same.
func (d *diff) change(source, text string) {
	left := sharedSpace(source, text, strings.TrimLeftFunc)
	d.add(Same, source[:left])
	source = source[left:]
	if left > 0 {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
	}
	right := sharedSpace(source, text, strings.TrimRightFunc)
	if right > 0 {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
	}
	d.add(Dropped, source[:len(source)-right])
	d.add(Added, text)
	d.add(Same, source[len(source)-right:])
}

// sharedSpace returns how many bytes of white space the source has at the end
// that is trimmed, if the text has some there too.
func sharedSpace(source, text string, trim func(string, func(rune) bool) string) int {
	if len(trim(text, unicode.IsSpace)) == len(text) {
		return 0
	}
	return len(source) - len(trim(source, unicode.IsSpace))
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
		if !step.same {
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
