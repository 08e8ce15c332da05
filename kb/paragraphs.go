package kb

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Paragraph is a block of a text: lines without a blank one between them.
type Paragraph struct {
	Number int    // from 1, as in the id of a passage: statement/source#2
	Start  int    // byte offset of Text in the whole text
	Text   string // word for word, without white space around it
}

// Paragraphs cuts a text into its paragraphs. They are separated by blank
// lines; a line of nothing but white space is blank. Lines end with LF, CR LF
// or CR. The paragraphs are slices of the text: what is inside is unchanged.
func Paragraphs(text string) []Paragraph {
	var paragraphs []Paragraph
	start, pos := -1, 0
	cut := func(end int) {
		if start >= 0 {
			p := Paragraph{Number: len(paragraphs) + 1, Start: start}
			p.Text = strings.TrimRightFunc(text[start:end], blankRune)
			paragraphs = append(paragraphs, p)
		}
		start = -1
	}
	for pos < len(text) {
		next := lineEnd(text, pos)
		indent := strings.IndexFunc(text[pos:next], func(r rune) bool { return !blankRune(r) })
		switch {
		case indent < 0:
			cut(pos)
		case start < 0:
			start = pos + indent
		}
		pos = next
	}
	cut(len(text))
	return paragraphs
}

// lineEnd is where the line that begins at pos is over, its break included.
func lineEnd(text string, pos int) int {
	i := strings.IndexAny(text[pos:], "\r\n")
	if i < 0 {
		return len(text)
	}
	end := pos + i + 1
	if text[end-1] == '\r' && end < len(text) && text[end] == '\n' {
		end++
	}
	return end
}

// blankRune says whether a character shows nothing at the edge of a line: white
// space, or a byte order mark.
func blankRune(r rune) bool {
	return r != utf8.RuneError && unicode.IsSpace(r) || r == '\uFEFF'
}
