package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"
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
	return foldAny(s)
}

func foldAny(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = simplify(norm.NFKC.String(s))
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

var toSimplified = sync.OnceValue(func() *opencc.OpenCC {
	c, err := opencc.New("t2s")
	if err != nil { // the tables are embedded: only a broken build gets here
		panic("text: conversion tables: " + err.Error())
	}
	return c
})

// simplify turns Traditional Chinese into Simplified by OpenCC's tables.
func simplify(s string) string {
	if !strings.ContainsFunc(s, isHan) {
		return s
	}
	out, err := toSimplified().Convert(s)
	if err != nil {
		return s
	}
	return out
}
