package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Telling gives the byte offsets of the sentence of a paragraph that shares most
// telling words with a question: words by their stems, each once, those that say
// little left out. Of two that share as many, it is the shorter. It is empty
// (0, 0) when no sentence shares one, or there is one sentence only.
func Telling(paragraph, question string) (start, end int) {
	asked := stems(question)
	spans := Sentences(paragraph)
	most, length := 0, 0
	for _, s := range spans {
		shared := 0
		for stem := range stems(paragraph[s[0]:s[1]]) {
			if asked[stem] {
				shared++
			}
		}
		if n := s[1] - s[0]; shared > most || shared == most && shared > 0 && n < length {
			most, length, start, end = shared, n, s[0], s[1]
		}
	}
	if len(spans) < 2 {
		return 0, 0
	}
	return start, end
}

// stems are the stems of the words of a text that are not common.
func stems(s string) map[string]bool {
	all := map[string]bool{}
	for _, w := range Words(s) {
		if !w.Common {
			all[w.Stem] = true
		}
	}
	return all
}

// Sentences cuts a paragraph into sentences, as byte offsets without the white
// space between them.
func Sentences(paragraph string) [][2]int {
	var all [][2]int
	start := 0
	for at, r := range paragraph {
		after := at + utf8.RuneLen(r)
		if r == utf8.RuneError {
			continue
		}
		if strings.ContainsRune(".!?؟。！？", r) && endsAt(paragraph, start, at, after) {
			after += closing(paragraph[after:])
			all, start = addSpan(all, paragraph, start, after), after
		}
	}
	return addSpan(all, paragraph, start, len(paragraph))
}

// endsAt tells whether a mark ends a sentence: full-width ones do; others where
// white space follows, no small letter after it, and no abbreviation before.
func endsAt(paragraph string, start, at, after int) bool {
	mark, _ := utf8.DecodeRuneInString(paragraph[at:])
	if strings.ContainsRune("。！？", mark) {
		return at >= start
	}
	rest := paragraph[after:]
	rest = rest[closing(rest):]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	if rest != "" && strings.TrimLeftFunc(rest, unicode.IsSpace) == rest || unicode.IsLower(next) {
		return false
	}
	if mark != '.' || rest == "" {
		return true
	}
	before := paragraph[max(start, 0):max(start, at)]
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return !abbreviated(word) || strings.Contains(word, ".") && begins(rest)
}

// begins tells whether a text begins as sentences do, with a little word that has a
// capital: “in Washington, D.C. The two”.
func begins(s string) bool {
	s = strings.TrimSpace(s)
	end := strings.IndexFunc(s, unicode.IsSpace)
	return end > 0 && commonWords()[Fold(s[:end])]&1 != 0
}

// abbreviated tells whether a word before a point is one that it shortens: a
// letter alone, as in “U.S.”, or a title.
func abbreviated(word string) bool {
	last := word[strings.LastIndexByte(word, '.')+1:]
	switch last {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "Nos", "Gen", "Col", "Lt", "Sgt", "Hon", "Art", "para", "Rev", "Sen", "Gov", "Sec", "Jr", "Sr", "vs", "cf":
		return true
	}
	r, n := utf8.DecodeRuneInString(last)
	return n == len(last) && n > 0 && unicode.IsUpper(r)
}

// closing is how many bytes of quotation marks and brackets a text begins with.
func closing(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return strings.ContainsRune("”’\"'»›」』)]）】", r) }))
}

func addSpan(all [][2]int, s string, start, end int) [][2]int {
	if start >= end {
		return all
	}
	trimmed := strings.TrimSpace(s[start:end])
	if trimmed == "" {
		return all
	}
	start += strings.Index(s[start:end], trimmed)
	return append(all, [2]int{start, start + len(trimmed)})
}
