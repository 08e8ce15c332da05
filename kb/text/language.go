package text

import "unicode"

// commonLeast is how many common words of a language tell that a text is of it.
const commonLeast = 2

// Language guesses the language of a text, as a BCP 47 tag without script and region:
// by its letters, and where these are Latin by the words that say little. It is empty
// where nothing tells.
func Language(s string) string {
	if code := ByLetters(s); code != "" {
		return code
	}
	return languageOf(Words(s))
}

// ByLetters guesses the language of a text by the script that most of it is in: ja, zh, ar
// or ru. It is empty for other scripts, Latin among them, which many languages have.
func ByLetters(s string) string {
	letters, others := map[string]int{}, 0
	for _, r := range s {
		switch {
		case r < '\u0370': // Latin letters come first
			if unicode.IsLetter(r) {
				others++
			}
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			letters["ja"] += 100 // Japanese has Han characters too
		case isHan(r):
			letters["zh"] += 3 // of a word
		case unicode.Is(unicode.Arabic, r):
			letters["ar"]++
		case unicode.Is(unicode.Cyrillic, r):
			letters["ru"]++
		case unicode.IsLetter(r):
			others++
		}
	}
	best, most := "", others
	for _, code := range []string{"ja", "zh", "ar", "ru"} {
		if letters[code] > most {
			best, most = code, letters[code]
		}
	}
	return best
}

// languageOf guesses the language of words in Latin letters; empty where two have as
// many common words, or none has enough.
func languageOf(words []Word) string {
	best, votes := latinVotes(words, commonIn(words))
	for l, n := range votes {
		if l != best && n == votes[best] {
			return ""
		}
	}
	if votes[best] < commonLeast {
		return ""
	}
	return latinCodes[best]
}
