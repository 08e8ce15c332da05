package main

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// spoilt is a copy of the shipped database after some SQL.
func spoilt(t *testing.T, statement string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	db, err := sql.Open("sqlite3", path) // the driver comes with kb/store
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(statement)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOneSentenceForADatabaseThatCannotBeUsed(t *testing.T) {
	for _, c := range []struct{ what, sql, says string }{
		{"one of another program", "PRAGMA application_id = 77", "is not a database of this program and was left as it is: give another path with --db."},
		{"one of a newer version", "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)", "was made by a newer version of this program and was left as it is: use that version, or give another path with --db."},
		{"one without its tables", "DROP TABLE meta", "move it away, together with its -wal and -shm files, and put a backup in its place."},
	} {
		path := spoilt(t, c.sql)
		for _, command := range [][]string{{"ask", "taiwan"}, {"chat"}, {"export"}, {"backup", path + ".copy"}, {"load", "--empty"}} {
			code, out, errs := runOn(t, path, "", command...)
			if code != exitFailed || out != "" || !strings.HasPrefix(errs, "verbatim: ") || !strings.HasSuffix(errs, c.says+"\n") || strings.Count(errs, "\n") != 1 {
				t.Errorf("%s, %s: exit code %d, out %q, errors %q", c.what, command[0], code, out, errs)
			}
		}
	}
}
