// Package page reads web pages and Markdown, which is made a page first: page.go and
// markdown.go read them, about.go takes what a page says of itself, walk.go collects
// its paragraphs, with list.go, table.go and notes.go; furniture.go knows what is of
// the page and not of the text.
package page

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// Read reads a web page: its article, without what stands around it.
func Read(content []byte) (plain.Document, error) {
	page, err := decodedPage(content)
	if err != nil {
		return plain.Document{}, err
	}
	if repeats(page) {
		return plain.Document{}, plain.ErrTooDeep
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return plain.Document{}, plain.ErrTooDeep
	}
	d := aboutPage(root)
	notes := notesOf(root)
	if body := only(root, notes, atom.Article, atom.Main); body != nil {
		d.Write(notes.apart(walked(body, notes)))
	} else {
		d.Write(notes.apart(readable(root, walked(root, notes), notes)))
	}
	d.SayDateline()
	return d, nil
}

// mostRepeats is how often a page may have what it has once: each time, the parser
// goes through all attributes again.
const mostRepeats = 100

func repeats(page []byte) bool {
	lower := bytes.ToLower(page)
	return bytes.Count(lower, []byte("<html")) > mostRepeats || bytes.Count(lower, []byte("<body")) > mostRepeats
}

// decodedPage gives a page in UTF-8, by its byte order mark, what it says of
// itself, or else as browsers do (https://html.spec.whatwg.org/#determining-the-character-encoding).
func decodedPage(content []byte) ([]byte, error) {
	encoding, name, certain := charset.DetermineEncoding(content, "")
	if name == "windows-1252" && !certain { // what is taken when nothing tells
		if utf8.Valid(content) {
			name = "utf-8"
		} else if told, guess := plain.EncodingOf(content); guess != nil && guess != plain.Unknown {
			name, encoding = told, guess
		}
	}
	page := content
	if name != "utf-8" || bytes.HasPrefix(content, []byte("\uFEFF")) {
		var err error
		if page, err = io.ReadAll(encoding.NewDecoder().Reader(bytes.NewReader(content))); err != nil {
			return nil, plain.ErrNotText
		}
	}
	if !utf8.Valid(page) || bytes.ContainsRune(page, 0) {
		return nil, plain.ErrNotText
	}
	page = bytes.ReplaceAll(page, []byte(string(plain.NoteOpen)), nil)
	return bytes.TrimPrefix(bytes.ReplaceAll(page, []byte(string(plain.NoteClose)), nil), []byte("\uFEFF")), nil
}

// mostBetween is how many paragraphs may stand between the heading and the text:
// who wrote it, and when.
const mostBetween = 6

// mostElements is how many elements readability looks at.
const mostElements = 20_000

// readable gives the paragraphs from the first to the last one that readability
// takes for the text of a page, with the heading before, and the footnotes:
// what it leaves out in between is kept, for a whole text must be whole. Where it
// finds little, all paragraphs are the text.
func readable(root *html.Node, all []plain.Paragraph, notes *pageNotes) []plain.Paragraph {
	title := theHeading(root)
	parser := readability.NewParser()
	parser.CharThresholds, parser.MaxElemsToParse = 200, mostElements
	article, err := parser.ParseDocument(root, nil)
	if err != nil || article.Node == nil {
		return all
	}
	found := walked(article.Node, notes)
	known := map[string]bool{}
	for _, p := range found {
		known[p.Text] = true
	}
	first := slices.IndexFunc(all, func(p plain.Paragraph) bool { return known[p.Text] })
	if first < 0 || 2*size(found) < size(all) {
		return all
	}
	last := len(all) - 1
	for !known[all[last].Text] && all[last].Kind != block.Footnote {
		last--
	}
	for i := max(0, first-mostBetween); i < first; i++ {
		if title != "" && plain.OneLine(all[i].Text) == title {
			first = i
		}
	}
	return all[first : last+1]
}

func size(paragraphs []plain.Paragraph) int {
	n := 0
	for _, p := range paragraphs {
		n += len(p.Text)
	}
	return n
}

// walked gives the paragraphs of an element.
func walked(n *html.Node, notes *pageNotes) []plain.Paragraph {
	w := walker{notes: notes}
	w.walk(n)
	w.end()
	return w.paragraphs
}

// only gives the element of one of some kinds, in their order, that is the only
// one of its kind; nil if there is none.
func only(root *html.Node, notes *pageNotes, kinds ...atom.Atom) *html.Node {
	for _, kind := range kinds {
		var found []*html.Node
		for n := range root.Descendants() {
			if n.DataAtom == kind {
				found = append(found, n)
			}
		}
		if len(found) == 1 && size(walked(found[0], notes)) > 0 {
			return found[0]
		}
	}
	return nil
}

// theHeading gives the first heading of the highest rank; empty if there is none.
func theHeading(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.H1 {
			w := walker{notes: &pageNotes{}}
			w.children(n)
			w.end()
			var all []string
			for _, p := range w.paragraphs {
				all = append(all, p.Text)
			}
			return plain.OneLine(strings.Join(all, " "))
		}
	}
	return ""
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
