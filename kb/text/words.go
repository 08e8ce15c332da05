package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is one word of a text, or one character of a script without spaces.
type Word struct {
	Text       string // folded; never empty
	Stem       string // folded; Text itself where there is no stemmer
	Start, End int    // byte offsets in the text
	Script     Script
	Common     bool // a word that says little by itself, such as "the" or "please"
	Chat       bool // a common word that people put around a question: "actually", "stuff"
	Possessive bool // it had an English "'s" or "s'"
	Upper      bool // it begins with a capital letter
	Paused     bool // a comma, a colon or the like stands before it
}

// Words cuts s into words. A run of letters, marks and digits is a word; an
// apostrophe inside it belongs to it; all else separates.
func Words(s string) []Word {
	words := cut(s)
	stemAll(words)
	return words
}

// cut cuts s into words that have no stem yet.
func cut(s string) []Word {
	words := make([]Word, 0, 2+len(s)/5)
	paused := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			paused = paused || strings.ContainsRune(pauses, r)
			i += n
			continue
		}
		before := len(words)
		var end int
		if IsUnspaced(r) {
			end = i + runLen(s[i:], true)
			words = appendCharacters(words, s, i, end)
		} else {
			end = i + runLen(s[i:], false)
			words = appendWord(words, s, i, end)
		}
		if paused && len(words) > before {
			words[before].Paused, paused = before > 0, false
		}
		i = end
	}
	return words
}

// pauses are the marks that part a sentence from the next, or a part of one.
const pauses = ",،，:：;؛；.!?؟。！？—–\n"

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// runLen is the length in bytes of the run that s begins with.
func runLen(s string, unspaced bool) int {
	for i, r := range s {
		if isWordRune(r) && (IsUnspaced(r) || unspaced && unicode.IsMark(r)) == unspaced {
			continue
		}
		if !unspaced && i > 0 && (isApostrophe(r) || unicode.Is(unicode.Cf, r)) && letterAfter(s[i:]) {
			continue
		}
		return i
	}
	return len(s)
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '＇' || r == '`' || r == '´'
}

func letterAfter(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[n:])
	return isWordRune(r) && !IsUnspaced(r)
}

func appendWord(words []Word, s string, start, end int) []Word {
	raw, possessive := cutPossessive(s[start:end])
	folded := Fold(raw)
	if folded == "" {
		return words
	}
	first, _ := utf8.DecodeRuneInString(raw)
	r, _ := utf8.DecodeRuneInString(folded)
	if end < len(s) && strings.HasSuffix(raw, "s") {
		if r, _ := utf8.DecodeRuneInString(s[end:]); isApostrophe(r) {
			possessive = true
		}
	}
	return append(words, Word{
		Text: folded, Start: start, End: end, Script: scriptOf(r),
		Possessive: possessive, Upper: unicode.IsUpper(first),
	})
}

// cutPossessive takes an English possessive ending off.
func cutPossessive(w string) (string, bool) {
	for _, suffix := range [...]string{"'s", "’s", "'S", "’S"} {
		if cut, ok := strings.CutSuffix(w, suffix); ok && cut != "" {
			return cut, true
		}
	}
	return w, false
}

// appendCharacters cuts a run of a script without spaces into characters with
// their marks. Folding can change the number of characters; then the offsets
// are those of the run.
func appendCharacters(words []Word, s string, start, end int) []Word {
	raw, folded := s[start:end], Fold(s[start:end])
	same := utf8.RuneCountInString(raw) == utf8.RuneCountInString(folded)
	at := start
	for len(folded) > 0 {
		n := characterLen(folded)
		w := Word{Text: folded[:n], Start: start, End: end, Script: Unspaced}
		if same {
			w.Start = at
			for range w.Text {
				_, size := utf8.DecodeRuneInString(s[at:])
				at += size
			}
			w.End = at
		}
		words, folded = append(words, w), folded[n:]
	}
	return words
}

func characterLen(s string) int {
	for i, r := range s {
		if i > 0 && !unicode.IsMark(r) {
			return i
		}
	}
	return len(s)
}
