// Package document reads whole texts from the files that people have them in:
// plain text, Markdown and web pages. It gives their paragraphs with a blank
// line between, and never changes a word: what it takes away is markup, and of a
// web page what stands around the text (menus, headers, footers, forms).
//
// Where paragraphs end, kb/quote says (Paragraphs): a plain text is left as it
// is, line breaks included. In Markdown a line break inside a paragraph stays;
// in a web page it is a space, as a browser shows it.
package document

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

// A Document is the whole text of a file.
type Document struct {
	Title    string // as the document gives it; empty if it does not
	Language string // BCP 47, such as "en"; empty if the document does not say
	Text     string // UTF-8; paragraphs with blank lines between, at least one
	SHA256   string // hex, of the bytes of the file
}

// Longest is how many bytes a file may have.
const Longest = 4 << 20

// The reasons why a file cannot be read; each says what to do.
var (
	ErrTooLong = fmt.Errorf("the file is longer than %d MB; load its parts one by one", Longest>>20)
	ErrKind    = errors.New("only .txt, .md and .html files can be read; save it as one of these")
	ErrNotText = errors.New("the file is no text in UTF-8; save it as UTF-8")
	ErrNoText  = errors.New("there is no text in the file; look whether it is the right one")
	ErrTooDeep = errors.New("the file has too many marks, or marks nested too deeply; save it as plain text")
)

// IsDocument says whether a file of this name can be read.
func IsDocument(name string) bool { return readers[kind(name)] != nil }

func kind(name string) string { return strings.ToLower(filepath.Ext(name)) }

var readers = map[string]func([]byte) (Document, error){
	".txt": readText, ".text": readText,
	".md": readMarkdown, ".markdown": readMarkdown,
	".html": readHTML, ".htm": readHTML, ".xhtml": readHTML,
}

// Read gives the text of a file. Its name says what it is: .txt, .md or .html.
// The same bytes always give the same text.
func Read(name string, content []byte) (Document, error) {
	read := readers[kind(name)]
	switch {
	case read == nil:
		return Document{}, ErrKind
	case len(content) > Longest:
		return Document{}, ErrTooLong
	}
	d, err := read(content)
	if err != nil {
		return Document{}, err
	}
	if strings.TrimSpace(d.Text) == "" {
		return Document{}, ErrNoText
	}
	sum := sha256.Sum256(content)
	d.SHA256 = hex.EncodeToString(sum[:])
	d.Title = strings.Join(strings.Fields(d.Title), " ")
	d.Language = knownLanguage(d.Language)
	return d, nil
}

// readText reads plain text. A first line that stands alone and does not end
// like a sentence is its title too.
func readText(content []byte) (Document, error) {
	text, err := decoded(content)
	if err != nil {
		return Document{}, err
	}
	return Document{Title: heading(text), Text: text}, nil
}

// longestTitle is the longest first line, in characters, that is a title.
const longestTitle = 200

func heading(text string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	first = strings.TrimSpace(first)
	next, _, _ := strings.Cut(rest, "\n")
	switch {
	case strings.TrimSpace(next) != "", strings.TrimSpace(rest) == "":
		return ""
	case utf8.RuneCountInString(first) > longestTitle, strings.HasSuffix(first, "."), strings.HasSuffix(first, "。"):
		return ""
	}
	return strings.TrimRight(first, ":：")
}

// decoded gives a text in UTF-8, or in UTF-16 with a byte order mark, without
// that mark.
func decoded(content []byte) (string, error) {
	if bytes.HasPrefix(content, []byte("\xFE\xFF")) || bytes.HasPrefix(content, []byte("\xFF\xFE")) {
		text, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(content)
		if err != nil {
			return "", ErrNotText
		}
		content = text
	}
	text := strings.TrimPrefix(string(content), "\uFEFF")
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return "", ErrNotText
	}
	return text, nil
}

// knownLanguage gives a language as BCP 47 writes it, and nothing for what is
// none.
func knownLanguage(s string) string {
	tag, err := language.Parse(strings.TrimSpace(s))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
