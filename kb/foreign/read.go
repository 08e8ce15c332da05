package foreign

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/document/plain"
)

// Read reads a CSV or JSON file, in any common encoding. A [*kb.Refusal] says what is
// wrong with it.
func Read(content []byte) (Table, error) {
	source, _, err := plain.Decode(content)
	if err != nil {
		return Table{}, kb.Refuse("foreign.unreadable")
	}
	source = strings.TrimSpace(strings.TrimPrefix(source, "\ufeff"))
	var t Table
	if strings.HasPrefix(source, "{") || strings.HasPrefix(source, "[") {
		t, err = readJSON(source)
	} else {
		t, err = readCSV(source)
	}
	switch {
	case err != nil:
		return Table{}, err
	case len(t.Rows) == 0 || len(t.Heads) < 2:
		return Table{}, kb.Refuse("foreign.no-table")
	case len(t.Rows) > RowsMost || len(t.Heads) > ColumnsMost:
		return Table{}, kb.Refuse("foreign.too-much", "Most", RowsMost)
	}
	return t, nil
}

func readCSV(source string) (t Table, err error) {
	r := csv.NewReader(strings.NewReader(source))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator(source), true, -1
	for len(t.Rows) <= RowsMost+1 { // one may be the head
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return t, kb.Refuse("foreign.unreadable")
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) > 0 && isHead(t.Rows[0]) {
		t.Heads, t.Rows = t.Rows[0], t.Rows[1:]
	}
	return t.squared(), nil
}

// separator is what stands between the fields of the first line.
func separator(source string) rune {
	line, _, _ := strings.Cut(source, "\n")
	best, most := ',', 0
	for _, r := range ",;\t|" {
		if n := strings.Count(line, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

// headMost is how long the name of a column is.
const headMost = 40

// isHead tells whether a first row names columns: one of them is known, or all could be
// names.
func isHead(row []string) bool {
	seen := map[string]bool{}
	could := true
	for _, cell := range row {
		if _, _, known := roleOf(cell); known {
			return true
		}
		could = could && cell != "" && !seen[cell] && utf8.RuneCountInString(cell) <= headMost && !strings.ContainsAny(cell, "?？؟/.!")
		seen[cell] = true
	}
	return could
}

// squared is a table all of whose rows have a cell for each column, and whose columns
// have names.
func (t Table) squared() Table {
	wide := len(t.Heads)
	for _, row := range t.Rows {
		wide = max(wide, len(row))
	}
	for i := len(t.Heads); i < wide; i++ {
		t.Heads = append(t.Heads, fmt.Sprint(i+1))
	}
	for i, row := range t.Rows {
		t.Rows[i] = append(row, make([]string, wide-len(row))...)
	}
	return t
}

// readJSON reads a list of objects; an object that has one somewhere; or an object whose
// fields are the entries.
func readJSON(source string) (Table, error) {
	var value any
	d := json.NewDecoder(strings.NewReader(source))
	d.UseNumber() // ids are longer than a float is exact
	if err := d.Decode(&value); err != nil {
		return Table{}, kb.Refuse("foreign.unreadable")
	}
	list := longestList(value, 0)
	if len(list) == 0 {
		list = named(value)
	}
	return tableOf(list), nil
}

// deepest is how far lists lie within objects.
const deepest = 4

// longestList is the longest list of objects in a value.
func longestList(value any, depth int) (best []map[string]any) {
	if depth > deepest {
		return nil
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			if o, is := one.(map[string]any); is {
				best = append(best, o)
			}
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if list := longestList(v[name], depth+1); len(list) > len(best) {
				best = list
			}
		}
	}
	return best
}

// named are the fields of an object as entries, by their names.
func named(value any) (list []map[string]any) {
	o, _ := value.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(o)) {
		entry := map[string]any{"name": name}
		switch v := o[name].(type) {
		case map[string]any:
			maps.Copy(entry, v)
			entry["name"] = name
		default:
			entry["content"] = v
		}
		list = append(list, entry)
	}
	return list
}

// tableOf has a column for each field of objects; those of objects in them by both names.
func tableOf(list []map[string]any) Table {
	columns := map[string]int{}
	var t Table
	for _, o := range list[:min(len(list), RowsMost+1)] {
		flat := map[string]string{}
		flatten(flat, "", o, 0)
		for _, name := range slices.Sorted(maps.Keys(flat)) {
			if _, known := columns[name]; !known && len(columns) <= ColumnsMost {
				columns[name] = len(columns)
				t.Heads = append(t.Heads, name)
			}
		}
		row := make([]string, len(columns))
		for name, text := range flat {
			if at, kept := columns[name]; kept {
				row[at] = text
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t.squared()
}

func flatten(flat map[string]string, above string, o map[string]any, depth int) {
	for name, value := range o {
		name = above + name
		switch v := value.(type) {
		case string:
			flat[name] = v
		case json.Number:
			flat[name] = v.String()
		case map[string]any:
			if depth < deepest {
				flatten(flat, name+".", v, depth+1)
			}
		case []any:
			var lines bytes.Buffer
			for _, one := range v {
				if s, is := one.(string); is {
					lines.WriteString(s + "\n")
				}
			}
			flat[name] = strings.TrimSpace(lines.String())
		}
	}
}
