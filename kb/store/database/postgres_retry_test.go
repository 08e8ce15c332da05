//go:build unix

package database_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/store/storetest"
)

// getInTheWay makes the first writes of a note fail as a server does that wants
// the transaction made again.
func getInTheWay(t *testing.T, server *storetest.Server, url, state string, times int) {
	t.Helper()
	for _, statement := range []string{
		"CREATE SEQUENCE IF NOT EXISTS verbatim.tries", // sequences know no rollback
		"ALTER SEQUENCE verbatim.tries RESTART",
		fmt.Sprintf(`CREATE OR REPLACE FUNCTION verbatim.get_in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
			IF nextval('verbatim.tries') <= %d THEN RAISE EXCEPTION 'in the way' USING ERRCODE = '%s'; END IF; RETURN NEW; END $$`, times, state),
		"CREATE OR REPLACE TRIGGER in_the_way BEFORE INSERT ON verbatim.record FOR EACH ROW EXECUTE FUNCTION verbatim.get_in_the_way()",
	} {
		server.Exec(t, url, statement)
	}
}

func TestATransactionIsMadeAgainWhereTheServerWantsIt(t *testing.T) {
	server := storetest.Postgres(t)
	url := server.Database(t)
	s, err := database.Open(context.Background(), url, store.Options{BusyTimeout: 30 * time.Second}) // a busy machine is not what is tested
	must(t, err)
	defer func() { _ = s.Close() }()
	for _, state := range []string{"40001", "40P01"} {
		getInTheWay(t, server, url, state, 5)
		put(t, s, "after "+state)
	}
	getInTheWay(t, server, url, "40001", 1000)
	wantSentence(t, tryPut(s, "never"), store.CodeBusy, "")
	getInTheWay(t, server, url, "53100", 1)
	wantSentence(t, tryPut(s, "never"), store.CodeFull, "")
	put(t, s, "at last")
	if got := live(t, s); len(got) != 3 || got["never"] {
		t.Errorf("there is %v", got)
	}
}

// Another program changes a record, without asking for the lock that writers of
// ours take, between our first look and our write.
func TestAChangeBehindTheBackIsSeen(t *testing.T) {
	ctx := context.Background()
	url := onServer(t)
	s := mustOpen(t, url)
	put(t, s, "a")
	other, err := pgx.Connect(ctx, url)
	must(t, err)
	defer func() { _ = other.Close(ctx) }()
	tx, err := other.Begin(ctx)
	must(t, err)
	_, err = tx.Exec(ctx, "UPDATE verbatim.record SET body = '2' WHERE id = 'a'")
	must(t, err)

	written := make(chan error)
	go func() {
		_, err := s.Apply(ctx, store.Change{Author: "ada", Action: "edit", Put: []store.Record{{Key: store.Key{Kind: "fact", ID: "a"}, Body: []byte("2")}}})
		written <- err
	}()
	watcher, err := pgx.Connect(ctx, url) // in a transaction, what is under way looks the same all the time
	must(t, err)
	defer func() { _ = watcher.Close(ctx) }()
	wait(t, ctx, watcher, "the write waits for the row", "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO record%' AND datname = current_database()")
	must(t, tx.Commit(ctx))
	must(t, <-written)
	all, err := s.Snapshot(ctx)
	must(t, err)
	// Made again, it finds what it was to write there already.
	if r := all.Records[0]; string(r.Body) != "2" || r.Version != 1 {
		t.Errorf("there is %+v", r)
	}
}

// wait asks until the answer is true.
func wait(t *testing.T, ctx context.Context, conn *pgx.Conn, what, query string) {
	t.Helper()
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		var yes bool
		must(t, conn.QueryRow(ctx, query).Scan(&yes))
		if yes {
			return
		}
		if time.Since(start) > 30*time.Second {
			t.Fatalf("not in 30 s: %s", what)
		}
	}
}

func TestALockOfAnotherIsWaitedForAndThenToldOf(t *testing.T) {
	ctx := context.Background()
	url := onServer(t)
	s, err := database.Open(ctx, url, store.Options{BusyTimeout: 300 * time.Millisecond})
	must(t, err)
	defer func() { _ = s.Close() }()
	other, err := pgx.Connect(ctx, url)
	must(t, err)
	defer func() { _ = other.Close(ctx) }()
	tx, err := other.Begin(ctx)
	must(t, err)
	_, err = tx.Exec(ctx, "LOCK TABLE verbatim.meta IN EXCLUSIVE MODE")
	must(t, err)
	wantSentence(t, tryPut(s, "a"), store.CodeBusy, "")
	live(t, s) // reading goes on

	patient := mustOpen(t, url)
	given, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
	defer cancel()
	_, err = patient.Apply(given, store.Change{Author: "ada", Action: "add", Put: many(1)})
	if err == nil || !strings.Contains(err.Error(), context.DeadlineExceeded.Error()) {
		t.Errorf("waiting that is given up returns %v", err)
	}
	released := make(chan error)
	time.AfterFunc(100*time.Millisecond, func() { released <- tx.Rollback(ctx) })
	put(t, patient, "c")
	must(t, <-released)
	put(t, s, "d")
}
