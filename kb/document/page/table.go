package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// table writes the rows of a table with the heads of their columns. It is not ok
// for a table that only lays out a page.
func (w *walker) table(n *html.Node) bool {
	if w.depth > 0 || attribute(n, "role") == "presentation" || attribute(n, "role") == "none" {
		return false
	}
	rows := w.rowsOf(n)
	if !plain.IsData(rows) {
		return false
	}
	w.end()
	for c := range n.ChildNodes() {
		if c.DataAtom == atom.Caption {
			w.walk(c)
		}
	}
	w.paragraphs = append(w.paragraphs, plain.Rows(rows)...)
	return true
}

// rowsOf gives the cells of a table, with those that span several rows or columns
// in each.
func (w *walker) rowsOf(table *html.Node) [][]plain.Cell {
	var rows [][]plain.Cell
	spans := map[int]span{} // by column: what comes down from rows above
	cells := 0
	for n := range table.Descendants() {
		if n.DataAtom == atom.Table {
			return nil
		}
		if n.DataAtom != atom.Tr || cells > plain.MostCells {
			continue
		}
		var row []plain.Cell
		for c := range n.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			row = spanned(row, spans)
			one := plain.Cell{Text: w.textOf(c), Head: c.DataAtom == atom.Th || n.Parent.DataAtom == atom.Thead}
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
	plain.Cell
	left int
}

// spanned adds the cells that come down from above to a row.
func spanned(row []plain.Cell, spans map[int]span) []plain.Cell {
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
		row = append(row, s.Cell)
	}
}

func number(n *html.Node, name string) int {
	of, err := strconv.Atoi(attribute(n, name))
	if err != nil {
		return 1
	}
	return max(1, min(of, plain.WidestCell))
}

// textOf gives the words of a cell on one line.
func (w *walker) textOf(n *html.Node) string {
	in := walker{notes: w.notes, lines: w.lines, depth: w.depth + 1}
	in.children(n)
	in.end()
	var all []string
	for _, p := range in.paragraphs {
		if p.Mark != "" && p.Kind == block.ListEntry {
			p.Text = p.Mark + " " + p.Text
		}
		all = append(all, strings.Join(strings.Fields(p.Text), " "))
	}
	return strings.Join(all, " ")
}
