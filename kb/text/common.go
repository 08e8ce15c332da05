package text

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
)

//go:embed common.txt
var commonList string

// languageSet is a set of languages, one bit each.
type languageSet uint32

// latinCodes are the languages in Latin letters, in the order of their bits;
// English first, for it wins a tie. Those at the end have no stemmer.
var latinCodes = [...]string{
	"en", "da", "de", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "sv", "tr",
	"vi", "id", "pl", "cs",
}

const (
	latinSet languageSet = 1<<len(latinCodes) - 1
	chatBit  languageSet = 1 << 30 // what people put around a question
	otherBit languageSet = 1 << 31 // any language in other letters
)

func (s languageSet) lowest() int { return bits.TrailingZeros32(uint32(s)) }

// commonWords has, for each folded common word, the set of its languages. The list
// is folded already, which a test sees to.
var commonWords = sync.OnceValue(func() map[string]languageSet { return wordLists(commonList) })

// wordLists reads lists of words, one language a line, its code first.
func wordLists(lists string) map[string]languageSet {
	words := make(map[string]languageSet, len(lists)/6)
	for line := range strings.Lines(lists) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		code, list, _ := strings.Cut(line, " ")
		bit := languageBit(code)
		for w := range strings.FieldsSeq(list) {
			words[w] |= bit
		}
	}
	return words
}

func languageBit(code string) languageSet {
	if code == "chat" {
		return chatBit
	}
	for i, c := range latinCodes {
		if c == code {
			return 1 << i
		}
	}
	return otherBit
}

// isCommon reports whether w, which is common in a set of languages, says little by itself. In Latin letters only the
// text's own language counts: "die" is an article in German, a verb in English.
func isCommon(w *Word, set languageSet, latin int) bool {
	if w.Script != Latin {
		return set != 0
	}
	return set&(1<<latin|chatBit) != 0
}

// longestCommon is the length, in characters, of the longest common word of a
// script without spaces that is looked for.
const longestCommon = 4

// markCommonRuns marks the characters of common words that have several, such
// as 什么, the longest first.
func markCommonRuns(words []Word) {
	for i := 0; i < len(words); {
		n := commonRun(words[i:])
		for j := range n {
			words[i+j].Common = true
		}
		i += max(n, 1)
	}
}

func commonRun(words []Word) int {
	n := 0
	for n < min(len(words), longestCommon) && words[n].Script == Unspaced {
		n++
	}
	var run [64]byte
	for ; n > 1; n-- {
		text := run[:0]
		for _, w := range words[:n] {
			text = append(text, w.Text...)
		}
		if commonWords()[string(text)] != 0 {
			return n
		}
	}
	return 0
}
