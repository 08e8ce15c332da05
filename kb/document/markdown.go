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

// deepestMarkdown is how many quotes or lists may be opened on one line.
const deepestMarkdown = 100

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

// tooDeep says whether a line opens more quotes or lists than a person would.
func tooDeep(source string) bool {
	for line := range strings.Lines(source) {
		n := 0
		for _, r := range line {
			if !strings.ContainsRune(" \t>-*+", r) {
				break
			}
			if r != ' ' && r != '\t' {
				n++
			}
		}
		if n > deepestMarkdown && strings.Trim(line, " \t\r\n-*") != "" {
			return true
		}
	}
	return false
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
