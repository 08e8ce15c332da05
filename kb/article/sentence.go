package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

// before returns what stands before a byte offset in its sentence, from another
// one on.
func (a *reading) before(low, at int) string {
	s := a.text[low:at]
	if i := strings.LastIndex(s, "\n\n"); i >= 0 {
		s = s[i+2:]
	}
	for {
		end := endOfSentence(s)
		if end >= len(strings.TrimRightFunc(s, unicode.IsSpace)) {
			return s
		}
		s = s[end:]
	}
}

// after returns what stands behind a byte offset in its sentence, up to another
// one.
func (a *reading) after(at, high int) string {
	s := a.text[at:high]
	if i := strings.Index(s, "\n\n"); i >= 0 {
		s = s[:i]
	}
	return s[:endOfSentence(s)]
}

// abbreviations are words that a point does not end a sentence after.
var abbreviations = set("mr mrs ms dr st gen sen gov lt col prof sgt rep m mme mlle sr sra hr fr nr bzw ca vs no jan feb aug sept oct nov dec г д т")

// endOfSentence returns the byte offset after the first sentence of a text: behind
// a point, a question or an exclamation mark that white space and no small letter
// follows, behind a full-width one, and at the end of a line that ends in one.
func endOfSentence(s string) int {
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune("。！？｡", r):
			return next
		case !strings.ContainsRune(".!?؟۔…", r):
			continue
		}
		rest := strings.TrimLeft(s[next:], "”’\"»)]")
		if rest == "" {
			return len(s)
		}
		c, _ := utf8.DecodeRuneInString(rest)
		after := strings.TrimLeftFunc(rest, unicode.IsSpace)
		n, _ := utf8.DecodeRuneInString(after)
		if unicode.IsSpace(c) && !unicode.IsLower(n) && (r != '.' || !abbreviates(s[:i])) {
			return len(s) - len(rest)
		}
	}
	return len(s)
}

// abbreviates reports whether a text ends in an abbreviation.
func abbreviates(s string) bool {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	_, size := utf8.DecodeRuneInString(s[max(i, 0):])
	word := s[min(len(s), max(0, i+size)):]
	if i < 0 {
		word = s
	}
	return utf8.RuneCountInString(word) == 1 || abbreviations[strings.ToLower(word)]
}

// A word of a sentence, with the mark that stands behind it.
type word struct {
	text   string
	comma  bool // a mark stands behind it that ends a name
	common bool // it begins a sentence, and its capital says nothing
}

// wordsOf returns the words of a stretch of text. Chinese and its like is one word
// as far as no mark is in it.
func wordsOf(s string) []word {
	var all []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			all = append(all, word{text: strings.Trim(s[start:end], "'’‘-.")})
			start = -1
		}
	}
	for i, r := range s {
		inside := unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '-' || r == '·' || (r == '\'' || r == '’' || r == '.') && start >= 0 && followsLetter(s[i+utf8.RuneLen(r):])
		switch {
		case inside && start < 0:
			start = i
		case inside:
		default:
			flush(i)
			if len(all) > 0 && strings.ContainsRune(",:;()，：；（）،؛、.!?。！？؟—–", r) {
				all[len(all)-1].comma = true
			}
		}
	}
	flush(len(s))
	if len(all) > 0 {
		first := text.Words(s)
		all[0].common = len(first) > 0 && first[0].Common && first[0].End-first[0].Start == len(all[0].text)
	}
	return all
}

func followsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func (w word) first() rune {
	r, _ := utf8.DecodeRuneInString(w.text)
	return r
}

// bare is the word without the ending of a possessive and in small letters.
func (w word) bare() string {
	t := strings.ToLower(w.text)
	for _, ending := range []string{"'s", "’s"} {
		t = strings.TrimSuffix(t, ending)
	}
	if following[t] {
		return t // d'après
	}
	for _, elided := range []string{"l'", "l’", "d'", "d’", "qu'", "qu’", "s'", "s’", "n'", "n’", "j'", "j’"} {
		t = strings.TrimPrefix(t, elided)
	}
	return t
}
