package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word takes a word, or a number, whose first letter is at from; from is
// beyond s.at for a number with its sign.
func (s *scanner) word(from int) Word {
	w := Word{Start: s.at}
	end, last := s.letters(from)
	w.End = end
	s.at, s.before = end, last
	w.Trail = s.trail(last)
	letters := s.text[w.Start:end]
	if s.joins {
		letters, w.Broken = Unbroken(letters)
	}
	w.Spelling = Spell(letters)
	if w.Trail == Possessive {
		_, size := utf8.DecodeRuneInString(s.text[end:])
		w.End += size
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
		c := ClassOf(r)
		switch {
		case c == Letter:
			end, last = at+size, r
		case c == Invisible && end > from && (!s.joins || LineEnd(s.text[at:]) == 0):
		case c == Apostrophe && at == end && s.follows(at+size, false):
		case IsSeparator(r) && at == end && unicode.IsDigit(last) && s.follows(at+size, true):
		case s.joins && unicode.IsLetter(last) && at == end && LineEnd(s.text[at:]) > 0:
			size = LineEnd(s.text[at:])
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
	return ClassOf(r) == Letter && (!digit || unicode.IsDigit(r))
}

// trail says what stands right after the word that ends here in a letter. A
// possessive without its s follows one, or another that sounds so.
func (s *scanner) trail(letter rune) Trail {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if ClassOf(r) != Apostrophe || r == '‚' {
		return Bare
	}
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	switch {
	case ClassOf(after) == Apostrophe: // '' is a double quotation mark
		return Quoted
	case s.single > 0:
		s.single--
		return Quoted
	case !strings.ContainsRune("sSzZxXßẞšž", letter):
		return Quoted
	}
	return Possessive
}

// HasEllipsis reports whether there is an ellipsis in a stretch without words.
func HasEllipsis(s string) bool {
	for w := range All(s) {
		if w.Kind == AnEllipsis {
			return true
		}
	}
	return false
}

// Spellings returns the words of a stretch.
func Spellings(s string) []string {
	var all []string
	for w := range All(s) {
		if w.Kind != AWord {
			continue
		}
		if w.Trail == Possessive {
			w.Spelling += "'"
		}
		all = append(all, w.Spelling)
	}
	return all
}
