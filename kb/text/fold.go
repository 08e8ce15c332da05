package text

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold returns s in the form in which words are compared. Folding twice
// changes nothing. Invalid UTF-8 becomes U+FFFD.
func Fold(s string) string {
	switch {
	case isPlain(s):
		return s
	case isASCII(s):
		return foldASCII(s)
	}
	if folded, ok := foldEach(s); ok {
		return folded
	}
	return foldAny(s)
}

func foldAny(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(simplified, norm.NFKC.String(s))
	s = norm.NFD.String(foldCase(s))
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r = foldRune(r); r >= 0 {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// foldedAlone has what a character folds to, filled in when it is first met: of
// the alphabets and Chinese. Most of a start would be spent in foldAny without it.
var foldedAlone [0xA000]atomic.Int32

// What foldedAlone has besides characters.
const (
	notMet   = 0
	dropped  = -1
	notAlone = -2 // it changes with those around it, or becomes several
)

// foldEach folds s character by character, if each of them can be folded alone.
func foldEach(s string) (folded string, ok bool) {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r >= rune(len(foldedAlone)) {
			return "", false
		}
		to := foldedAlone[r].Load()
		if to == notMet {
			to = foldAlone(r)
			foldedAlone[r].Store(to)
		}
		switch to {
		case notAlone:
			return "", false
		case dropped:
		default:
			b.WriteRune(to)
		}
	}
	return b.String(), true
}

// foldAlone gives notAlone for marks, and for what leaves one: they are put in
// order and joined with what is before them.
func foldAlone(r rune) rune {
	folded := foldAny(string(r))
	to, size := utf8.DecodeRuneInString(folded)
	switch {
	case unicode.IsMark(r) || unicode.IsMark(to) || isHangul(r) || isHangul(to) || size < len(folded) || to == notMet:
		return notAlone
	case folded == "":
		return dropped
	}
	return to
}

// isHangul reports whether r is a part of a Korean syllable that joins others.
func isHangul(r rune) bool { return r >= 0x1100 && r <= 0x11FF }

// isPlain reports whether s is folded already: lower-case ASCII letters,
// digits and spaces, as most words are.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c == '\'' {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldASCII does what Fold does, in a tenth of the time.
func foldASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return foldRune(r)
	}, s)
}

func foldCase(s string) string {
	return cases.Fold().String(s)
}

// foldRune maps one rune of decomposed text, and drops it with -1.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		if r == '\'' {
			return -1
		}
		return r
	case r >= 0x0300 && r <= 0x036F: // accents; Thai and Indic vowel signs stay
		return -1
	case r >= 0x064B && r <= 0x065F, r == 0x0670, r == 0x0640: // harakat, superscript alef, tatweel
		return -1
	}
	if to, ok := sameLetter[r]; ok {
		return to
	}
	if unicode.Is(unicode.Cf, r) { // joiners, direction marks, soft hyphen
		return -1
	}
	if unicode.Is(unicode.Nd, r) {
		return digit(r)
	}
	return r
}

// sameLetter has letters that writers use one for the other. Hamza carriers and
// alef with madda decompose, so only what does not is listed.
var sameLetter = map[rune]rune{
	'ى': 'ي', 'ة': 'ه', 'ٱ': 'ا', 'ک': 'ك', 'ی': 'ي', 'ھ': 'ه',
	'ı': 'i', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'æ': 'a', 'œ': 'o',
	'’': -1, '‘': -1, 'ʼ': -1, 'ʻ': -1, '＇': -1, '`': -1, '´': -1,
	'ー': 'ー',
}

// digit gives the ASCII digit of a decimal digit of any script: decimal digits
// stand in runs of ten, beginning at a multiple of their zero (Unicode 4.6).
func digit(r rune) rune {
	for d := rune(0); d <= 9; d++ {
		if !unicode.Is(unicode.Nd, r-d-1) || d == 9 {
			return '0' + d
		}
	}
	return r
}

// Set is a set of words, written with white space between them, as they are folded. It
// is to be read only.
func Set(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[Fold(w)] = true
	}
	return set
}
