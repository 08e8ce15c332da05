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
// marks of footnotes inside sentences are taken out, and kept in [Document].
//
// # How it is read
//
//  1. [Read] looks at the name and the first bytes (kind.go), and hands the file
//     to a child process (confine.go, package confine), which has a set memory
//     and time.
//  2. In the child, each kind has its reader: packages plain, page (web pages and
//     Markdown), word and pdf.
//  3. Package block, later, reads the structure out of the text.
package document

import (
	"errors"
	"fmt"

	"verbatim/kb/document/plain"
)

// A Document is the whole text of a file, and what the file says of itself.
type Document = plain.Document

// Longest is how many bytes a file of text may have, and Heaviest how many one
// with pictures (.docx, .pdf).
const (
	Longest  = plain.Longest
	Heaviest = 16 << 20
)

// The reasons why a file cannot be read; each says what to do. There are those of
// package confine too.
var (
	ErrHeavy   = fmt.Errorf("the file is larger than %d MB; save it without pictures, or load its parts one by one", Heaviest>>20)
	ErrKind    = errors.New("only .txt, .md, .html, .docx and .pdf files can be read; save it as one of these")
	ErrTable   = errors.New("only .txt, .md, .html, .docx and .pdf files can be read; a table of questions or quotes has to be made a knowledge file")
	ErrTooLong = plain.ErrTooLong
	ErrNotSo   = plain.ErrNotSo
	ErrNotText = plain.ErrNotText
	ErrNoText  = plain.ErrNoText
	ErrScanned = plain.ErrScanned
	ErrLocked  = plain.ErrLocked
	ErrTooDeep = plain.ErrTooDeep
	ErrDamaged = plain.ErrDamaged
)

// sentences are the errors that a child may end with, as it writes them.
var sentences = []error{
	ErrTooLong, ErrHeavy, ErrKind, ErrTable, ErrNotSo, ErrNotText, ErrNoText, ErrScanned, ErrLocked, ErrTooDeep, ErrDamaged,
}
