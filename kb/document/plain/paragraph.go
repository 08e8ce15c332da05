package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/document/block"
)

// A Paragraph is a piece of a text, before it is written down.
type Paragraph struct {
	Text string // marks of footnotes between NoteOpen and NoteClose; "\n" where a line ends
	Kind block.Kind
	Mark string // before an entry: "1.", "•"; before a footnote: "1"
}

// What stands around the mark of a footnote inside a sentence until the text is
// written: characters that no text has (Unicode calls them noncharacters).
const (
	NoteOpen  = '\uFDD0'
	NoteClose = '\uFDD1'
)

// Write writes paragraphs down as the text of a document, in the forms that
// package block reads.
func (d *Document) Write(paragraphs []Paragraph) {
	var w writing
	for _, p := range paragraphs {
		if p.Text = strings.TrimSpace(p.Text); p.Text == "" {
			continue
		}
		if len(w.text) > 0 {
			w.text = append(w.text, "\n\n"...)
		}
		if p.Kind == block.Footnote {
			p.Mark = "[" + p.Mark + "]"
		}
		if p.Mark != "" {
			w.text = append(w.text, p.Mark+" "...)
		}
		w.put(p.Text)
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
		case r == NoteOpen:
			mark, after, _ := strings.Cut(rest, string(NoteClose))
			rest = w.close(after)
			w.notes = append(w.notes, Note{Mark: mark, At: len(w.text)})
		case r == NoteClose, unseen(r):
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

// OneLine gives words with single spaces between and no marks of footnotes.
func OneLine(s string) string {
	var w writing
	w.put(s)
	return strings.Join(strings.FieldsFunc(string(w.text), func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' }), " ")
}
