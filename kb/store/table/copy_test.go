package table

import (
	"context"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/mattn/go-sqlite3" // the driver that the migrations are made with
	"github.com/pressly/goose/v3"
)

func TestBothEnginesHaveTheSameMigrations(t *testing.T) {
	names := func(engine string) []string {
		migrations := os.DirFS(filepath.Join("..", engine, "migrations"))
		files, err := fs.Glob(migrations, "*.sql")
		if err != nil || int64(len(files)) != Latest(migrations) || len(files) == 0 {
			t.Errorf("%s has %d migrations, want %d (%v)", engine, len(files), Latest(migrations), err)
		}
		return files
	}
	if one, other := names("sqlite"), names("postgres"); !slices.Equal(one, other) {
		t.Errorf("one has %v, the other %v", one, other)
	}
}

func TestNoTableAndNoColumnIsLeftOutOfACopy(t *testing.T) {
	db, err := sql.Open("sqlite3", filepath.Join(t.TempDir(), "verbatim.db"))
	if err == nil {
		err = Migrate(context.Background(), db, goose.DialectSQLite3, os.DirFS("../sqlite/migrations"))
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	names := func(query string, args ...any) (all []string) {
		t.Helper()
		rows, err := db.Query(query, args...)
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
