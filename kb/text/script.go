package text

import "unicode"

// Script is the writing system of a word, as far as matching cares.
type Script uint8

// The scripts that are cut or stemmed differently.
const (
	Other Script = iota // digits, and every script with spaces that is not below
	Latin
	Cyrillic
	Arabic
	Unspaced // Chinese, Japanese, Thai, Lao, Khmer, Burmese: one word a character
)

func isHan(r rune) bool { return r >= 0x2E80 && unicode.Is(unicode.Han, r) }

// IsUnspaced reports whether r belongs to a script that is written without
// spaces between words.
func IsUnspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func scriptOf(r rune) Script {
	switch {
	case r < 0x250 && unicode.IsLetter(r):
		return Latin
	case r < 0x250:
		return Other
	case IsUnspaced(r):
		return Unspaced
	case unicode.Is(unicode.Arabic, r):
		return Arabic
	case unicode.Is(unicode.Cyrillic, r):
		return Cyrillic
	case unicode.Is(unicode.Latin, r):
		return Latin
	}
	return Other
}
