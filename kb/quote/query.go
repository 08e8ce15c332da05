package quote

import (
	"slices"
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
	mark      int    // the editor's mark that it is in, from 1; 0 for the source's words
	note      bool   // that mark is the number of a note
	part      *patch // of a word with brackets inside; otherwise nil
}

// query reads a quotation as it stands.
func (x *Index) query(text string) *query {
	return x.ask(text, slices.Collect(words(text)))
}

// ask makes a query of the words of a text.
func (x *Index) ask(text string, words []word) *query {
	q := &query{text: text, end: len(text), words: make([]asked, len(words)), last: len(words)}
	for i, w := range words {
		q.words[i] = x.asked(w)
	}
	if n := len(q.words); n > 0 && q.words[n-1].trail == possessive {
		q.words[n-1].trail = quoted // at the very end, the mark may be of the quotation
	}
	x.settle(q)
	return q
}

// readings returns a quotation as it stands and, where it has a hyphen that a text
// held has at the end of a line, also as if the hyphen were not there: only the
// line knows whether it is the word's.
func (x *Index) readings(text string) []*query {
	plain := slices.Collect(words(text))
	parted := x.parted(text, plain)
	all := []*query{x.ask(text, plain)}
	if len(parted) > readingsMost {
		return append(all, x.ask(text, whole(text, plain, parted)))
	}
	for subset := 1; subset < 1<<len(parted); subset++ {
		var some []int
		for i, at := range parted {
			if subset>>i&1 == 1 {
				some = append(some, at)
			}
		}
		all = append(all, x.ask(text, whole(text, plain, some)))
	}
	return all
}

// readingsMost is how many hyphens are read in each way; of more, all are.
const readingsMost = 3

// parted returns the numbers of the words that go on after a hyphen which may
// only be the end of a line: in the text itself, or in one held.
func (x *Index) parted(text string, all []word) []int {
	var parted []int
	for i, w := range all {
		next, ended := rest(text, all, i)
		if next == 0 {
			continue
		}
		id, known := x.ids[w.spelling+all[next].spelling]
		if known && (ended || x.broken[id]) {
			parted = append(parted, i)
		}
	}
	return parted
}

// rest returns the number of the word that a word goes on with after a hyphen, 0
// if it does not; ended, whether the text's line ends there.
func rest(text string, all []word, i int) (next int, ended bool) {
	next = i + 1
	if next < len(all) && all[next].kind == isDash {
		next++
	}
	if next >= len(all) || all[i].kind != isWord || all[next].kind != isWord {
		return 0, false
	}
	gap := text[all[i].end:all[next].start]
	if n := lineEnd(text[all[i].end:]); n > 0 && n == len(gap) {
		return next, true
	}
	r, size := utf8.DecodeRuneInString(gap)
	if !isHyphen[r] || strings.TrimSpace(gap[size:]) != "" {
		return 0, false
	}
	return next, false
}

// whole returns words with some of them put together with their rests.
func whole(text string, all []word, parted []int) []word {
	var put []word
	for i := 0; i < len(all); i++ {
		w := all[i]
		if slices.Contains(parted, i) {
			next, _ := rest(text, all, i)
			w.spelling += all[next].spelling
			w.end, w.trail, w.broken = all[next].end, all[next].trail, true
			i = next
		}
		put = append(put, w)
	}
	return put
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
		if w := q.words[i]; w.kind == isWord && w.mark == 0 {
			q.initial, q.initials = i, x.initials(w)
			return
		}
	}
}

func (x *Index) asked(w word) asked {
	a := asked{word: w, id: unknown}
	if id, ok := x.ids[w.spelling]; ok {
		a.id, a.group = id, x.group[id]
	} else {
		a.group = x.groupOf(w.spelling)
	}
	return a
}

// groupOf returns the group of the words that one is alike; unknown if no text has
// any.
func (x *Index) groupOf(spelling string) int32 {
	if g, ok := x.groups[likeness(spelling)]; ok {
		return g
	}
	return unknown
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
	if w.id != t.id && i != q.initial || w.part != nil || !w.trail.agrees(t.trail) {
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
