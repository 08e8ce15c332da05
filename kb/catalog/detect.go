package catalog

import (
	"unicode"

	"verbatim/kb/text"
)

// Detect is the language that a text is written in, of those that replies are in. It is
// false where the text is too short to tell, or in another one. Scripts that one of the
// languages has tell it; of those in Latin letters it is told by their common words.
func Detect(s string) (Language, bool) {
	switch code := text.ByLetters(s); code {
	case "":
		return latin(s)
	case "zh":
		return chinese(s), true
	default:
		return Match(code)
	}
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
	code, sure := text.LatinLanguage(s)
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
