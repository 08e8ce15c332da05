package plain

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb/document/block"
)

// What a table may have, so that its cells, which may span many, are bounded.
const (
	MostCells   = 100_000
	WidestCell  = 50   // columns or rows
	longestCell = 1500 // characters: more, and the table only lays out a page
)

// A Cell of a table.
type Cell struct {
	Text string
	Head bool
}

// IsData reports whether rows are of cells that belong together, and do not lay
// out a page.
func IsData(rows [][]Cell) bool {
	wide, long := 0, 0
	for _, row := range rows {
		if len(row) > 1 {
			wide++
		}
		for _, c := range row {
			if utf8.RuneCountInString(c.Text) > longestCell {
				long++
			}
		}
	}
	return wide > 0 && 2*wide >= len(rows) && long == 0
}

// Rows writes rows down: the heads first, then each row with them. A row
// of one cell is a paragraph, and columns that say the same in two languages are
// one after the other.
func Rows(rows [][]Cell) (all []Paragraph) {
	if parallel(rows) {
		return columnParagraphs(rows)
	}
	var heads []string
	for _, row := range rows {
		texts := textsOf(row)
		switch {
		case len(distinct(texts)) < 2:
			all = append(all, Paragraph{Text: strings.Join(distinct(texts), " ")})
		case isHead(row):
			heads = texts
			all = append(all, Paragraph{Text: strings.Join(distinct(texts), " | "), Kind: block.Heading})
		default:
			all = append(all, Paragraph{Text: strings.Join(withHeads(texts, heads), " | "), Kind: block.TableRow})
		}
	}
	return all
}

func textsOf(row []Cell) []string {
	texts := make([]string, len(row))
	for i, c := range row {
		texts[i] = c.Text
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

func isHead(row []Cell) bool {
	for _, c := range row {
		if !c.Head && c.Text != "" {
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
