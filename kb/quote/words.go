package quote

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind says what a word of the comparison is: most are words, but marks that
// may not be changed either are compared alike.
type kind uint8

const (
	isWord     kind = iota
	isMark          // a punctuation mark or symbol
	isDash          // any run of dashes
	isEllipsis      // an ellipsis, however written
)

// A trail is what follows the last letter of a word: “leaders’” may end in an
// apostrophe, which belongs to the word, or in a quotation mark, which does not.
type trail uint8

const (
	bare       trail = iota
	quoted           // a single quotation mark that was opened before
	possessive       // an apostrophe
)

// agrees reports whether two ends of the same letters are the same word: the
// characters are the same for both uses, so only a missing apostrophe counts.
func (t trail) agrees(u trail) bool {
	return t == u || t != bare && u != bare || t != possessive && u != possessive
}

// A word is what texts are compared by: start and end are byte offsets, and
// spelling is the form that decides.
type word struct {
	start, end int
	spelling   string
	kind       kind
	trail      trail
	broken     bool // a hyphen at the end of a line parts it, and is not in spelling
}

// words yields the words of a text in order. White space, quotation marks and
// what is invisible stand between them and are not compared.
func words(text string) iter.Seq[word] { return scan(scanner{text: text}) }

// wrapped yields the words of a text whose lines are broken by hand: a hyphen at
// the end of a line is taken for one that only parts the word. Whoever means
// the hyphen finds the word all the same; see [Index.readings].
func wrapped(text string) iter.Seq[word] { return scan(scanner{text: text, joins: true}) }

func scan(s scanner) iter.Seq[word] {
	return func(yield func(word) bool) {
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
func (s *scanner) next() (word, bool) {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if s.lines > 1 {
		s.single = 0
	}
	switch classOf(r) {
	case invisible:
		s.at += size
		return word{}, false
	case space:
		if r == '\n' {
			s.lines++
		}
		s.pass(r, size)
		return word{}, false
	}
	s.lines = 0
	switch classOf(r) {
	case quotation:
		s.pass(r, size)
		return word{}, false
	case apostrophe:
		s.open(r, size)
		return word{}, false
	case letter:
		return s.word(s.at), true
	case ideograph:
		return s.mark(size, isWord), true
	case dash:
		return s.dash(r, size), true
	}
	if n := s.ellipsis(); n > 0 {
		return s.take(n, "…", isEllipsis), true
	}
	return s.mark(size, isMark), true
}

func (s *scanner) pass(r rune, size int) {
	s.at += size
	s.before = r
}

// open passes a single quotation mark and remembers it if it opens.
func (s *scanner) open(r rune, size int) {
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	if r != '’' && isLetter(after) && !isLetter(s.before) {
		s.single++
	}
	s.pass(r, size)
}

func isLetter(r rune) bool {
	c := classOf(r)
	return c == letter || c == ideograph
}

// take returns the next n bytes as a word of that spelling.
func (s *scanner) take(n int, spelling string, k kind) word {
	w := word{start: s.at, end: s.at + n, spelling: spelling, kind: k}
	s.at = w.end
	s.before, _ = utf8.DecodeLastRuneInString(s.text[:w.end])
	return w
}

// mark takes one character with the combining marks upon it.
func (s *scanner) mark(size int, k kind) word {
	for s.at+size < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.at+size:])
		if !unicode.IsMark(r) || classOf(r) == invisible {
			break
		}
		size += n
	}
	return s.take(size, spell(s.text[s.at:s.at+size]), k)
}

// dash takes a run of dashes, or a number with its sign: a hyphen or minus
// right before a digit that does not follow a letter, digit or closing mark.
func (s *scanner) dash(r rune, size int) word {
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	if isHyphen[r] && unicode.IsDigit(after) && !s.closed() {
		return s.word(s.at + size)
	}
	for s.at+size < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.at+size:])
		if classOf(r) != dash {
			break
		}
		size += n
	}
	return s.take(size, "-", isDash)
}

// closed reports whether something ended right before, so that a hyphen joins.
func (s *scanner) closed() bool {
	return isLetter(s.before) || isClosing[s.before] || classOf(s.before) == dash ||
		unicode.In(s.before, unicode.Pe, unicode.Sc) || s.before == '%'
}

// ellipsis returns the length of the ellipsis that starts here, or 0.
func (s *scanner) ellipsis() int {
	rest := s.text[s.at:]
	points, length := 0, 0
	for length < len(rest) {
		r, n := utf8.DecodeRuneInString(rest[length:])
		switch {
		case classOf(r) == ellipsis:
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
