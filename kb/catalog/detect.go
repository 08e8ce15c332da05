package catalog

import (
	"unicode"

	"verbatim/kb/text"
)

// Detect is the language that a text is written in, of those that replies are in. It is
// false where the text is too short to tell, or in another one. Scripts that one of the
// languages has tell it; of those in Latin letters it is told by their common words.
func Detect(s string) (Language, bool) {
	counts := map[string]int{}
	most := ""
	for _, r := range s {
		if script := scriptOf(r); script != "" {
			if counts[script]++; counts[script] > counts[most] {
				most = script
			}
		}
	}
	switch {
	case counts["kana"] > 0 && most != "latin":
		return Japanese, true
	case most == "foreign":
		return English, false
	case most == "han":
		return chinese(s), true
	case most == "arabic":
		return Arabic, true
	case most == "cyrillic":
		return Russian, true
	case most == "latin":
		return latin(s)
	}
	return English, false
}

// scriptOf is the script of a letter; "" if it is none. Letters that only other languages
// of a script have are foreign.
func scriptOf(r rune) string {
	switch {
	case !unicode.IsLetter(r):
		return ""
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "kana"
	case unicode.Is(unicode.Han, r):
		return "han"
	case unicode.Is(unicode.Arabic, r):
		return "arabic"
	case unicode.Is(unicode.Cyrillic, r):
		return "cyrillic"
	case unicode.Is(unicode.Latin, r):
		return "latin"
	}
	return "foreign"
}

// chinese tells the characters of a text apart: one that has any of the traditional ones
// is written with them.
func chinese(s string) Language {
	for _, r := range s {
		if text.IsTraditional(r) {
			return ChineseTraditional
		}
	}
	return ChineseSimplified
}

// latin tells languages in Latin letters apart by their common words, and where those do
// not tell by letters that only one of them has. A language that is none of ours is
// English, and not sure.
func latin(s string) (Language, bool) {
	code, sure := text.LatinLanguage(text.Words(s))
	if l, ours := Match(code); sure > 0 {
		return l, ours
	}
	for _, r := range s {
		if l, tells := letters[unicode.ToLower(r)]; tells {
			return l, true
		}
	}
	return English, false
}

// letters are those that only one of the languages has.
var letters = map[rune]Language{'ğ': Turkish, 'ş': Turkish, 'ı': Turkish, 'ß': German, 'ñ': Spanish, '¿': Spanish, '¡': Spanish, 'ã': Portuguese, 'õ': Portuguese}
