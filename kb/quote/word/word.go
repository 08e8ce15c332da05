package word

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind says what a word of the comparison is: most are words, but marks that
// may not be changed either are compared alike.
type Kind uint8

// The kinds.
const (
	AWord      Kind = iota
	AMark           // a punctuation mark or symbol
	ADash           // any run of dashes
	AnEllipsis      // an ellipsis, however written
)

// A Trail is what follows the last letter of a word: “leaders’” may end in an
// apostrophe, which belongs to the word, or in a quotation mark, which does not.
type Trail uint8

// The trails.
const (
	Bare       Trail = iota
	Quoted           // a single quotation mark that was opened before
	Possessive       // an apostrophe
)

// Agrees reports whether two ends of the same letters are the same word: the
// characters are the same for both uses, so only a missing apostrophe counts.
func (t Trail) Agrees(u Trail) bool {
	return t == u || t != Bare && u != Bare || t != Possessive && u != Possessive
}

// A Word is what texts are compared by: start and end are byte offsets, and
// spelling is the form that decides.
type Word struct {
	Start, End int
	Spelling   string
	Kind       Kind
	Trail      Trail
	Broken     bool // a hyphen at the end of a line parts it, and is not in spelling
}

// All yields the words of a text in order. White space, quotation marks and
// what is invisible stand between them and are not compared.
func All(text string) iter.Seq[Word] { return scan(scanner{text: text}) }

// Wrapped yields the words of a text whose lines are broken by hand: a hyphen at
// the end of a line is taken for one that only parts the word. Whoever means
// the hyphen finds the word all the same; see [Index.readings].
func Wrapped(text string) iter.Seq[Word] { return scan(scanner{text: text, joins: true}) }

func scan(s scanner) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		s, text := s, s.text
		for s.at < len(text) {
			if w, ok := s.next(); ok && !yield(w) {
				return
			}
		}
	}
}

type scanner struct {
	text   string
	joins  bool // words are put together that the end of a line parts
	at     int
	before rune // the last visible character before at; 0 at the start
	single int  // single quotation marks open in this paragraph
	lines  int  // line breaks since the last visible character
}

// next moves past one character or word, and returns it if it is compared.
func (s *scanner) next() (Word, bool) {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if s.lines > 1 {
		s.single = 0
	}
	switch ClassOf(r) {
	case Invisible:
		s.at += size
		return Word{}, false
	case Space:
		if r == '\n' {
			s.lines++
		}
		s.pass(r, size)
		return Word{}, false
	}
	s.lines = 0
	switch ClassOf(r) {
	case Quotation:
		s.pass(r, size)
		return Word{}, false
	case Apostrophe:
		s.open(r, size)
		return Word{}, false
	case Letter:
		return s.word(s.at), true
	case Ideograph:
		return s.mark(size, AWord), true
	case Dash:
		return s.dash(r, size), true
	}
	if n := s.ellipsis(); n > 0 {
		return s.take(n, "…", AnEllipsis), true
	}
	return s.mark(size, AMark), true
}

func (s *scanner) pass(r rune, size int) {
	s.at += size
	s.before = r
}

// open passes a single quotation mark and remembers it if it opens.
func (s *scanner) open(r rune, size int) {
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	if r != '’' && IsLetter(after) && !IsLetter(s.before) {
		s.single++
	}
	s.pass(r, size)
}

// take returns the next n bytes as a word of that spelling.
func (s *scanner) take(n int, spelling string, k Kind) Word {
	w := Word{Start: s.at, End: s.at + n, Spelling: spelling, Kind: k}
	s.at = w.End
	s.before, _ = utf8.DecodeLastRuneInString(s.text[:w.End])
	return w
}

// mark takes one character with the combining marks upon it.
func (s *scanner) mark(size int, k Kind) Word {
	for s.at+size < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.at+size:])
		if !unicode.IsMark(r) || ClassOf(r) == Invisible {
			break
		}
		size += n
	}
	return s.take(size, Spell(s.text[s.at:s.at+size]), k)
}

// dash takes a run of dashes, or a number with its sign: a hyphen or minus
// right before a digit that does not follow a letter, digit or closing mark.
func (s *scanner) dash(r rune, size int) Word {
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	if IsHyphen(r) && unicode.IsDigit(after) && !s.closed() {
		return s.word(s.at + size)
	}
	for s.at+size < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.at+size:])
		if ClassOf(r) != Dash {
			break
		}
		size += n
	}
	return s.take(size, "-", ADash)
}

// closed reports whether something ended right before, so that a hyphen joins.
func (s *scanner) closed() bool {
	return IsLetter(s.before) || IsClosing(s.before) || ClassOf(s.before) == Dash ||
		unicode.In(s.before, unicode.Pe, unicode.Sc) || s.before == '%'
}

// ellipsis returns the length of the ellipsis that starts here, or 0.
func (s *scanner) ellipsis() int {
	rest := s.text[s.at:]
	points, length := 0, 0
	for length < len(rest) {
		r, n := utf8.DecodeRuneInString(rest[length:])
		switch {
		case ClassOf(r) == Ellipsis:
			points += 3
		case r == '.':
			points++
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		length += n
	}
	switch {
	case points >= 3:
		return length
	case !strings.HasPrefix(rest, ". . ."):
		return 0
	}
	for length = len(". . ."); strings.HasPrefix(rest[length:], " ."); {
		length += len(" .")
	}
	return length
}
