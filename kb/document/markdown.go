package document

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markup "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"verbatim/kb/document/block"
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

func readMarkdown(content []byte) (Document, error) {
	source, encoding, err := decoded(content)
	if err != nil {
		return Document{}, err
	}
	d := Document{Encoding: encoding}
	source = d.sayFront(source)
	source = d.sayLines(source)
	if tooDeep(source) {
		return Document{}, ErrTooDeep
	}
	var page bytes.Buffer
	if err := markdown.Convert([]byte(source), &page); err != nil {
		return Document{}, ErrNotText
	}
	root, err := html.Parse(&page)
	if err != nil {
		return Document{}, ErrTooDeep
	}
	d.Title = cmp.Or(d.Title, theHeading(root))
	notes := notesOf(root)
	w := walker{lines: true, notes: notes}
	w.walk(root)
	w.end()
	d.written(notes.apart(unwrapped(w.paragraphs)))
	return d, nil
}

// sayLines takes the fields off that stand before the text as plain lines.
func (d *Document) sayLines(source string) string {
	head := source[:min(len(source), mostFront)]
	blocks := block.Blocks(head)
	rest := source
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != block.Metadata && b.Kind != block.Rule || b.Kind == block.Metadata && !hasField(b.Text) || b.End == len(head) {
			break
		}
		d.sayFields(head[b.Start:b.End])
		if b.Kind == block.Metadata {
			rest = source[b.End:]
		}
	}
	return rest
}

// unwrapped puts the lines of paragraphs together. Those that the author broke
// stay.
func unwrapped(paragraphs []paragraph) []paragraph {
	var all strings.Builder
	for _, p := range paragraphs {
		all.WriteString(strings.ReplaceAll(p.text, hardBreak, "\u2028") + "\n\n")
	}
	for i, s := range block.Unwrapped(all.String()) {
		paragraphs[i].text = strings.ReplaceAll(s, "\u2028", "\n")
	}
	return paragraphs
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
