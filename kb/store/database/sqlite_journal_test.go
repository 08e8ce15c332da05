package database_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// cutOff returns a database of 500 records as another program leaves it that
// ends while it writes, and the journal of what it wrote.
func cutOff(t *testing.T) (whole, journal []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	make500(t, path)
	db, err := sql.Open("sqlite3", path+"?_journal_mode=DELETE&_cache_size=2")
	must(t, err)
	db.SetMaxOpenConns(1)
	tx, err := db.Begin()
	must(t, err)
	_, err = tx.Exec("UPDATE record SET body = '7'") // more than two pages, so that it is in the file
	must(t, err)
	whole, journal = content(t, path), content(t, path+"-journal")
	must(t, errors.Join(tx.Rollback(), db.Close()))
	if len(journal) < 4096 || bytes.Equal(whole, content(t, path)) {
		t.Fatal("nothing is half written")
	}
	return whole, journal
}

func TestAStrayJournalIsNotPlayedIn(t *testing.T) {
	_, real := cutOff(t)
	for what, journal := range map[string][]byte{"a text": []byte("my journal"), "that of another database": real} {
		t.Run(what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "verbatim.db")
			make500(t, path)
			before := content(t, path)
			must(t, os.WriteFile(path+"-journal", journal, 0o600))
			s := mustOpen(t, path)
			wantSentence(t, s.ReadOnly, store.CodeReadOnly, path+"-journal")
			err := tryPut(s, "a")
			wantSentence(t, err, store.CodeReadOnly, path+"-journal")
			if !strings.Contains(err.Error(), "move it away") {
				t.Errorf("it does not say what to do: %v", err)
			}
			if got := live(t, s); len(got) != 500 {
				t.Errorf("there are %d records", len(got))
			}
			must(t, s.Close())
			if !bytes.Equal(before, content(t, path)) || !bytes.Equal(journal, content(t, path+"-journal")) {
				t.Error("a file was changed")
			}
			must(t, os.Remove(path+"-journal"))
			put(t, mustOpen(t, path), "a")
		})
	}
}

// What is in the log would be left out.
func TestAStrayJournalBesideALogIsToldOf(t *testing.T) {
	path, copied := filepath.Join(t.TempDir(), "verbatim.db"), filepath.Join(t.TempDir(), "copy.db")
	put(t, mustOpen(t, path), "only in the log")
	for _, end := range []string{"", "-wal"} { // as a writer that was killed leaves it
		must(t, os.WriteFile(copied+end, content(t, path+end), 0o600))
	}
	write(t, copied+"-journal", "my journal")
	_, err := database.Open(context.Background(), copied, store.Options{})
	wantSentence(t, err, store.CodeReadOnly, copied+"-journal")
	must(t, os.Remove(copied+"-journal"))
	if got := live(t, mustOpen(t, copied)); !got["only in the log"] {
		t.Errorf("there is %v", got)
	}
}

func TestAJournalThatIsNeededIsPlayedBack(t *testing.T) {
	whole, journal := cutOff(t)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	must(t, os.WriteFile(path, whole, 0o600))
	must(t, os.WriteFile(path+"-journal", journal, 0o600))
	s := mustOpen(t, path)
	all, err := s.Snapshot(context.Background())
	must(t, err)
	for _, r := range all.Records {
		if string(r.Body) == "7" {
			t.Fatalf("%s is half written", r.ID)
		}
	}
	put(t, s, "a")
	if got := live(t, s); len(got) != 501 {
		t.Errorf("there are %d records", len(got))
	}
}
