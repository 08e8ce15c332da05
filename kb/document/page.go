package document

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

func readHTML(content []byte) (Document, error) {
	page, err := decodedPage(content)
	if err != nil {
		return Document{}, err
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return Document{}, ErrTooDeep
	}
	d := Document{Title: cmp.Or(theHeading(root), meta(root, "og:title"), titleOf(root)), Language: languageOf(root)}
	w := walker{}
	if body := only(root, atom.Article, atom.Main); body != nil {
		w.walk(body)
	} else {
		w.walk(root)
		w.paragraphs = readable(root, w.paragraphs)
	}
	d.Text = w.text()
	return d, nil
}

// decodedPage gives a page in UTF-8, by its byte order mark, what it says of
// itself, or else as browsers do (https://html.spec.whatwg.org/#determining-the-character-encoding).
func decodedPage(content []byte) ([]byte, error) {
	encoding, name, _ := charset.DetermineEncoding(content, "")
	if name == "windows-1252" && utf8.Valid(content) { // what is taken when nothing tells
		name = "utf-8"
	}
	page := content
	if name != "utf-8" || bytes.HasPrefix(content, []byte("\uFEFF")) {
		var err error
		if page, err = io.ReadAll(encoding.NewDecoder().Reader(bytes.NewReader(content))); err != nil {
			return nil, ErrNotText
		}
	}
	if !utf8.Valid(page) || bytes.ContainsRune(page, 0) {
		return nil, ErrNotText
	}
	return bytes.TrimPrefix(page, []byte("\uFEFF")), nil
}

// readable gives the paragraphs from the first to the last one that readability
// takes for the text of a page, with the heading right before: what it leaves
// out in between is kept, for a whole text must be whole. Where it finds little,
// all paragraphs are the text.
func readable(root *html.Node, all []string) []string {
	parser := readability.NewParser()
	parser.CharThresholds, parser.MaxElemsToParse = 200, 20_000
	article, err := parser.ParseDocument(root, nil)
	if err != nil || article.Node == nil {
		return all
	}
	var w walker
	w.walk(article.Node)
	known := map[string]bool{}
	for _, p := range w.paragraphs {
		known[p] = true
	}
	first := slices.IndexFunc(all, func(p string) bool { return known[p] })
	if first < 0 || 2*size(w.paragraphs) < size(all) {
		return all
	}
	last := len(all) - 1
	for !known[all[last]] {
		last--
	}
	if heading := theHeading(root); first > 0 && heading != "" && all[first-1] == heading {
		first--
	}
	return all[first : last+1]
}

func size(paragraphs []string) int {
	n := 0
	for _, p := range paragraphs {
		n += len(p)
	}
	return n
}

// theHeading gives the first heading of a page; empty if it has none, or none
// of the highest rank.
func theHeading(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.H1 {
			w := walker{}
			w.children(n)
			return strings.Join(strings.Fields(w.text()), " ")
		}
	}
	return ""
}

// only gives the element of one of some kinds, in their order, that is the only
// one of its kind; nil if there is none.
func only(root *html.Node, kinds ...atom.Atom) *html.Node {
	for _, kind := range kinds {
		var found []*html.Node
		for n := range root.Descendants() {
			if n.DataAtom == kind {
				found = append(found, n)
			}
		}
		if len(found) == 1 && size(textOf(found[0])) > 0 {
			return found[0]
		}
	}
	return nil
}

func textOf(n *html.Node) []string {
	w := walker{}
	w.walk(n)
	return w.paragraphs
}

func titleOf(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Title && n.FirstChild != nil {
			return n.FirstChild.Data
		}
	}
	return ""
}

// meta gives what a page says of itself under a name.
func meta(root *html.Node, name string) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Meta && (attribute(n, "property") == name || strings.EqualFold(attribute(n, "http-equiv"), name)) {
			return attribute(n, "content")
		}
	}
	return ""
}

func languageOf(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Html {
			return cmp.Or(attribute(n, "lang"), attribute(n, "xml:lang"), meta(root, "content-language"),
				strings.ReplaceAll(meta(root, "og:locale"), "_", "-"))
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
