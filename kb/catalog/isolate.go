package catalog

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// What is written from left to right keeps its order within a sentence that is written
// from right to left, and the sentence its own, when it is isolated (Unicode Standard
// Annex 9, FSI and PDI).
const (
	firstStrongIsolate    = "\u2068"
	popDirectionalIsolate = "\u2069"
)

// Isolated is a text for the middle of a sentence of the language: where that is written
// from right to left, one that has other letters is isolated. What has several lines stays
// as it is, for an isolate ends with its line; and what has an address, for a link would
// take the sign into it.
func (l Language) Isolated(s string) string {
	if !l.IsRightToLeft() || s == "" || strings.Contains(s, "\n") || strings.Contains(s, "://") || strings.HasPrefix(s, firstStrongIsolate) || !hasLeftToRight(s) {
		return s
	}
	return firstStrongIsolate + s + popDirectionalIsolate
}

func hasLeftToRight(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.In(r, unicode.Arabic) })
}

// leftToRight is what stands in Latin letters in a sentence: a name of the program, a
// command with its options, code.
var leftToRight = regexp.MustCompile("`[^`]*`" + `|-{0,2}\.?/?[A-Za-z][A-Za-z0-9._/-]*(?: [A-Za-z][A-Za-z0-9._-]*)*:?`)

// isolate isolates what stands from left to right in all forms of a sentence, but for
// its placeholders, of which nobody knows yet what stands in them.
func isolate(m *i18n.Message) {
	for _, form := range []*string{&m.Zero, &m.One, &m.Two, &m.Few, &m.Many, &m.Other} {
		var b strings.Builder
		for s := *form; s != ""; {
			words, placeholder := s, ""
			if from := strings.Index(s, "{{"); from >= 0 {
				to := from + strings.Index(s[from:], "}}") + len("}}")
				words, placeholder = s[:from], s[from:max(from, to)]
			}
			b.WriteString(leftToRight.ReplaceAllString(words, firstStrongIsolate+"$0"+popDirectionalIsolate) + placeholder)
			s = s[len(words)+len(placeholder):]
		}
		*form = b.String()
	}
}
