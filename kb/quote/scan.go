package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word takes a word, or a number, whose first letter is at from; from is
// beyond s.at for a number with its sign.
func (s *scanner) word(from int) word {
	w := word{start: s.at}
	end, last := s.letters(from)
	w.end = end
	s.at, s.before = end, last
	w.trail = s.trail(last)
	letters := s.text[w.start:end]
	if s.joins {
		letters, w.broken = unbroken(letters)
	}
	w.spelling = spell(letters)
	if w.trail == possessive {
		_, size := utf8.DecodeRuneInString(s.text[end:])
		w.end += size
		s.pass('’', size)
	}
	return w
}

// letters returns where the run of letters from a byte offset ends, and the
// last of them.
func (s *scanner) letters(from int) (end int, last rune) {
	end = from
	for at := from; at < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[at:])
		c := classOf(r)
		switch {
		case c == letter:
			end, last = at+size, r
		case c == invisible && end > from && (!s.joins || lineEnd(s.text[at:]) == 0):
		case c == apostrophe && at == end && s.follows(at+size, false):
		case separating[r] && at == end && unicode.IsDigit(last) && s.follows(at+size, true):
		case s.joins && unicode.IsLetter(last) && at == end && lineEnd(s.text[at:]) > 0:
			size = lineEnd(s.text[at:])
		default:
			return end, last
		}
		at += size
	}
	return end, last
}

// follows reports whether the character at a byte offset carries a word on.
func (s *scanner) follows(at int, digit bool) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return classOf(r) == letter && (!digit || unicode.IsDigit(r))
}

// trail says what stands right after the word that ends here in a letter. A
// possessive without its s follows one, or another that sounds so.
func (s *scanner) trail(letter rune) trail {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if classOf(r) != apostrophe || r == '‚' {
		return bare
	}
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	switch {
	case classOf(after) == apostrophe: // '' is a double quotation mark
		return quoted
	case s.single > 0:
		s.single--
		return quoted
	case !strings.ContainsRune("sSzZxXßẞšž", letter):
		return quoted
	}
	return possessive
}
