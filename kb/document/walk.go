package document

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A walker collects the paragraphs of a tree of elements.
type walker struct {
	lines      bool // a line break of the source stays one
	pre        int  // elements around that keep white space as it is
	paragraphs []string
	open       strings.Builder // the paragraph so far
	gap        string          // white space before its next character
}

// around are the elements that are not of the text.
var around = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true,
	atom.Select: true, atom.Iframe: true, atom.Svg: true, atom.Object: true, atom.Video: true, atom.Audio: true,
	atom.Dialog: true, atom.Menu: true, atom.Textarea: true,
}

// blocks are the elements that a paragraph does not reach across.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Pre: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Body: true, atom.Table: true, atom.Tr: true,
	atom.Caption: true, atom.Figure: true, atom.Figcaption: true, atom.Address: true, atom.Hr: true, atom.Header: true,
	atom.Details: true, atom.Summary: true, atom.Hgroup: true, atom.Center: true, atom.Fieldset: true,
}

// walk collects what stands in an element.
func (w *walker) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.add(n.Data)
		return
	case n.Type == html.CommentNode, around[n.DataAtom] && !isHeading(n), hidden(n):
		return
	case n.DataAtom == atom.Br:
		w.line()
		return
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.gap = " "
	case blocks[n.DataAtom]:
		w.end()
		defer w.end()
	}
	if n.DataAtom == atom.Pre {
		w.pre++
		defer func() { w.pre-- }()
	}
	w.children(n)
}

func (w *walker) children(n *html.Node) {
	for c := range n.ChildNodes() {
		w.walk(c)
	}
}

// isHeading says whether an element is the header of an article: its title.
func isHeading(n *html.Node) bool {
	for p := n.Parent; n.DataAtom == atom.Header && p != nil; p = p.Parent {
		if p.DataAtom == atom.Article || p.DataAtom == atom.Main {
			return true
		}
	}
	return false
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" {
			return true
		}
	}
	return false
}

// add adds characters. White space of the source counts as one space; a space
// that does not break is a character like others.
func (w *walker) add(s string) {
	for _, r := range s {
		switch {
		case w.pre > 0:
			w.open.WriteRune(r)
		case r == '\n' && w.lines:
			w.gap = "\n"
		case r == ' ', r == '\t', r == '\n', r == '\r', r == '\f':
			w.gap = cmp.Or(w.gap, " ")
		default:
			if w.open.Len() > 0 {
				w.open.WriteString(w.gap)
			}
			w.gap = ""
			w.open.WriteRune(r)
		}
	}
}

// line breaks the line; twice, the paragraph.
func (w *walker) line() {
	if w.gap == "\n" && !w.lines {
		w.end()
		return
	}
	w.gap = "\n"
}

// end ends the paragraph. Blank lines inside it, which only text with its own
// white space has, make several of it.
func (w *walker) end() {
	w.gap = ""
	if p := strings.TrimSpace(w.open.String()); p != "" {
		w.paragraphs = append(w.paragraphs, p)
	}
	w.open.Reset()
}

func (w *walker) text() string {
	w.end()
	return strings.Join(w.paragraphs, "\n\n")
}
