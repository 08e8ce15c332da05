package block

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == softHyphen }

// hyphenated reports whether a line ends in a hyphen after a letter and the next
// one goes on with a letter or a digit.
func (r *reader) hyphenated(l, next line) bool {
	s := r.text[l.start:l.end]
	end := lastRune(s)
	if !isHyphen(end) {
		return false
	}
	before, after := lastRune(s[:len(s)-utf8.RuneLen(end)]), firstRune(r.text[next.start:])
	if end == softHyphen {
		return unicode.IsLetter(after)
	}
	return (unicode.IsLetter(before) || before == '.') && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// hyphen says what becomes of a hyphen at a line's end: it is taken off where it
// only cut a word, and stays where the word has it. A word has it where the text
// writes it so within a line, and where it has another hyphen ("drag-and-drop");
// where both halves are words of the text, and the whole is none; and before a
// capital or a digit.
func (r *reader) hyphen(l, next line, size int) (cut int, between string) {
	if isSoft := lastRune(r.text[l.start:l.end]) == softHyphen; isSoft {
		return size, ""
	}
	left, right := r.halves(l, next)
	switch {
	case joining[right]:
		return 0, " " // "Hoch- und Tiefbau"
	case !unicode.IsLower(firstRune(r.text[next.start:])), r.words[left+"-"+right], strings.Contains(left, "-"):
		return 0, ""
	case r.words[left+right]:
		return size, ""
	case r.words[left] && r.words[right]:
		return 0, ""
	}
	return size, ""
}

// joining are the words before which a hyphen stands for what two words share.
var joining = map[string]bool{"und": true, "oder": true, "bzw": true, "and": true, "or": true, "to": true, "en": true, "och": true, "og": true}

// halves gives the two parts of a word that is cut at a line's end, in small
// letters.
func (r *reader) halves(l, next line) (left, right string) {
	s := r.text[l.start:l.end]
	s = s[:len(s)-utf8.RuneLen(lastRune(s))]
	left = s[strings.LastIndexFunc(s, outside)+1:]
	right = r.text[next.start:next.end]
	if i := strings.IndexFunc(right, outside); i >= 0 {
		right = right[:i]
	}
	return strings.ToLower(left), strings.ToLower(right)
}

// outside reports whether a character is of no word; a hyphen joins words.
func outside(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '-' && r != '’' && r != '\''
}

// mostCut is how many words that are cut at lines' ends are looked up. In a text
// with more, hyphens are taken off.
const mostCut = 50_000

// lookUp finds which of the words that lines' ends may have cut stand in the text
// within a line.
func (r *reader) lookUp() {
	sought := map[string]bool{}
	for _, p := range r.paragraphs {
		for i := 1; i < len(p) && len(sought) < mostCut; i++ {
			if r.hyphenated(p[i-1], p[i]) {
				left, right := r.halves(p[i-1], p[i])
				sought[left], sought[right], sought[left+right], sought[left+"-"+right] = false, false, false, false
			}
		}
	}
	if len(sought) == 0 {
		return
	}
	for _, p := range r.paragraphs {
		for i, l := range p {
			r.lookIn(sought, l, i > 0 && r.hyphenated(p[i-1], l), i+1 < len(p) && r.hyphenated(l, p[i+1]))
		}
	}
	r.words = sought
}

// lookIn looks at the words of one line, but for those that are cut.
func (r *reader) lookIn(sought map[string]bool, l line, begun, cut bool) {
	words := strings.FieldsFunc(strings.ToLower(r.text[l.start:l.end]), outside)
	if begun && len(words) > 0 {
		words = words[1:]
	}
	if cut && len(words) > 0 {
		words = words[:len(words)-1]
	}
	for _, w := range words {
		if _, ok := sought[w]; ok {
			sought[w] = true
		}
	}
}
