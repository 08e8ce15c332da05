package store

import (
	"slices"
	"testing"
)

func TestNoTableAndNoColumnIsLeftOutOfACopy(t *testing.T) {
	_, e := opened(t)
	names := func(query string, args ...any) (all []string) {
		t.Helper()
		rows, err := e.read.Query(query, args...)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				t.Fatal(err)
			}
			all = append(all, name)
		}
		slices.Sort(all)
		return all
	}
	var copied []string
	for _, table := range tables {
		copied = append(copied, table.name)
		columns, _ := table.fields()
		columns = slices.DeleteFunc(columns, func(c string) bool { return c == "rowid" })
		slices.Sort(columns)
		if there := names("SELECT name FROM pragma_table_info($1)", table.name); !slices.Equal(there, columns) {
			t.Errorf("%s has the columns %v, and %v are copied", table.name, there, columns)
		}
	}
	slices.Sort(copied)
	there := names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'goose_db_version'")
	if !slices.Equal(there, copied) {
		t.Errorf("there are %v, and %v are copied", there, copied)
	}
}
