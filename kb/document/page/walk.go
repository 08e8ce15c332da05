package page

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// A walker collects the paragraphs of a tree of elements.
type walker struct {
	lines      bool // a line break of the source stays one, for it may be after a hyphen
	notes      *pageNotes
	pre        int // elements around that keep white space as it is
	paragraphs []plain.Paragraph
	open       strings.Builder // the paragraph so far
	next       plain.Paragraph // its kind and mark
	gap        string          // white space before its next character
	last       rune            // its last character
	depth      int             // tables around
	numbers    map[*html.Node]int
}

// around are the elements that are not of the text.
var around = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true,
	atom.Select: true, atom.Iframe: true, atom.Svg: true, atom.Object: true, atom.Video: true, atom.Audio: true,
	atom.Dialog: true, atom.Menu: true, atom.Textarea: true, atom.Rp: true,
}

// blocks are the elements that a paragraph does not reach across.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Pre: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Body: true, atom.Table: true, atom.Tr: true,
	atom.Caption: true, atom.Figure: true, atom.Figcaption: true, atom.Address: true, atom.Hr: true, atom.Header: true,
	atom.Details: true, atom.Summary: true, atom.Hgroup: true, atom.Center: true, atom.Fieldset: true, atom.Td: true, atom.Th: true,
}

// walk collects what stands in an element.
func (w *walker) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.add(n.Data)
		return
	case n.Type == html.CommentNode, around[n.DataAtom] && !isHeading(n), hidden(n), !w.lines && isFurniture(n):
		return
	case w.note(n):
		return
	case n.DataAtom == atom.Br:
		w.line()
		return
	case n.DataAtom == atom.Table && w.table(n):
		return
	case n.DataAtom == atom.Sup, n.DataAtom == atom.Sub:
		w.raised(n)
		return
	case blocks[n.DataAtom]:
		w.end()
		defer w.end()
	}
	switch n.DataAtom {
	case atom.Pre:
		w.pre++
		defer func() { w.end(); w.pre-- }()
	case atom.Li:
		w.next = plain.Paragraph{Kind: block.ListEntry, Mark: w.mark(n)}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.next = plain.Paragraph{Kind: block.Heading, Mark: w.next.Mark}
	}
	if mark := w.notes.footnote(n); mark != "" {
		w.next = plain.Paragraph{Kind: block.Footnote, Mark: mark}
	}
	w.children(n)
	if w.next.Kind != block.Paragraph && blocks[n.DataAtom] { // it had no words
		w.end()
		w.next = plain.Paragraph{}
	}
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
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" ||
			a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// add adds characters. White space of the source counts as one space, and as none
// between characters of a script without spaces; a space that does not break is a
// character like others.
func (w *walker) add(s string) {
	for _, r := range s {
		switch {
		case w.pre > 0:
			w.open.WriteRune(r)
			w.last = r
		case r == '\n' && w.lines:
			w.gap = cmp.Or(w.gap, "\n")
		case r == '\n':
			w.gap = cmp.Or(w.gap, "\r") // a space, or nothing
		case r == ' ', r == '\t', r == '\r', r == '\f':
			w.gap = cmp.Or(w.gap, " ")
		default:
			w.character(r)
		}
	}
}

// character adds one that shows something, after the white space before it.
func (w *walker) character(r rune) {
	if w.open.Len() > 0 {
		switch {
		case w.gap == "\r" && block.Wide(w.last) && block.Wide(r):
		case w.gap == "\r":
			w.open.WriteByte(' ')
		default:
			w.open.WriteString(w.gap)
		}
	}
	w.gap = ""
	w.open.WriteRune(r)
	w.last = r
}

// line breaks the line; twice, the paragraph.
func (w *walker) line() {
	if w.gap == plain.HardBreak {
		w.end()
		return
	}
	w.gap = plain.HardBreak
}

// end ends the paragraph. What keeps its white space may be several: its lines are
// read as plain text.
func (w *walker) end() {
	p := w.next
	p.Text = strings.TrimSpace(w.open.String())
	if block.Blank(p.Text) {
		p.Text = ""
	}
	if !w.lines {
		p.Text = strings.ReplaceAll(p.Text, plain.HardBreak, "\n")
	}
	w.gap, w.last = "", 0
	w.open.Reset()
	switch {
	case p.Text == "":
		return // the mark of an entry waits for its words
	case w.pre > 0:
		var d plain.Document
		d.Lines(p.Text)
		for s := range strings.SplitSeq(d.Text, "\n\n") {
			if s == "" {
				continue
			}
			if w.lines {
				s = strings.ReplaceAll(s, "\n", plain.HardBreak)
			}
			w.paragraphs = append(w.paragraphs, plain.Paragraph{Text: s})
		}
	default:
		if plain.HasMark(p) {
			p.Mark = ""
		}
		w.paragraphs = append(w.paragraphs, p)
	}
	w.next = plain.Paragraph{}
}
