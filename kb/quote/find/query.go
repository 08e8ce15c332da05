package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// IsOmission reports whether words of the quotation are an ellipsis, with the
// brackets around it if there are any.
func (q *Query) IsOmission(words []int) bool {
	if len(words) == 0 {
		return false
	}
	start, end, ok := q.omission(words[0])
	return ok && start == words[0] && end == words[len(words)-1]+1
}

// Own returns how many words of the quotation are the source's, and how many the
// editor's.
func (q *Query) Own() (own, editors int) {
	for _, w := range q.Words[q.From:q.To] {
		switch {
		case w.Kind != word.AWord:
		case w.Mark > 0:
			editors++
		default:
			own++
		}
	}
	return own, editors
}

// HasMarks reports whether there are an editor's words in the quotation.
func (q *Query) HasMarks() bool {
	for _, w := range q.Words[q.From:q.last] {
		if w.Mark > 0 || w.Part != nil {
			return true
		}
	}
	return false
}

// A Query is a quotation, or a piece of one, ready to be looked for.
type Query struct {
	Text     string  // the whole quotation
	Start    int     // where the piece stands in it
	End      int     // (bytes)
	Words    []Asked // of the whole quotation
	From, To int     // the words that must stand in the source: without what is free at both ends
	last     int     // the words up to here are the piece's
	Initial  int     // the first word, whose first letter may differ in case; -1 if none
	initials []int32 // the identifiers that it may have then
}

// Asked is a word of a quotation, with what the index knows it by.
type Asked struct {
	editor.Marked
	id, group int32
	made      map[int32]bool // of the index's words, whether an editor may have made it of them
}

// Query reads a quotation as it stands.
func (x *Index) Query(text string) *Query {
	return x.ask(text, slices.Collect(word.All(text)))
}

// ask makes a query of the words of a text.
func (x *Index) ask(text string, words []word.Word) *Query {
	q := &Query{Text: text, End: len(text), Words: make([]Asked, len(words)), last: len(words)}
	for i, w := range words {
		q.Words[i] = x.asked(editor.Marked{Word: w})
	}
	if n := len(q.Words); n > 0 && q.Words[n-1].Trail == word.Possessive {
		q.Words[n-1].Trail = word.Quoted // at the very end, the mark may be of the quotation
	}
	x.settle(q)
	return q
}

// Readings returns a quotation as it stands and, where it has a hyphen that a text
// held has at the end of a line, also as if the hyphen were not there: only the
// line knows whether it is the word's.
func (x *Index) Readings(text string) []*Query {
	plain := slices.Collect(word.All(text))
	parted := x.parted(text, plain)
	all := []*Query{x.ask(text, plain)}
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
func (x *Index) parted(text string, all []word.Word) []int {
	var parted []int
	for i, w := range all {
		next, ended := rest(text, all, i)
		if next == 0 {
			continue
		}
		id, known := x.ids[w.Spelling+all[next].Spelling]
		if known && (ended || x.broken[id]) {
			parted = append(parted, i)
		}
	}
	return parted
}

// rest returns the number of the word that a word goes on with after a hyphen, 0
// if it does not; ended, whether the text's line ends there.
func rest(text string, all []word.Word, i int) (next int, ended bool) {
	next = i + 1
	if next < len(all) && all[next].Kind == word.ADash {
		next++
	}
	if next >= len(all) || all[i].Kind != word.AWord || all[next].Kind != word.AWord {
		return 0, false
	}
	gap := text[all[i].End:all[next].Start]
	if n := word.LineEnd(text[all[i].End:]); n > 0 && n == len(gap) {
		return next, true
	}
	r, size := utf8.DecodeRuneInString(gap)
	if !word.IsHyphen(r) || strings.TrimSpace(gap[size:]) != "" {
		return 0, false
	}
	return next, false
}

// whole returns words with some of them put together with their rests.
func whole(text string, all []word.Word, parted []int) []word.Word {
	var put []word.Word
	for i := 0; i < len(all); i++ {
		w := all[i]
		if slices.Contains(parted, i) {
			next, _ := rest(text, all, i)
			w.Spelling += all[next].Spelling
			w.End, w.Trail, w.Broken = all[next].End, all[next].Trail, true
			i = next
		}
		put = append(put, w)
	}
	return put
}

// piece returns the part of a quotation that has some of its words.
func (x *Index) piece(q *Query, from, to int) *Query {
	p := &Query{Text: q.Text, Start: q.Words[from].Start, End: q.Words[to-1].End, Words: q.Words, From: from, last: to}
	x.settle(p)
	return p
}

// settle finds out what is free at both ends, and the first word.
func (x *Index) settle(q *Query) {
	q.trim()
	q.Initial = -1
	for i := q.From; i < q.To; i++ {
		if w := q.Words[i]; w.Kind == word.AWord && w.Mark == 0 {
			q.Initial, q.initials = i, x.initials(w)
			return
		}
	}
}

func (x *Index) asked(w editor.Marked) Asked {
	a := Asked{Marked: w, id: unknown}
	switch id, ok := x.ids[w.Spelling]; {
	case w.Part != nil:
		a.group, a.made = x.groupOf(w.Spelling), map[int32]bool{}
	case ok:
		a.id, a.group = id, x.group[id]
	default:
		a.group = x.groupOf(w.Spelling)
	}
	return a
}

// Edited returns a quotation as an editor means it who marks their own words by
// brackets. Without such brackets, it is the quotation itself.
func (x *Index) Edited(q *Query) *Query {
	plain := make([]word.Word, len(q.Words))
	for i, w := range q.Words {
		plain[i] = w.Word
	}
	words, ok := editor.Read(q.Text, plain)
	if !ok {
		return q
	}
	edited := &Query{Text: q.Text, End: len(q.Text), last: len(words)}
	for _, w := range words {
		edited.Words = append(edited.Words, x.asked(w))
	}
	x.settle(edited)
	return edited
}

// groupOf returns the group of the words that one is alike; unknown if no text has
// any.
func (x *Index) groupOf(spelling string) int32 {
	if g, ok := x.groups[word.Likeness(spelling)]; ok {
		return g
	}
	return unknown
}

// initials returns the identifiers of a word whose first letter may be of any
// case.
func (x *Index) initials(w Asked) []int32 {
	r, size := utf8.DecodeRuneInString(w.Spelling)
	var ids []int32
	for _, first := range []rune{unicode.ToLower(r), unicode.ToUpper(r), unicode.ToTitle(r)} {
		if id, ok := x.ids[string(first)+w.Spelling[size:]]; ok && x.group[id] == w.group {
			ids = append(ids, id)
		}
	}
	return ids
}

// trim sets from and to: an ellipsis at either end and closing marks are free.
func (q *Query) trim() {
	q.To = q.last
	if start, end, ok := q.omission(q.From); ok && start == q.From {
		q.From = end
	}
	for q.To > q.From {
		last := q.Words[q.To-1]
		start, end, ok := q.omission(max(q.From, q.To-3))
		switch {
		case ok && end == q.To:
			q.To = start
		case last.Kind == word.ADash, last.Kind == word.AnEllipsis, last.Kind == word.AMark && closes(last.Spelling):
			q.To--
		default:
			return
		}
	}
}

// closes reports whether a mark is closing punctuation.
func closes(mark string) bool {
	r, _ := utf8.DecodeRuneInString(mark)
	return word.IsClosing(r)
}

// omission returns the first ellipsis from a word on, with the brackets around
// it if there are any.
func (q *Query) omission(from int) (start, end int, ok bool) {
	for i := from; i < q.last; i++ {
		if q.Words[i].Kind != word.AnEllipsis {
			continue
		}
		if i > from && i+1 < q.last && brackets[q.Words[i-1].Spelling+q.Words[i+1].Spelling] {
			return i - 1, i + 2, true
		}
		return i, i + 1, true
	}
	return 0, 0, false
}

var brackets = map[string]bool{"[]": true, "()": true, "（）": true, "［］": true, "【】": true, "〔〕": true}

// same reports whether a word of the quotation and a token are the same word.
func (q *Query) same(i int, t word.Token) bool {
	w := &q.Words[i]
	if w.id != t.ID && i != q.Initial || w.Part != nil || !w.Trail.Agrees(t.Trail) {
		return false
	}
	if w.id == t.ID {
		return w.id >= 0
	}
	for _, id := range q.initials {
		if id == t.ID {
			return true
		}
	}
	return false
}

// HasWords reports whether there is anything to be looked for.
func (q *Query) HasWords() bool { return q.Initial >= 0 }

// IsBracketed reports whether the ellipsis before a piece stands in the square
// brackets of an editor.
func (q *Query) IsBracketed(piece *Query) bool {
	at := piece.From - 1
	for at > 0 && q.Words[at].Kind == word.AMark && editor.Squares[q.Words[at].Spelling] == "" && q.Words[at-1].Kind != word.AnEllipsis {
		at--
	}
	return at > 1 && editor.IsBracketEnd[q.Words[at].Spelling] && q.Words[at-1].Kind == word.AnEllipsis && editor.Squares[q.Words[at-2].Spelling] != ""
}
