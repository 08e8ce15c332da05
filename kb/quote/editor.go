package quote

import (
	"strings"
	"unicode/utf8"
)

// What an editor may do to a quotation, if it is marked; [Change.Kind] names it.
const (
	EditAdded    = "added in brackets"                       // the [new] treaty
	EditReplaced = "put in brackets for words of the source" // [The minister] will
	EditBrackets = "brackets around words of the source"     // [we] will, of “we will”
	EditCase     = "letter case changed in brackets"         // [W]e will
	EditPart     = "part of a word changed in brackets"      // call[ed]
	EditOmitted  = "words left out at an ellipsis"           // we […] will
	EditSic      = "an editor’s remark"                      // they recieve (sic)
)

// A patch is a word that has brackets inside: what stands before, in and after
// them.
type patch struct {
	before, inner, after string
	known                map[int32]bool // of the index's words, whether an editor may have made it of them
}

// squares are the brackets that an editor's own words stand in, by the one that
// opens; rounds may be around a remark such as (sic).
var (
	squares = map[string]string{"[": "]", "［": "］", "〔": "〕"}
	rounds  = map[string]string{"(": ")", "（": "）"}
)

// remarks are what editors write after what they found so.
var remarks = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{"sic", "sic!", "!", "?", "so", "так", "так!", "так в тексте", "так в оригинале", "كذا", "هكذا", "原文如此", "原文", "ママ"} {
		m[w] = true
	}
	return m
}()

// edited returns a quotation as an editor means it who marks their own words by
// brackets: what is in them need not be the source's. Without such brackets, it
// is the quotation itself.
func (x *Index) edited(q *query) *query {
	e := editing{x: x, q: q}
	for at := 0; at < len(q.words); {
		if n := e.bracket(at); n > 0 {
			at += n
			continue
		}
		e.words = append(e.words, q.words[at])
		at++
	}
	if e.marks == 0 {
		return q
	}
	edited := &query{text: q.text, end: len(q.text), words: e.words, last: len(e.words)}
	x.settle(edited)
	return edited
}

type editing struct {
	x     *Index
	q     *query
	words []asked
	marks int
}

// bracket takes the words from one on that an editor's brackets are around, or
// inside, and returns how many they are; 0 if there are none.
func (e *editing) bracket(at int) int {
	all := e.q.words[at:]
	square, closing := squares[all[0].spelling], rounds[all[0].spelling]
	if square != "" {
		closing = square
	}
	n := 1
	for closing != "" && n < len(all) && all[n].spelling != closing {
		n++
	}
	if closing == "" || n >= len(all) {
		return 0
	}
	inner := strings.TrimSpace(e.q.text[all[0].end:all[n].start])
	switch {
	case square != "" && isNote(inner) && at > 0 && e.q.words[at-1].end == all[0].start:
		e.mark(all[:n+1])
		e.words[len(e.words)-1].note = true
	case remarks[strings.ToLower(inner)] && (square != "" || strings.IndexFunc(inner, isLetter) >= 0):
		e.mark(all[:n+1])
	case square == "" || n == 2 && all[1].kind == isEllipsis:
		return 0
	case e.inside(at, n):
		return n + 1 + e.patched(at, n)
	case inner == "":
		return 0
	default:
		more := e.ending(all, n)
		if more > 0 && n == 2 && utf8.RuneCountInString(inner) <= letterMost { // [L]’État
			e.elided(all)
		} else {
			e.mark(all[:n+1+more])
		}
		return n + 1 + more
	}
	return n + 1
}

// elided takes a word of which the part before its apostrophe is in brackets.
func (e *editing) elided(all []asked) {
	w := all[3]
	w.start, w.id = all[0].start, unknown
	w.part = &patch{inner: all[1].spelling, after: "'" + w.spelling, known: map[int32]bool{}}
	w.spelling = all[1].spelling + "'" + w.spelling
	w.group = e.x.groupOf(w.spelling)
	e.marks++
	e.words = append(e.words, w)
}

// isNote reports whether brackets with that in them are the mark of a note.
func isNote(inner string) bool {
	return inner != "" && len(inner) <= 3 && strings.Trim(inner, "0123456789") == ""
}

// ending returns 1 if a word goes on behind a bracket: [China]’s.
func (e *editing) ending(all []asked, n int) int {
	if n+1 < len(all) && all[n+1].kind == isWord {
		gap := e.q.text[all[n].end:all[n+1].start]
		if r, size := utf8.DecodeRuneInString(gap); classOf(r) == apostrophe && size == len(gap) {
			return 1
		}
	}
	return 0
}

// mark takes words as an editor's: brackets and all. The brackets themselves
// belong to the words beside them.
func (e *editing) mark(all []asked) {
	e.marks++
	from := len(e.words)
	for _, w := range all {
		if bracket := w.kind == isMark && (squares[w.spelling] != "" || rounds[w.spelling] != "" || isBracketEnd[w.spelling]); bracket {
			if len(e.words) > from {
				e.words[len(e.words)-1].end = w.end
			}
			continue
		}
		w.mark = e.marks
		e.words = append(e.words, w)
	}
	if len(e.words) > from {
		e.words[from].start = all[0].start
	}
}

var isBracketEnd = map[string]bool{"]": true, "］": true, "〕": true, ")": true, "）": true}

// inside reports whether brackets, the closing one n words further, stand in a
// word.
func (e *editing) inside(at, n int) bool {
	return n <= 2 && (e.joined(at-1) || e.joined(at+n)) && (n == 1 || e.q.words[at+1].kind == isWord)
}

// joined reports whether a word and the next stand together, and one of them has
// letters.
func (e *editing) joined(at int) bool {
	if at < 0 || at+1 >= len(e.q.words) {
		return false
	}
	a, b := e.q.words[at], e.q.words[at+1]
	return a.end == b.start && (e.hasLetters(a) || e.hasLetters(b))
}

func (e *editing) hasLetters(w asked) bool {
	return w.kind == isWord && classOf(first(e.q.text[w.start:w.end])) == letter
}

// patched takes the word that brackets are inside of, and returns how many words
// behind the brackets belong to it.
func (e *editing) patched(at, n int) (after int) {
	words := e.q.words
	p := &patch{known: map[int32]bool{}}
	w := asked{word: word{start: words[at].start, end: words[at+n].end, kind: isWord}, id: unknown, group: unknown, part: p}
	if n == 2 {
		p.inner = words[at+1].spelling
	}
	if e.joined(at-1) && e.hasLetters(words[at-1]) {
		p.before, w.start = words[at-1].spelling, words[at-1].start
		e.words = e.words[:len(e.words)-1]
	}
	if e.joined(at+n) && e.hasLetters(words[at+n+1]) {
		p.after, w.end, w.trail = words[at+n+1].spelling, words[at+n+1].end, words[at+n+1].trail
		after = 1
	}
	w.spelling = p.before + p.inner + p.after
	w.group = e.x.groupOf(w.spelling)
	e.marks++
	e.words = append(e.words, w)
	return after
}

// own returns how many words of the quotation are the source's, and how many the
// editor's.
func (q *query) own() (own, editors int) {
	for _, w := range q.words[q.from:q.to] {
		switch {
		case w.kind != isWord:
		case w.mark > 0:
			editors++
		default:
			own++
		}
	}
	return own, editors
}

// hasMarks reports whether there are an editor's words in the quotation.
func (q *query) hasMarks() bool {
	for _, w := range q.words[q.from:q.last] {
		if w.mark > 0 || w.part != nil {
			return true
		}
	}
	return false
}

// makes reports whether an editor may have made a word of the source into the
// patched one, and names what was done: the case of letters, or an ending; no
// beginning, no number, and nothing that negates.
func (p *patch) makes(source string) (kind string, ok bool) {
	whole := p.before + p.inner + p.after
	if strings.EqualFold(whole, source) {
		switch {
		case whole == source:
			return EditBrackets, true
		case p.keeps(source):
			return EditCase, true
		}
		return "", false
	}
	rest, ok := strings.CutPrefix(source, p.before)
	if !ok && len(p.before) > 0 && strings.HasPrefix(source, swappedFirst(p.before)) {
		rest, ok = source[len(p.before):], true
	}
	if ok {
		rest, ok = strings.CutSuffix(rest, p.after)
	}
	most := endingMost
	if p.after != "" {
		most = letterMost
	}
	long := utf8.RuneCountInString(p.before) >= 2 && utf8.RuneCountInString(rest) <= most && utf8.RuneCountInString(p.inner) <= most
	if !ok || !long || hasDigit(whole) || hasDigit(source) || negates(p.inner) || negates(rest) || negates(whole) != negates(source) {
		return "", false
	}
	return EditPart, true
}

const (
	endingMost = 6 // letters of an ending
	letterMost = 2 // letters inside a word
)

// keeps reports whether the letters outside of the brackets are the source's.
func (p *patch) keeps(source string) bool {
	return strings.HasPrefix(source, p.before) && strings.HasSuffix(source, p.after)
}

func swappedFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if l := strings.ToLower(string(r)); l != string(r) {
		return l + s[size:]
	}
	return strings.ToUpper(string(r)) + s[size:]
}
