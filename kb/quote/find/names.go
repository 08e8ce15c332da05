package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// Names reports whether a word may name somebody or something: with a capital
// inside a sentence, or at its beginning if no text held has it without one; in
// scripts without capitals, any word that does not stand for others.
func (x *Index) Names(w string, begins bool) bool {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case editor.Refers(w) || !unicode.IsLetter(r):
		return false
	case unicode.IsUpper(r):
		_, plain := x.ids[string(unicode.ToLower(r))+w[size:]]
		return !begins || !plain
	}
	return !unicode.IsLower(r)
}

// Begins reports whether a token is the first of a sentence or a paragraph.
func (s *Search) Begins(at int) bool {
	t := &s.texts[s.textAt(at)]
	if at <= t.First {
		return true
	}
	before := t.Body[s.tokens[at-1].Start:s.tokens[at].Start]
	return word.IsEnd(word.First(before)) || strings.ContainsFunc(before, isDouble) || word.HardBreak(before[s.tokens[at-1].End-s.tokens[at-1].Start:]) == 0 && strings.Contains(before, "\n")
}

func isDouble(r rune) bool { return word.ClassOf(r) == word.Quotation }
