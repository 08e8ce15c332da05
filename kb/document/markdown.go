package document

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markup "github.com/yuin/goldmark/renderer/html"
	"go.yaml.in/yaml/v4"
	"golang.org/x/net/html"
)

// markdown reads CommonMark with tables. HTML in it counts, too: what comes out
// is not shown but read.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(markup.WithUnsafe()))

// What a file of Markdown may have, so that it is read in seconds: its inline
// marks are matched in time that grows with their square.
const (
	deepestMarkdown = 100    // quotes and lists that are opened on one line
	mostMarks       = 3_000  // brackets, stars and underscores in one paragraph
	mostBrackets    = 20_000 // opening brackets in all
)

func readMarkdown(content []byte) (Document, error) {
	source, err := decoded(content)
	if err != nil {
		return Document{}, err
	}
	front, source := frontMatter(source)
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
	w := walker{lines: true}
	w.walk(root)
	return Document{
		Title:    cmp.Or(front.Title, theHeading(root)),
		Language: cmp.Or(front.Lang, front.Language),
		Text:     w.text(),
	}, nil
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
		if marks > mostMarks || opens(line) > deepestMarkdown {
			return true
		}
	}
	return false
}

// opens counts the quotes and lists that a line may open; a rule opens none.
func opens(line string) int {
	rest := strings.TrimLeft(line, " \t>-*+")
	if strings.TrimSpace(rest) == "" {
		return strings.Count(line, ">")
	}
	return len(strings.Join(strings.Fields(line[:len(line)-len(rest)]), ""))
}

// matter is what front matter may say of the text.
type matter struct {
	Title    string `yaml:"title"`
	Lang     string `yaml:"lang"`
	Language string `yaml:"language"`
}

// frontMatter takes the fields between two lines of "---" off the beginning, if
// they are fields.
func frontMatter(source string) (matter, string) {
	body, ok := strings.CutPrefix(strings.ReplaceAll(source, "\r\n", "\n"), "---\n")
	if !ok {
		return matter{}, source
	}
	fields, rest, ok := strings.Cut(body, "\n---\n")
	var m matter
	if !ok || len(fields) > 1<<16 || yaml.Unmarshal([]byte(fields), &m) != nil {
		return matter{}, source
	}
	return m, rest
}
