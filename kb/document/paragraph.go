package document

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/document/block"
)

// A paragraph is a piece of a text, before it is written down.
type paragraph struct {
	text string // marks of footnotes between noteOpen and noteClose; "\n" where a line ends
	kind block.Kind
	mark string // before an entry: "1.", "•"; before a footnote: "1"
}

// What stands around the mark of a footnote inside a sentence until the text is
// written: characters that no text has (Unicode calls them noncharacters).
const (
	noteOpen  = '\uFDD0'
	noteClose = '\uFDD1'
)

// written writes paragraphs down as the text of a document, in the forms that
// package block reads.
func (d *Document) written(paragraphs []paragraph) {
	var w writing
	for _, p := range paragraphs {
		if p.text = strings.TrimSpace(p.text); p.text == "" {
			continue
		}
		if len(w.text) > 0 {
			w.text = append(w.text, "\n\n"...)
		}
		if p.kind == block.Footnote {
			p.mark = "[" + p.mark + "]"
		}
		if p.mark != "" {
			w.text = append(w.text, p.mark+" "...)
		}
		w.put(p.text)
	}
	d.Text, d.Notes = string(w.text), w.notes
}

// A writing is a text that is written, and the marks that were taken out of it.
type writing struct {
	text  []byte
	notes []Note
}

// put writes words, without the marks of footnotes in them and without what shows
// nothing.
func (w *writing) put(s string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		rest := s[size:]
		switch {
		case r == noteOpen:
			mark, after, _ := strings.Cut(rest, string(noteClose))
			rest = w.close(after)
			w.notes = append(w.notes, Note{Mark: mark, At: len(w.text)})
		case r == noteClose, unseen(r):
		default:
			w.text = append(w.text, s[:size]...)
		}
		s = rest
	}
}

// close takes off what stood around the mark of a footnote only: brackets, and the
// space between it and the word before.
func (w *writing) close(after string) string {
	for _, around := range []string{"[]", "()"} {
		if bytes.HasSuffix(w.text, []byte(around[:1])) && strings.HasPrefix(after, around[1:]) {
			w.text, after = w.text[:len(w.text)-1], after[1:]
		}
	}
	if bytes.HasSuffix(w.text, []byte(" ")) && (after == "" || strings.ContainsAny(after[:1], " .,;:")) {
		w.text = w.text[:len(w.text)-1]
	}
	return after
}

// unseen are characters that show nothing and say nothing: kb/quote passes over
// them too. Joiners and marks of direction belong to words.
func unseen(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// oneLine gives words with single spaces between and no marks of footnotes.
func oneLine(s string) string {
	var w writing
	w.put(s)
	return strings.Join(strings.FieldsFunc(string(w.text), func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' }), " ")
}
