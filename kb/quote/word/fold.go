package word

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Fold is one row of the published table: a difference between a text and
// its source that leaves the words the same.
type Fold struct {
	Name       string // such as "dashes", as results name it
	Characters string // the characters concerned; empty where Rule says which
	Rule       string // one sentence: what may differ
}

// The names of the folds, as results list them.
const (
	FoldQuotation  = "quotation marks"
	FoldApostrophe = "apostrophes"
	FoldDash       = "dashes"
	FoldSpace      = "white space"
	FoldLine       = "line breaks"
	FoldHyphen     = "a hyphen at the end of a line"
	FoldLigature   = "ligatures"
	FoldCase       = "letter case at the very start"
	FoldEllipsis   = "ellipsis"
	FoldClosing    = "closing punctuation"
	FoldEncoding   = "encoding of accented letters"
	FoldInvisible  = "invisible characters"
)

// Folds is the published table: everything in which a typographic quotation
// may differ from its source, and nothing else.
var Folds = []Fold{
	{FoldQuotation, quotationMarks, "May differ in kind, and be there or not. Single ones are the apostrophe's characters where they do not stand in a word."},
	{FoldApostrophe, apostrophes, "In a word, or at its end, any kind counts as any other; to drop or add one changes the word."},
	{FoldDash, dashes, "Any kind counts as any other, several in a row as one, with or without white space around; to drop or add one is a change."},
	{FoldSpace, "", "Any amount and kind counts as one space. In scripts written without spaces, and beside punctuation, none at all is the same too."},
	{FoldLine, "", "White space that differs only in where lines are broken. A hard line break of the source counts as a space, and is no difference."},
	{FoldHyphen, hyphens, "Between letters and before a line break, it may be the line's alone: it may be there or not."},
	{FoldLigature, "ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ œ ĳ ﻻ …", "The characters that Unicode names ligatures, and the presentation forms of Arabic, count as the letters they are made of."},
	{FoldCase, "", "The first letter of the first word only."},
	{FoldEllipsis, ellipses + " ...", "Three points or more, set apart by single spaces or not, count as the character; one at either end is free."},
	{FoldClosing, closings, "After the last word, these marks and dashes may differ, be left off or be added."},
	{FoldEncoding, "", "A letter and its accents may be encoded as one character or several (NFC; never NFKC)."},
	{FoldInvisible, "", "Soft hyphens, zero-width characters, direction marks and variation selectors show nothing and count for nothing."},
}

const (
	quotationMarks = "\"“”„‟«»‹›「」『』｢｣﹁﹂﹃﹄〝〞〟＂"
	apostrophes    = "'’‘‚‛ʼʻ＇`´"
	hyphens        = "-‐‑‒–−﹣－" // also the sign of a number, and what joins a word
	dashes         = hyphens + "—―⸺⸻﹘־"
	ellipses       = "…⋯"
	closings       = ".,;:!?…⋯。，、；：！？．｡､؟،؛۔।॥։።፧"
	separators     = ".,:٫٬" // inside a number, between digits
)

// Spell returns the word as it is compared: apostrophes of one kind, ligatures
// as their letters, nothing invisible, letters and accents composed (NFC). What
// is not UTF-8 is left as it is.
func Spell(word string) string {
	if isPlain(word) || !utf8.ValidString(word) {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		switch ClassOf(r) {
		case Invisible:
		case Apostrophe:
			b.WriteByte('\'')
		case Dash:
			b.WriteByte('-')
		default:
			b.WriteString(Unligature(r))
		}
	}
	return norm.NFC.String(b.String())
}

// isPlain reports whether spell leaves the word as it is.
func isPlain(word string) bool {
	for i := range len(word) {
		if word[i] >= 0x80 || word[i] == '`' {
			return false
		}
	}
	return true
}

// Unligature returns the letters of a ligature or presentation form, and any
// other character as it is. What stands for whole phrases is no ligature.
func Unligature(r rune) string {
	switch {
	case r < 0x132:
	case r == 'œ':
		return "oe"
	case r == 'Œ':
		return "OE"
	case r == 'ĳ', r == 'Ĳ', r >= 0xFB00 && r <= 0xFDF9, r >= 0xFE70 && r <= 0xFEFC:
		if letters := norm.NFKC.String(string(r)); !strings.ContainsRune(letters, ' ') {
			return letters
		}
	}
	return string(r)
}
