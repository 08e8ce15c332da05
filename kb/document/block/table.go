package block

import "strings"

// between is what stands between the cells of a row.
const between = " | "

// split gives the cells of a row.
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
