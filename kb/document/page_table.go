package document

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/block"
)

// What a table may have, so that its cells, which may span many, are bounded.
const (
	mostCells   = 100_000
	widestCell  = 50   // columns or rows
	longestCell = 1500 // characters: more, and the table only lays out a page
)

// A cell of a table.
type cell struct {
	text string
	head bool
}

// table writes the rows of a table with the heads of their columns. It is not ok
// for a table that only lays out a page.
func (w *walker) table(n *html.Node) bool {
	if w.depth > 0 || attribute(n, "role") == "presentation" || attribute(n, "role") == "none" {
		return false
	}
	rows := w.rowsOf(n)
	if !isData(rows) {
		return false
	}
	w.end()
	for c := range n.ChildNodes() {
		if c.DataAtom == atom.Caption {
			w.walk(c)
		}
	}
	w.paragraphs = append(w.paragraphs, rowParagraphs(rows)...)
	return true
}

// rowsOf gives the cells of a table, with those that span several rows or columns
// in each.
func (w *walker) rowsOf(table *html.Node) [][]cell {
	var rows [][]cell
	spans := map[int]span{} // by column: what comes down from rows above
	cells := 0
	for n := range table.Descendants() {
		if n.DataAtom == atom.Table {
			return nil
		}
		if n.DataAtom != atom.Tr || cells > mostCells {
			continue
		}
		var row []cell
		for c := range n.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			row = spanned(row, spans)
			one := cell{w.textOf(c), c.DataAtom == atom.Th || n.Parent.DataAtom == atom.Thead}
			for range number(c, "colspan") {
				if down := number(c, "rowspan") - 1; down > 0 {
					spans[len(row)] = span{one, down}
				}
				row = append(row, one)
			}
		}
		row = spanned(row, spans)
		cells += len(row)
		rows = append(rows, row)
	}
	return rows
}

// A span is a cell that goes on in rows below.
type span struct {
	cell
	left int
}

// spanned adds the cells that come down from above to a row.
func spanned(row []cell, spans map[int]span) []cell {
	for {
		s, ok := spans[len(row)]
		if !ok {
			return row
		}
		if s.left--; s.left == 0 {
			delete(spans, len(row))
		} else {
			spans[len(row)] = s
		}
		row = append(row, s.cell)
	}
}

func number(n *html.Node, name string) int {
	of, err := strconv.Atoi(attribute(n, name))
	if err != nil {
		return 1
	}
	return max(1, min(of, widestCell))
}

// textOf gives the words of a cell on one line.
func (w *walker) textOf(n *html.Node) string {
	in := walker{notes: w.notes, lines: w.lines, depth: w.depth + 1}
	in.children(n)
	in.end()
	var all []string
	for _, p := range in.paragraphs {
		if p.mark != "" && p.kind == block.ListEntry {
			p.text = p.mark + " " + p.text
		}
		all = append(all, strings.Join(strings.Fields(p.text), " "))
	}
	return strings.Join(all, " ")
}

// isData reports whether rows are of cells that belong together, and do not lay
// out a page.
func isData(rows [][]cell) bool {
	wide, long := 0, 0
	for _, row := range rows {
		if len(row) > 1 {
			wide++
		}
		for _, c := range row {
			if utf8.RuneCountInString(c.text) > longestCell {
				long++
			}
		}
	}
	return wide > 0 && 2*wide >= len(rows) && long == 0
}

// rowParagraphs writes rows down: the heads first, then each row with them. A row
// of one cell is a paragraph, and columns that say the same in two languages are
// one after the other.
func rowParagraphs(rows [][]cell) (all []paragraph) {
	if parallel(rows) {
		return columnParagraphs(rows)
	}
	var heads []string
	for _, row := range rows {
		texts := textsOf(row)
		switch {
		case len(distinct(texts)) < 2:
			all = append(all, paragraph{text: strings.Join(distinct(texts), " ")})
		case isHead(row):
			heads = texts
			all = append(all, paragraph{text: strings.Join(distinct(texts), " | "), kind: block.Heading})
		default:
			all = append(all, paragraph{text: strings.Join(withHeads(texts, heads), " | "), kind: block.TableRow})
		}
	}
	return all
}

func textsOf(row []cell) []string {
	texts := make([]string, len(row))
	for i, c := range row {
		texts[i] = c.text
	}
	return texts
}

// distinct gives the texts that are not empty, each once in a row.
func distinct(texts []string) (found []string) {
	for _, s := range texts {
		if s != "" && (len(found) == 0 || found[len(found)-1] != s) {
			found = append(found, s)
		}
	}
	return found
}

func isHead(row []cell) bool {
	for _, c := range row {
		if !c.head && c.text != "" {
			return false
		}
	}
	return true
}

// withHeads gives the cells that have words, each after its head.
func withHeads(texts, heads []string) (cells []string) {
	for i, s := range texts {
		switch {
		case s == "" || i > 0 && s == texts[i-1]:
		case i < len(heads) && heads[i] != "" && heads[i] != s:
			cells = append(cells, strings.TrimRight(heads[i], ":")+": "+s)
		default:
			cells = append(cells, s)
		}
	}
	return cells
}
