package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// opened returns a new database from the inside, and its engine.
func opened(t *testing.T) (*table.Store, *engine) {
	t.Helper()
	o, err := Open(context.Background(), filepath.Join(t.TempDir(), "verbatim.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.Close() })
	d := o.Store.(*table.Store)
	return d, d.Engine.(*engine)
}

func TestTheLatestMigrationIsTheOneThatGooseMakes(t *testing.T) {
	_, e := opened(t)
	p, err := goose.NewProvider(goose.DialectSQLite3, e.write, migrations)
	if err != nil {
		t.Fatal(err)
	}
	got, want, err := p.GetVersions(context.Background())
	if err != nil || got != latest || want != latest {
		t.Errorf("the database is at %d and goose goes to %d, want %d (%v)", got, want, latest, err)
	}
}

func TestTheHistoryCannotBeChanged(t *testing.T) {
	d, e := opened(t)
	_, err := d.Apply(context.Background(), store.Change{
		Author: "ada", Action: "add", Put: []store.Record{{Key: store.Key{Kind: "fact", ID: "a"}, Body: []byte(`1`)}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		"DELETE FROM revision", "UPDATE revision SET body = '2'", "UPDATE revision SET author = 'babbage'", "DELETE FROM record",
	} {
		if _, err := e.write.Exec(query); err == nil {
			t.Errorf("%s is possible", query)
		}
	}
	if _, err := e.read.Exec("UPDATE meta SET rev = 7"); codeOf(err) != store.CodeReadOnly {
		t.Errorf("a reader writes: %v", err)
	}
}

func TestNoRoomForMorePages(t *testing.T) {
	d, e := opened(t)
	if _, err := e.write.Exec("PRAGMA max_page_count = 30"); err != nil {
		t.Fatal(err)
	}
	big := store.Change{Author: "ada", Action: "add", Put: []store.Record{{
		Key: store.Key{Kind: "source", ID: "a"}, Body: []byte(`"` + strings.Repeat("x", 200_000) + `"`),
	}}}
	if _, err := d.Apply(context.Background(), big); codeOf(err) != store.CodeFull {
		t.Errorf("writing gives %v", err)
	}
	all, err := d.Snapshot(context.Background())
	if err != nil || len(all.Records) != 0 || all.Rev != 0 {
		t.Errorf("there is %v, %v", all, err)
	}
}

func TestWhatIsErasedIsInNoFile(t *testing.T) {
	d, e := opened(t)
	const secret = "who-pressed-the-button"
	k := store.Key{Kind: "waiting", ID: "a"}
	_, err := d.Apply(context.Background(), store.Change{
		Author: secret, Action: "add", Put: []store.Record{{Key: k, Body: []byte(`"` + secret + `"`)}},
	})
	if err == nil {
		_, err = d.Erase(context.Background(), "clock", k)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{e.path, e.path + "-wal"} {
		content, err := os.ReadFile(path)
		if err != nil || bytes.Contains(content, []byte(secret)) {
			t.Errorf("it is in %s (%v)", filepath.Base(path), err)
		}
	}
}
