package block

import "strings"

// between is what stands between the cells of a row.
const between = " | "

// A Cell is one cell of a row of a table.
type Cell struct {
	Head string // what stands over its column; empty if nothing does
	Text string
}

// Cells gives the cells of a row; none if the block is no row. Where the row is
// written with its heads ("State: Northland | Contribution: 40 million"), they
// are apart.
func (b *Block) Cells() []Cell {
	if b.Kind != TableRow {
		return nil
	}
	var cells []Cell
	parts := split(b.Text)
	heads := 0
	for _, p := range parts {
		if strings.Contains(p, ": ") {
			heads++
		}
	}
	for _, p := range parts {
		c := Cell{Text: p}
		if head, value, ok := strings.Cut(p, ": "); ok && 2*heads >= len(parts) {
			c = Cell{head, value}
		}
		cells = append(cells, c)
	}
	return cells
}

func split(row string) (cells []string) {
	for _, c := range strings.Split(strings.Trim(strings.TrimSpace(row), "|"), "|") {
		cells = append(cells, strings.TrimSpace(c))
	}
	return cells
}

// isRow reports whether a line is a row of a table: cells with bars between.
func isRow(s string) bool {
	return strings.Contains(s, between) || strings.HasPrefix(s, "| ") && strings.HasSuffix(s, "|")
}
