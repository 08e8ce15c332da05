// Package document reads whole texts from the files that people have them in:
// plain text in any common encoding, Markdown, web pages, Word and PDF. It never
// changes a word: what it takes away is markup, layout (line breaks, hyphens at
// lines' ends, numbers of pages) and, of a web page, what stands around the text.
// What a file says of itself is kept beside the text; what it does not say is
// empty.
//
// # What comes out
//
// The text is plain: paragraphs with a blank line between, no line breaks but
// where the author wants one. What markup told is written into it in the forms
// that [verbatim/kb/document/block] reads back: "• " or a number before an entry,
// "Head: cell | Head: cell" for the row of a table, "[1] " before a footnote. The
// marks of footnotes inside sentences are taken out, and kept in [Document.Notes].
//
// # How it is read
//
//  1. [Read] looks at the name and the first bytes (kind.go), and hands the file
//     to a child process (confine.go, package confine), which has a set memory
//     and time.
//  2. In the child, each kind has its reader: text.go (encoding.go), markdown.go,
//     page*.go, word*.go, portable*.go. Pages and Word give paragraphs
//     (paragraph.go); plain text, and the lines of a PDF, go through package block
//     (lines.go).
//  3. about.go, day.go make of fields what the file says of itself.
package document

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

// Longest is how many bytes a file of text may have, and Heaviest how many one
// with pictures (.docx, .pdf).
const (
	Longest  = 4 << 20
	Heaviest = 16 << 20
)

// The reasons why a file cannot be read; each says what to do. There are those of
// package confine too.
var (
	ErrTooLong = fmt.Errorf("the file is longer than %d MB; load its parts one by one", Longest>>20)
	ErrHeavy   = fmt.Errorf("the file is larger than %d MB; save it without pictures, or load its parts one by one", Heaviest>>20)
	ErrKind    = errors.New("only .txt, .md, .html, .docx and .pdf files can be read; save it as one of these")
	ErrTable   = errors.New("only .txt, .md, .html, .docx and .pdf files can be read; a table of questions or quotes has to be made a knowledge file")
	ErrNotSo   = errors.New("the file is not what its name says; give it the right ending, or save it anew")
	ErrNotText = errors.New("the encoding of the file cannot be told; save it as UTF-8")
	ErrNoText  = errors.New("there is no text in the file; look whether it is the right one")
	ErrScanned = errors.New("the file has pictures of pages and no text; have the text recognised first, or copy it by hand")
	ErrLocked  = errors.New("the file is locked with a password; save it without one")
	ErrTooDeep = errors.New("the file has too many marks, or marks nested too deeply; save it as plain text")
	ErrDamaged = errors.New("the file is damaged or not complete; save or fetch it anew")
)

// sentences are the errors that a child may end with, as it writes them.
var sentences = []error{
	ErrTooLong, ErrHeavy, ErrKind, ErrTable, ErrNotSo, ErrNotText, ErrNoText, ErrScanned, ErrLocked, ErrTooDeep, ErrDamaged,
}
