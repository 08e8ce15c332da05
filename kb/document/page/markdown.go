package page

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markup "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"verbatim/kb/document/plain"
)

// markdown reads CommonMark with tables and footnotes. HTML in it counts, too: what
// comes out is not shown but read.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote), goldmark.WithRendererOptions(markup.WithUnsafe()))

// What a file of Markdown may have. Its inline marks are matched in time that grows
// with their square, and each row of a table is filled up to the width of its
// head.
const (
	deepestMarkdown = 100    // quotes and lists that are opened on one line, or by how far it is indented
	mostMarks       = 3_000  // brackets, stars and underscores in one paragraph
	mostBrackets    = 20_000 // opening brackets in all
	widestTable     = 200    // bars in a line
)

// ReadMarkdown reads a file of Markdown (CommonMark), with its front matter.
func ReadMarkdown(content []byte) (plain.Document, error) {
	source, encoding, err := plain.Decode(content)
	if err != nil {
		return plain.Document{}, err
	}
	d := plain.Document{Encoding: encoding}
	source = d.SayFront(source)
	source = d.SayLines(source)
	if tooDeep(source) {
		return plain.Document{}, plain.ErrTooDeep
	}
	var page bytes.Buffer
	if err := markdown.Convert([]byte(source), &page); err != nil {
		return plain.Document{}, plain.ErrNotText
	}
	root, err := html.Parse(&page)
	if err != nil {
		return plain.Document{}, plain.ErrTooDeep
	}
	d.Title = cmp.Or(d.Title, theHeading(root))
	notes := notesOf(root)
	w := walker{lines: true, notes: notes}
	w.walk(root)
	w.end()
	d.Write(notes.apart(plain.Unwrap(w.paragraphs)))
	d.SayDateline()
	return d, nil
}

// tooDeep says whether a file has more marks than a person would write.
func tooDeep(source string) bool {
	if strings.Count(source, "[") > mostBrackets {
		return true
	}
	marks := 0
	for line := range strings.Lines(source) {
		if strings.TrimSpace(line) == "" {
			marks = 0
		}
		marks += strings.Count(line, "[") + strings.Count(line, "*") + strings.Count(line, "_")
		if marks > mostMarks || strings.Count(line, "|") > widestTable || opens(line) > deepestMarkdown {
			return true
		}
	}
	return false
}

// opens counts the quotes and lists that a line may open, and those that it may
// stand in by how far it is indented; a rule opens none.
func opens(line string) int {
	rest := strings.TrimLeft(line, " \t>-*+")
	if strings.TrimSpace(rest) == "" {
		return strings.Count(line, ">")
	}
	before := line[:len(line)-len(rest)]
	indented := 0
	if before != "" && strings.ContainsAny(before, "-*+>") {
		indented = strings.IndexAny(before, "-*+>") / 2
	}
	return max(indented, len(strings.Join(strings.Fields(before), "")))
}
