package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// pageNotes are the footnotes of a page: which marks point where.
type pageNotes struct {
	marks map[string]string // of the place that is pointed to, its mark
	seen  map[string]bool   // the marks that were found in the text
}

// notesOf goes through the links of a page for marks of footnotes.
func notesOf(root *html.Node) *pageNotes {
	notes := &pageNotes{map[string]string{}, map[string]bool{}}
	for n := range root.Descendants() {
		if mark, to := noteLink(n); mark != "" {
			if _, twice := notes.marks[to]; !twice {
				notes.marks[to] = mark
			}
		}
	}
	return notes
}

// noteLink gives the mark of a link that points to a footnote, and where it
// points.
func noteLink(n *html.Node) (mark, to string) {
	if n.DataAtom != atom.A {
		return "", ""
	}
	to, ok := strings.CutPrefix(attribute(n, "href"), "#")
	if m := plain.NoteMark.FindStringSubmatch(strings.TrimSpace(bare(n))); ok && to != "" && m != nil && !isBack(n) {
		return m[1], to
	}
	return "", ""
}

// isBack reports whether a link leads from a footnote back to the text: it says
// so, or it is the first thing in a paragraph.
func isBack(n *html.Node) bool {
	class := attribute(n, "class") + " " + attribute(n, "role") + " " + attribute(n, "rev")
	if strings.Contains(class, "backref") || strings.Contains(class, "backlink") {
		return true
	}
	for ; n != nil && !blocks[n.DataAtom]; n = n.Parent {
		for before := n.PrevSibling; before != nil; before = before.PrevSibling {
			if strings.TrimSpace(bare(before)) != "" {
				return false
			}
		}
	}
	return n != nil
}

// bare gives the words of a few nodes, without looking what they are.
func bare(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var s strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			s.WriteString(c.Data)
		}
		if s.Len() > 1000 {
			break
		}
	}
	return s.String()
}

// footnote gives the mark of the footnote that begins with a block; empty if none
// does. Where the mark points into the block, it is that of the block.
func (notes *pageNotes) footnote(n *html.Node) string {
	if !blocks[n.DataAtom] || len(notes.marks) == 0 || n.DataAtom == atom.Body || n.DataAtom == atom.Table {
		return ""
	}
	if mark := notes.marks[attribute(n, "id")]; mark != "" {
		return mark
	}
	looked := 0
	for c := range n.Descendants() {
		if looked++; blocks[c.DataAtom] || looked > 10 {
			break
		}
		if mark := notes.marks[attribute(c, "id")]; mark != "" {
			return mark
		}
		if mark := notes.marks[attribute(c, "name")]; mark != "" && c.DataAtom == atom.A {
			return mark
		}
	}
	return ""
}

// note sets the mark of a footnote apart, and passes over the link that leads
// back from one.
func (w *walker) note(n *html.Node) bool {
	mark, _ := noteLink(n)
	switch {
	case mark != "":
	case n.DataAtom == atom.Sup && isMarkOnly(n):
		mark = plain.NoteMark.FindStringSubmatch(strings.TrimSpace(bare(n)))[1]
	case n.DataAtom == atom.A && strings.HasPrefix(attribute(n, "href"), "#") && w.leadsBack(n):
		return true
	default:
		return false
	}
	if w.open.Len() == 0 { // a footnote that begins with its own mark
		return w.next.Kind == block.Footnote
	}
	w.notes.see(mark)
	w.gap = strings.ReplaceAll(w.gap, "\n", " ")
	for _, r := range string(plain.NoteOpen) + mark + string(plain.NoteClose) {
		w.open.WriteRune(r)
	}
	return true
}

func (notes *pageNotes) see(mark string) {
	if notes.seen != nil {
		notes.seen[mark] = true
	}
}

// leadsBack reports whether a link in a footnote is no word of it.
func (w *walker) leadsBack(n *html.Node) bool {
	s := strings.Trim(strings.TrimSpace(bare(n)), "[]().")
	return isBack(n) && (w.next.Kind == block.Footnote || strings.ContainsAny(s, "↩↑^⤴")) || strings.Trim(s, "↩↑^⤴\uFE0E") == "" && s != ""
}

func isMarkOnly(n *html.Node) bool {
	return n.PrevSibling != nil && plain.IsNoteMark(bare(n.PrevSibling), bare(n))
}

// apart makes footnotes of the last paragraphs that begin with a mark that the
// text has and nothing else points to.
func (notes *pageNotes) apart(all []plain.Paragraph) []plain.Paragraph {
	for i := len(all) - 1; i >= 0; i-- {
		p := &all[i]
		if p.Kind == block.Footnote {
			continue
		}
		mark, rest, ok := strings.Cut(p.Text, " ")
		mark = strings.Trim(mark, "[]().")
		if !ok || !notes.seen[mark] || strings.ContainsRune(p.Text, plain.NoteOpen) {
			break
		}
		*p = plain.Paragraph{Text: rest, Kind: block.Footnote, Mark: mark}
	}
	return all
}
