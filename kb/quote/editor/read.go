package editor

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb/quote/word"
)

// What an editor may do to a quotation, if it is marked; [Change.Kind] names it.
const (
	Added    = "added in brackets"                       // the [new] treaty
	Replaced = "put in brackets for words of the source" // [The minister] will
	Brackets = "brackets around words of the source"     // [we] will, of “we will”
	Case     = "letter case changed in brackets"         // [W]e will
	Part     = "part of a word changed in brackets"      // call[ed]
	Omitted  = "words left out at an ellipsis"           // we […] will
	Sic      = "an editor’s remark"                      // they recieve (sic)
)

// A patch is a word that has brackets inside: what stands before, in and after
// them.
type patch struct {
	before, inner, after string
}

// squares are the brackets that an editor's own words stand in, by the one that
// opens; rounds may be around a remark such as (sic).
var (
	Squares = map[string]string{"[": "]", "［": "］", "〔": "〕"}
	rounds  = map[string]string{"(": ")", "（": "）"}
)

// Remarks are what editors write after what they found so.
var Remarks = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{"sic", "sic!", "!", "?", "so", "так", "так!", "так в тексте", "так в оригинале", "كذا", "هكذا", "原文如此", "原文", "ママ"} {
		m[w] = true
	}
	return m
}()

// A Marked word is one of a quotation, with what an editor marked of it.
type Marked struct {
	word.Word
	Mark int    // the editor's mark that it is in, from 1; 0 for the source's words
	Note bool   // that mark is the number of a note
	Part *patch // of a word with brackets inside; otherwise nil
}

// Read takes the words of a quotation as an editor means them who marks their own
// by brackets: what is in them need not be the source's. It reports whether there
// are such brackets.
func Read(text string, words []word.Word) (all []Marked, ok bool) {
	e := editing{text: text, all: words}
	for at := 0; at < len(words); {
		if n := e.bracket(at); n > 0 {
			at += n
			continue
		}
		e.words = append(e.words, Marked{Word: words[at]})
		at++
	}
	return e.words, e.marks > 0
}

// editing goes through the words of a quotation.
type editing struct {
	text  string
	all   []word.Word
	words []Marked // so far
	marks int
}

// bracket takes the words from one on that an editor's brackets are around, or
// inside, and returns how many they are; 0 if there are none.
func (e *editing) bracket(at int) int {
	all := e.all[at:]
	square, closing := Squares[all[0].Spelling], rounds[all[0].Spelling]
	if square != "" {
		closing = square
	}
	n := 1
	for closing != "" && n < len(all) && all[n].Spelling != closing {
		n++
	}
	if closing == "" || n >= len(all) {
		return 0
	}
	inner := strings.TrimSpace(e.text[all[0].End:all[n].Start])
	switch {
	case square != "" && isNote(inner) && at > 0 && e.all[at-1].End == all[0].Start:
		e.mark(all[:n+1])
		e.words[len(e.words)-1].Note = true
	case Remarks[strings.ToLower(inner)] && (square != "" || strings.IndexFunc(inner, word.IsLetter) >= 0):
		e.mark(all[:n+1])
	case square == "" || n == 2 && all[1].Kind == word.AnEllipsis:
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
func (e *editing) elided(all []word.Word) {
	w := Marked{Word: all[3], Part: &patch{inner: all[1].Spelling, after: "'" + all[3].Spelling}}
	w.Start, w.Spelling = all[0].Start, all[1].Spelling+"'"+w.Spelling
	e.marks++
	e.words = append(e.words, w)
}

// isNote reports whether brackets with that in them are the mark of a note.
func isNote(inner string) bool {
	return inner != "" && len(inner) <= 3 && strings.Trim(inner, "0123456789") == ""
}

// ending returns 1 if a word goes on behind a bracket: [China]’s.
func (e *editing) ending(all []word.Word, n int) int {
	if n+1 < len(all) && all[n+1].Kind == word.AWord {
		gap := e.text[all[n].End:all[n+1].Start]
		if r, size := utf8.DecodeRuneInString(gap); word.ClassOf(r) == word.Apostrophe && size == len(gap) {
			return 1
		}
	}
	return 0
}

// mark takes words as an editor's: brackets and all. The brackets themselves
// belong to the words beside them.
func (e *editing) mark(all []word.Word) {
	e.marks++
	from := len(e.words)
	for _, w := range all {
		if bracket := w.Kind == word.AMark && (Squares[w.Spelling] != "" || rounds[w.Spelling] != "" || IsBracketEnd[w.Spelling]); bracket {
			if len(e.words) > from {
				e.words[len(e.words)-1].End = w.End
			}
			continue
		}
		e.words = append(e.words, Marked{Word: w, Mark: e.marks})
	}
	if len(e.words) > from {
		e.words[from].Start = all[0].Start
	}
}

// IsBracketEnd has the brackets that close.
var IsBracketEnd = map[string]bool{"]": true, "］": true, "〕": true, ")": true, "）": true}

// inside reports whether brackets, the closing one n words further, stand in a
// word.
func (e *editing) inside(at, n int) bool {
	return n <= 2 && (e.joined(at-1) || e.joined(at+n)) && (n == 1 || e.all[at+1].Kind == word.AWord)
}

// joined reports whether a word and the next stand together, and one of them has
// letters.
func (e *editing) joined(at int) bool {
	if at < 0 || at+1 >= len(e.all) {
		return false
	}
	a, b := e.all[at], e.all[at+1]
	return a.End == b.Start && (e.hasLetters(a) || e.hasLetters(b))
}

func (e *editing) hasLetters(w word.Word) bool {
	return w.Kind == word.AWord && word.ClassOf(word.First(e.text[w.Start:w.End])) == word.Letter
}

// patched takes the word that brackets are inside of, and returns how many words
// behind the brackets belong to it.
func (e *editing) patched(at, n int) (after int) {
	words := e.all
	p := &patch{}
	w := Marked{Word: word.Word{Start: words[at].Start, End: words[at+n].End, Kind: word.AWord}, Part: p}
	if n == 2 {
		p.inner = words[at+1].Spelling
	}
	if e.joined(at-1) && e.hasLetters(words[at-1]) {
		p.before, w.Start = words[at-1].Spelling, words[at-1].Start
		e.words = e.words[:len(e.words)-1]
	}
	if e.joined(at+n) && e.hasLetters(words[at+n+1]) {
		p.after, w.End, w.Trail = words[at+n+1].Spelling, words[at+n+1].End, words[at+n+1].Trail
		after = 1
	}
	w.Spelling = p.before + p.inner + p.after
	e.marks++
	e.words = append(e.words, w)
	return after
}

// Makes reports whether an editor may have made a word of the source into the
// patched one, and names what was done: the case of letters, or an ending; no
// beginning, no number, and nothing that negates.
func (p *patch) Makes(source string) (kind string, ok bool) {
	whole := p.before + p.inner + p.after
	if strings.EqualFold(whole, source) {
		switch {
		case whole == source:
			return Brackets, true
		case p.keeps(source):
			return Case, true
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
	if !ok || !long || hasDigit(whole) || hasDigit(source) || Negates(p.inner) || Negates(rest) || Negates(whole) != Negates(source) {
		return "", false
	}
	return Part, true
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

// IsRemark reports whether what stands in brackets is a remark, such as (sic).
func IsRemark(text string) bool {
	return Remarks[strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !word.IsLetter(r) && r != '!' && r != '?' }))]
}
