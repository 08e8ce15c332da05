// Package plain makes the plain text of documents: of plain text itself, and of the
// paragraphs that the readers of other kinds of files find (pages, Word, PDF). It
// also takes what a file says of itself.
//
//   - encoding.go finds out what bytes are, lines.go puts wrapped lines together,
//     furniture.go takes off what is of the paper;
//   - paragraph.go writes paragraphs down in the forms that
//     [verbatim/kb/document/block] reads back; number.go, note.go and table.go
//     have those forms; parallel.go knows a text beside its translation;
//   - about.go and day.go make of fields what the file says of itself.
package plain

import (
	"errors"
	"fmt"
)

// A Document is the whole text of a file, and what the file says of itself.
type Document struct {
	Title     string // as the document gives it; empty if it does not
	Date      string // the day that it gives itself, such as 2025-11-17; empty if it does not
	Publisher string // who it says publishes it; empty if it does not say
	URL       string // the web address that it gives itself; empty if it does not
	Language  string // BCP 47, such as "en"; empty if the document does not say
	Encoding  string // of a plain text that is not UTF-8, as found out, such as "windows-1256"
	Text      string // UTF-8; paragraphs with blank lines between, at least one
	Notes     []Note // where the marks of footnotes stood, in order
	SHA256    string // hex, of the bytes of the file
}

// A Note is the mark of a footnote that stood in the text. The footnote begins
// with the same mark in brackets.
type Note struct {
	Mark string // such as "1"
	At   int    // byte offset in the text
}

// Longest is how many bytes a file of text may have, and the text of any file.
const Longest = 4 << 20

// The reasons why a file cannot be read; each says what to do.
var (
	ErrTooLong = fmt.Errorf("the file is longer than %d MB; load its parts one by one", Longest>>20)
	ErrNotSo   = errors.New("the file is not what its name says; give it the right ending, or save it anew")
	ErrNotText = errors.New("the encoding of the file cannot be told; save it as UTF-8")
	ErrNoText  = errors.New("there is no text in the file; look whether it is the right one")
	ErrScanned = errors.New("the file has pictures of pages and no text; have the text recognised first, or copy it by hand")
	ErrLocked  = errors.New("the file is locked with a password; save it without one")
	ErrTooDeep = errors.New("the file has too many marks, or marks nested too deeply; save it as plain text")
	ErrDamaged = errors.New("the file is damaged or not complete; save or fetch it anew")
)
