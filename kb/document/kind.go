package document

import (
	"bytes"
	"path/filepath"
	"strings"

	"verbatim/kb/document/page"
	"verbatim/kb/document/pdf"
	"verbatim/kb/document/plain"
	"verbatim/kb/document/word"
)

// readers are what can be read, by the ending of the file's name.
var readers = map[string]func([]byte) (Document, error){
	".txt": plain.Read, ".text": plain.Read,
	".md": page.ReadMarkdown, ".markdown": page.ReadMarkdown,
	".html": page.Read, ".htm": page.Read, ".xhtml": page.Read,
	".docx": word.Read,
	".pdf":  pdf.Read,
}

// tables are the endings of what is no text but cells.
var tables = map[string]bool{".csv": true, ".tsv": true, ".xlsx": true, ".xls": true, ".ods": true}

// IsDocument says whether a file of this name can be read.
func IsDocument(name string) bool { return readers[kind(name)] != nil }

func kind(name string) string { return strings.ToLower(filepath.Ext(name)) }

// Ending gives the ending of a name for content that has none, such as what comes
// from standard input: by its first bytes, else that of plain text.
func Ending(content []byte) string {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(content[:min(len(content), 1024)], []byte("\uFEFF"))))
	switch {
	case bytes.HasPrefix(start, []byte("%pdf-")):
		return ".pdf"
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return ".docx"
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html")):
		return ".html"
	case bytes.HasPrefix(start, []byte("# ")), bytes.Contains(start, []byte("\n# ")), bytes.Contains(start, []byte("\n## ")):
		return ".md"
	}
	return ".txt"
}

// check says whether a file may be read, by its name, its length and its first
// bytes.
func check(name string, content []byte) error {
	ending := kind(name)
	heavy := ending == ".docx" || ending == ".pdf"
	switch {
	case tables[ending]:
		return ErrTable
	case readers[ending] == nil:
		return ErrKind
	case heavy && len(content) > Heaviest:
		return ErrHeavy
	case !heavy && len(content) > Longest:
		return ErrTooLong
	case len(bytes.TrimSpace(content)) == 0:
		return ErrNoText
	}
	return checkStart(ending, content)
}

// checkStart wants a file to begin as its kind does. A locked .docx is another
// kind of file inside.
func checkStart(ending string, content []byte) error {
	const old = "\xD0\xCF\x11\xE0" // a compound file: .doc, or .docx with a password
	start := content[:min(len(content), 1024)]
	archive, portable := bytes.HasPrefix(content, []byte("PK")), bytes.Contains(start, []byte("%PDF-"))
	switch {
	case ending == ".docx" && bytes.HasPrefix(content, []byte(old)):
		return ErrLocked
	case (ending == ".docx") != archive, (ending == ".pdf") != portable && (ending == ".pdf" || bytes.HasPrefix(content, []byte("%PDF-"))), bytes.HasPrefix(content, []byte(old)):
		return ErrNotSo
	}
	return nil
}
