package word

import (
	"unicode"
	"unicode/utf8"
)

// A Class is what a character is to the definition of verbatim.
type Class uint8

// The classes.
const (
	Other      Class = iota // punctuation and symbols: each is compared as it is
	Letter                  // what words are made of: letters, digits, combining marks
	Ideograph               // a letter of a script without spaces: a word by itself
	Space                   // white space
	Invisible               // shows nothing
	Quotation               // a double quotation mark
	Apostrophe              // an apostrophe or a single quotation mark
	Dash                    // any dash
	Ellipsis                // an ellipsis character
)

var (
	special    = specials()
	unspaced   = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
	unseen     = []*unicode.RangeTable{unicode.Cf, unicode.Variation_Selector}
	inWord     = []*unicode.RangeTable{unicode.L, unicode.M, unicode.N}
	ascii      = asciiClasses()
	closing    = set(closings)
	hyphen     = set(hyphens)
	separating = set(separators)
	ending     = set(".!?…。！？．｡؟۔।॥።")
)

func set(characters string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range characters {
		m[r] = true
	}
	return m
}

func specials() map[rune]Class {
	m := map[rune]Class{'ー': Ideograph, 'ｰ': Ideograph}
	for characters, c := range map[string]Class{
		quotationMarks: Quotation, apostrophes: Apostrophe, dashes: Dash, ellipses: Ellipsis,
	} {
		for _, r := range characters {
			m[r] = c
		}
	}
	return m
}

func asciiClasses() (table [unicode.MaxASCII + 1]Class) {
	for r := range table {
		table[r] = classify(rune(r))
	}
	return table
}

// ClassOf returns what a character is to the definition.
func ClassOf(r rune) Class {
	if r >= 0 && int(r) < len(ascii) {
		return ascii[r]
	}
	return classify(r)
}

func classify(r rune) Class {
	if c, ok := special[r]; ok {
		return c
	}
	switch {
	case unicode.IsSpace(r):
		return Space
	case unicode.In(r, unseen...) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return Invisible
	case !unicode.In(r, inWord...):
		return Other
	case unicode.In(r, unspaced...) && !unicode.IsMark(r):
		return Ideograph
	}
	return Letter
}

// IsInvisible reports whether a character shows nothing.
func IsInvisible(r rune) bool { return ClassOf(r) == Invisible }

// IsSpace reports whether a character is white space.
func IsSpace(r rune) bool { return ClassOf(r) == Space }

// IsLetter reports whether a character is in words.
func IsLetter(r rune) bool {
	c := ClassOf(r)
	return c == Letter || c == Ideograph
}

// IsQuotation reports whether a character is a quotation mark, double or single;
// the apostrophe is one.
func IsQuotation(r rune) bool { return ClassOf(r) == Quotation || ClassOf(r) == Apostrophe }

// IsClosing reports whether a character is closing punctuation.
func IsClosing(r rune) bool { return closing[r] }

// IsHyphen reports whether a character is a dash that joins words or is the sign of
// a number.
func IsHyphen(r rune) bool { return hyphen[r] }

// IsSeparator reports whether a character may stand inside a number.
func IsSeparator(r rune) bool { return separating[r] }

// IsEnd reports whether a character ends a sentence.
func IsEnd(r rune) bool { return ending[r] }

// First returns the first character of a text; a space if it has none.
func First(text string) rune {
	if text == "" {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// Last returns the last character of a text; a space if it has none.
func Last(text string) rune {
	if text == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}
