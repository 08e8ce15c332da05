package quote

import (
	"slices"
	"strings"
	"unicode"
)

// differ names the folds in which a text and the same words in its source
// differ, in the order of the table.
func differ(text, found string) []string {
	a, b := look(text), look(found)
	var names []string
	for _, f := range Folds {
		if a[f.Name] != b[f.Name] {
			names = append(names, f.Name)
		}
	}
	return names
}

// A view is what a text has of each fold, by its name.
type view map[string]string

// look takes a text apart by folds. What follows its last word is closing.
func look(text string) view {
	v := view{}
	all := slices.Collect(words(text))
	at, inside := 0, false
	for i, last := 0, lastWord(all); i <= last; i++ {
		w := all[i]
		v.gap(text[at:w.start], inside)
		v.word(text[w.start:w.end], w.kind)
		at, inside = w.end, inside || w.kind != isEllipsis
	}
	v.gap(text[at:], false)
	v[FoldClosing] = keep(text[at:], func(r rune) bool { return classOf(r) == dash || isClosing[r] })
	if i := strings.IndexFunc(text, isLetter); i >= 0 {
		v[FoldCase] = string(first(text[i:]))
	}
	return v
}

// lastWord returns the number of the last that is no mark; -1 if there is none.
func lastWord(all []word) int {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].kind == isWord {
			return i
		}
	}
	return -1
}

// gap looks at what stands between two words, or at an end of the text.
func (v view) gap(s string, inside bool) {
	v[FoldQuotation] += keep(s, isQuotation)
	v[FoldInvisible] += keep(s, isInvisible)
	if inside {
		white := keep(s, func(r rune) bool { return classOf(r) == space })
		v[FoldLine] += keep(white, func(r rune) bool { return r == '\n' }) + "|"
		v[FoldSpace] += strings.ReplaceAll(strings.ReplaceAll(white, "\r\n", " "), "\n", " ") + "|"
	}
}

// word looks at a word.
func (v view) word(s string, k kind) {
	switch k {
	case isDash:
		v[FoldDash] += s + "|"
	case isEllipsis:
		v[FoldEllipsis] += s + "|"
	case isWord:
		v[FoldApostrophe] += keep(s, isQuotation)
		v[FoldDash] += keep(s, func(r rune) bool { return isHyphen[r] })
		v[FoldInvisible] += keep(s, isInvisible)
		v[FoldLigature] += keep(s, isLigature)
		v[FoldEncoding] += keep(s, unicode.IsMark)
	}
}

func isInvisible(r rune) bool { return classOf(r) == invisible }

func isLigature(r rune) bool { return unligature(r) != string(r) }

func keep(s string, ok func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if ok(r) {
			return r
		}
		return -1
	}, s)
}
