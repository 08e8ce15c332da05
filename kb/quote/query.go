package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A query is a quotation, or a piece of one, ready to be looked for.
type query struct {
	text     string  // the whole quotation
	start    int     // where the piece stands in it
	end      int     // (bytes)
	words    []asked // of the whole quotation
	from, to int     // the words that must stand in the source: without what is free at both ends
	last     int     // the words up to here are the piece's
	initial  int     // the first word, whose first letter may differ in case; -1 if none
	initials []int32 // the identifiers that it may have then
}

// asked is a word of a quotation, with what the index knows it by.
type asked struct {
	word
	id, group int32
}

// query reads a quotation.
func (x *Index) query(text string) *query {
	q := &query{text: text, end: len(text)}
	for w := range words(text) {
		q.words = append(q.words, x.asked(w))
	}
	q.last = len(q.words)
	x.settle(q)
	return q
}

// piece returns the part of a quotation that has some of its words.
func (x *Index) piece(q *query, from, to int) *query {
	p := &query{text: q.text, start: q.words[from].start, end: q.words[to-1].end, words: q.words, from: from, last: to}
	x.settle(p)
	return p
}

// settle finds out what is free at both ends, and the first word.
func (x *Index) settle(q *query) {
	q.trim()
	q.initial = -1
	for i := q.from; i < q.to; i++ {
		if w := q.words[i]; w.kind == isWord {
			q.initial, q.initials = i, x.initials(w)
			return
		}
	}
}

func (x *Index) asked(w word) asked {
	a := asked{w, unknown, unknown}
	if id, ok := x.ids[w.spelling]; ok {
		a.id, a.group = id, x.group[id]
	} else if g, ok := x.groups[strings.ToLower(w.spelling)]; ok {
		a.group = g
	}
	return a
}

// initials returns the identifiers of a word whose first letter may be of any
// case.
func (x *Index) initials(w asked) []int32 {
	r, size := utf8.DecodeRuneInString(w.spelling)
	var ids []int32
	for _, first := range []rune{unicode.ToLower(r), unicode.ToUpper(r), unicode.ToTitle(r)} {
		if id, ok := x.ids[string(first)+w.spelling[size:]]; ok && x.group[id] == w.group {
			ids = append(ids, id)
		}
	}
	return ids
}

// trim sets from and to: an ellipsis at either end and closing marks are free.
func (q *query) trim() {
	q.to = q.last
	if start, end, ok := q.omission(q.from); ok && start == q.from {
		q.from = end
	}
	for q.to > q.from {
		last := q.words[q.to-1]
		start, end, ok := q.omission(max(q.from, q.to-3))
		switch {
		case ok && end == q.to:
			q.to = start
		case last.kind == isDash, last.kind == isEllipsis, last.kind == isMark && closes(last.spelling):
			q.to--
		default:
			return
		}
	}
}

// closes reports whether a mark is closing punctuation.
func closes(mark string) bool {
	r, _ := utf8.DecodeRuneInString(mark)
	return isClosing[r]
}

// omission returns the first ellipsis from a word on, with the brackets around
// it if there are any.
func (q *query) omission(from int) (start, end int, ok bool) {
	for i := from; i < q.last; i++ {
		if q.words[i].kind != isEllipsis {
			continue
		}
		if i > from && i+1 < q.last && brackets[q.words[i-1].spelling+q.words[i+1].spelling] {
			return i - 1, i + 2, true
		}
		return i, i + 1, true
	}
	return 0, 0, false
}

var brackets = map[string]bool{"[]": true, "()": true, "（）": true, "［］": true, "【】": true, "〔〕": true}

// same reports whether a word of the quotation and a token are the same word.
func (q *query) same(i int, t token) bool {
	w := &q.words[i]
	if w.id != t.id && i != q.initial || !w.trail.agrees(t.trail) {
		return false
	}
	if w.id == t.id {
		return w.id >= 0
	}
	for _, id := range q.initials {
		if id == t.id {
			return true
		}
	}
	return false
}

// hasWords reports whether there is anything to be looked for.
func (q *query) hasWords() bool { return q.initial >= 0 }

// pieces returns the parts of the quotation between its ellipses; parts
// without a word are left out.
func (x *Index) pieces(q *query) []*query {
	var all []*query
	for at := q.from; at < q.to; {
		start, end, ok := q.omission(at)
		if !ok || start >= q.to {
			start, end = q.to, q.to
		}
		if start > at {
			if p := x.piece(q, at, start); p.hasWords() {
				all = append(all, p)
			}
		}
		at = end
	}
	return all
}
