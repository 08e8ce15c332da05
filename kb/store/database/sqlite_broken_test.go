package database_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3" // the driver by its name, for spoiling files

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

func TestOpenSaysWhatToDo(t *testing.T) {
	for _, c := range []struct {
		what  string
		spoil func(t *testing.T, path string)
		code  store.Code
	}{
		{"an empty file", func(t *testing.T, path string) { write(t, path, "") }, store.CodeEmptyFile},
		{"a text", func(t *testing.T, path string) { write(t, path, "statement:\n  id: notes-1843\n") }, store.CodeDamaged},
		{"five bytes", func(t *testing.T, path string) { write(t, path, "SQLit") }, store.CodeDamaged},
		{"a database of another program", foreign, store.CodeForeign},
		{"a database of nobody", func(t *testing.T, path string) { script(t, path, "CREATE TABLE t (x)") }, store.CodeForeign},
		{"a newer database", newer, store.CodeNewer},
		{"a database without its tables", func(t *testing.T, path string) { make500(t, path); script(t, path, "DROP TABLE meta") }, store.CodeDamaged},
		{"a database without its counter", func(t *testing.T, path string) { make500(t, path); script(t, path, "DELETE FROM meta") }, store.CodeDamaged},
		{"a cut database", func(t *testing.T, path string) { make500(t, path); cut(t, path) }, store.CodeDamaged},
		{"a database with a page of noise", func(t *testing.T, path string) { make500(t, path); noise(t, path, 20*4096) }, store.CodeDamaged},
		{"a database with noise for a header", func(t *testing.T, path string) { make500(t, path); noise(t, path, 0) }, store.CodeDamaged},
		{"a log without its database", func(t *testing.T, path string) { write(t, path+"-wal", "x") }, store.CodeDamaged},
		{"a journal without its database", func(t *testing.T, path string) { write(t, path+"-journal", "x") }, store.CodeDamaged},
		{"a folder", func(t *testing.T, path string) { must(t, os.Mkdir(path, 0o755)) }, store.CodeForeign},
		{"a socket", socket, store.CodeForeign},
		{"a link to nothing", func(t *testing.T, path string) { must(t, os.Symlink(path+".gone", path)) }, store.CodeMissing},
	} {
		t.Run(c.what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "verbatim.db")
			c.spoil(t, path)
			before, names := content(t, path), beside(t, path)
			s, err := database.Open(context.Background(), path, store.Options{})
			if err == nil {
				_ = s.Close()
			}
			wantSentence(t, err, c.code, path)
			if !bytes.Equal(before, content(t, path)) {
				t.Error("the file was changed")
			}
			if now := beside(t, path); now != names {
				t.Errorf("the folder has %s, and had %s", now, names)
			}
		})
	}
}

func TestOpenRefusesWhatIsNoFile(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "no folder", "verbatim.db")
	for path, code := range map[string]store.Code{
		"":                                       store.CodeInvalid,
		"a\x00b":                                 store.CodeInvalid,
		"postgres://ada:secret@host:x/verbatim":  store.CodeInvalid,
		"postgresql://ada:sec%ret@host/verbatim": store.CodeInvalid,
		missing:                                  store.CodeMissing,
		filepath.Join(os.Args[0], "verbatim.db"): store.CodeMissing, // in a file that is no folder
	} {
		_, err := database.Open(context.Background(), path, store.Options{})
		wantSentence(t, err, code, "")
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("the password is in %q", err)
		}
	}
}

func TestOpenTakesAnyName(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for _, name := range []string{":memory:", "100% of it?mode=memory#1.db", "知识 база.db", "file:x.db"} {
		s := mustOpen(t, name)
		put(t, s, "a")
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil || !s.Created {
			t.Errorf("%q was not made: %v", name, err)
		}
		if again := mustOpen(t, name); again.Created || len(live(t, again)) != 1 {
			t.Errorf("%q was made again", name)
		}
	}
}

func TestOpenFollowsALink(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "verbatim.db"), filepath.Join(t.TempDir(), "link.db")
	put(t, mustOpen(t, path), "a")
	must(t, os.Symlink(path, link))
	s := mustOpen(t, link)
	put(t, s, "b")
	if got := live(t, s); len(got) != 2 {
		t.Errorf("through the link there is %v", got)
	}
}

func TestOpenTakesADatabaseThatAnotherProgramCopied(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	make500(t, path)
	script(t, path, "PRAGMA journal_mode = DELETE")
	s := mustOpen(t, path)
	put(t, s, "a")
	if got := live(t, s); len(got) != 501 {
		t.Errorf("there are %d records", len(got))
	}
	if _, err := os.Stat(path + "-wal"); err != nil {
		t.Errorf("it has no write-ahead log: %v", err)
	}
}

// wantSentence wants one line for people that names the file.
func wantSentence(t *testing.T, err error, code store.Code, path string) {
	t.Helper()
	var e *store.Error
	if !errors.As(err, &e) {
		t.Fatalf("error is %v, want one of code %s", err, code)
	}
	if e.Code != code {
		t.Errorf("%v has code %s, want %s", err, e.Code, code)
	}
	if !strings.HasSuffix(e.Sentence, ".") || strings.Contains(e.Sentence, "\n") || !strings.Contains(e.Sentence, path) {
		t.Errorf("not one sentence about %s: %q", path, e.Sentence)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) { must(t, os.WriteFile(path, []byte(text), 0o644)) }

// content reads a file, if it is one.
func content(t *testing.T, path string) []byte {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	all, err := os.ReadFile(path)
	must(t, err)
	return all
}

// socket makes what is neither a file nor a folder. Paths of sockets are short.
func socket(t *testing.T, path string) {
	t.Chdir(filepath.Dir(path))
	l, err := net.Listen("unix", filepath.Base(path))
	must(t, err)
	t.Cleanup(func() { _ = l.Close() })
}

// beside lists the folder of a file, but for what SQLite makes to look at a
// file: an empty log, and its index.
func beside(t *testing.T, path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	var names []string
	for _, e := range entries {
		info, err := e.Info()
		must(t, err)
		if strings.HasSuffix(e.Name(), "-shm") || strings.HasSuffix(e.Name(), "-wal") && info.Size() == 0 {
			continue
		}
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// make500 makes a database with 500 records.
func make500(t *testing.T, path string) {
	s := mustOpen(t, path)
	_, err := s.Replace(context.Background(), "operator", store.Load{Origin: store.Origin{Name: "file", Hash: "1"}, Records: many(500)})
	must(t, err)
	must(t, s.Close())
}

// script runs SQL as another program would.
func script(t *testing.T, path, sqls string) {
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	_, err = db.Exec(sqls)
	must(t, errors.Join(err, db.Close()))
}

func foreign(t *testing.T, path string) {
	script(t, path, "CREATE TABLE moz_places (url); PRAGMA application_id = 77")
}

func newer(t *testing.T, path string) {
	make500(t, path)
	script(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
}

func cut(t *testing.T, path string) { must(t, os.Truncate(path, 12*4096)) }

// noise overwrites a page.
func noise(t *testing.T, path string, at int64) {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	_, err = f.WriteAt(bytes.Repeat([]byte{0xA5, 0x5A, 0xFF}, 4096/3), at)
	must(t, errors.Join(err, f.Close()))
}

// put adds one fact.
func put(t testing.TB, s store.Store, id string) {
	t.Helper()
	must(t, tryPut(s, id))
}

func tryPut(s store.Store, id string) error {
	_, err := s.Apply(context.Background(), store.Change{
		Author: "ada", Action: "add",
		Put: []store.Record{{Key: store.Key{Kind: "fact", ID: id}, Body: []byte("1")}},
	})
	return err
}

// live returns the ids that are there.
func live(t testing.TB, s store.Store) map[string]bool {
	t.Helper()
	all, err := s.Snapshot(context.Background())
	must(t, err)
	ids := map[string]bool{}
	for _, r := range all.Records {
		ids[r.ID] = true
	}
	return ids
}
