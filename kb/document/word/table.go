package word

import (
	"encoding/xml"
	"strconv"
	"strings"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// A wordTable is a table that is read.
type wordTable struct {
	rows  [][]plain.Cell
	cells []plain.Paragraph // of the cell that is read
	all   []plain.Paragraph // of all cells, for a table that only lays out
	spans int               // columns of the cell
	down  bool              // the cell goes on from the row above
	bold  bool              // all of the cell is
	head  bool              // the row repeats on every page
	count int
}

// tableBegins takes what begins a table, or a part of one.
func (w *wordText) tableBegins(e xml.StartElement) bool {
	name := e.Name.Local
	if name == "tbl" {
		w.tables = append(w.tables, &wordTable{})
		return true
	}
	if len(w.tables) == 0 || len(w.open) > 0 {
		return false
	}
	t := w.tables[len(w.tables)-1]
	switch name {
	case "tr":
		t.rows, t.head = append(t.rows, nil), false
	case "tblHeader":
		t.head = true
	case "tc":
		t.cells, t.spans, t.down, t.bold = nil, 1, false, true
	case "gridSpan":
		n, _ := strconv.Atoi(of(e, "val"))
		t.spans = max(1, min(n, plain.WidestCell))
	case "vMerge":
		t.down = of(e, "val") != "restart"
	default:
		return false
	}
	return true
}

// add adds a paragraph to the cell that is read.
func (t *wordTable) add(p plain.Paragraph, bold bool) {
	t.cells, t.all = append(t.cells, p), append(t.all, p)
	t.bold = t.bold && bold
}

// tableEnds takes what ends a table, or a part of one.
func (w *wordText) tableEnds(name string) {
	if len(w.tables) == 0 || len(w.open) > 0 {
		return
	}
	t := w.tables[len(w.tables)-1]
	switch name {
	case "tc":
		t.endCell()
	case "tbl":
		w.tables = w.tables[:len(w.tables)-1]
		w.putTable(t)
	}
}

func (t *wordTable) endCell() {
	if len(t.rows) == 0 || t.count > plain.MostCells {
		return
	}
	row := &t.rows[len(t.rows)-1]
	one := plain.Cell{Head: t.head || t.bold && len(t.cells) > 0}
	var texts []string
	for _, p := range t.cells {
		if p.Mark != "" {
			p.Text = p.Mark + " " + p.Text
		}
		texts = append(texts, strings.Join(strings.Fields(p.Text), " "))
	}
	one.Text = strings.Join(texts, " ")
	for range t.spans {
		if above := len(t.rows) - 2; t.down && above >= 0 && len(*row) < len(t.rows[above]) {
			one = t.rows[above][len(*row)]
		}
		*row = append(*row, one)
		t.count++
	}
}

// putTable writes a table down. One in a table is words of its cell.
func (w *wordText) putTable(t *wordTable) {
	made := t.all
	if plain.IsData(t.rows) {
		for i, row := range t.rows {
			for n := range row {
				row[n].Head = row[n].Head && i == 0
			}
		}
		made = plain.Rows(t.rows)
	}
	if n := len(w.tables); n > 0 {
		for _, p := range made {
			w.tables[n-1].add(plain.Paragraph{Text: p.Text, Kind: block.Paragraph}, false)
		}
		return
	}
	w.done = append(w.done, made...)
}
