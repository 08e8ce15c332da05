//go:build unix

package database_test

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/store/storetest"
)

// with changes a URL.
func with(t *testing.T, address string, change func(u *url.URL)) string {
	t.Helper()
	u, err := url.Parse(address)
	must(t, err)
	change(u)
	return u.String()
}

// named puts a parameter into a URL.
func named(name, value string) func(u *url.URL) {
	return func(u *url.URL) {
		q := u.Query()
		q.Set(name, value)
		u.RawQuery = q.Encode()
	}
}

func TestOpeningAServerSaysWhatToDo(t *testing.T) {
	server := storetest.Postgres(t)
	foreign, newer, damaged, latin := server.Database(t), server.Database(t), server.Database(t), server.DatabaseIn(t, "SQL_ASCII")
	server.Exec(t, foreign, "CREATE SCHEMA verbatim CREATE TABLE moz_places (url TEXT) CREATE TABLE moz_bookmarks (id INT)")
	for _, made := range []string{newer, damaged} {
		must(t, mustOpen(t, made).Close())
	}
	server.Exec(t, newer, "INSERT INTO verbatim.goose_db_version (version_id, is_applied) VALUES (9999, true)")
	server.Exec(t, damaged, "DELETE FROM verbatim.meta")
	for what, c := range map[string]struct {
		url  string
		code store.Code
	}{
		"nobody is there":            {"postgres://ada:secret@127.0.0.1:1/verbatim", store.CodeUnreachable},
		"a host without a name":      {"postgres://ada:secret@nowhere.invalid/verbatim?connect_timeout=1", store.CodeUnreachable},
		"a socket that is not there": {"postgres://ada:secret@/verbatim?host=/nowhere", store.CodeUnreachable},
		"a NUL":                      {"postgres://ada:secret@127.0.0.1/a%00b", store.CodeInvalid},
		"two schemas":                {with(t, foreign, named("search_path", "a,b")), store.CodeInvalid},
		"no such database":           {with(t, foreign, func(u *url.URL) { u.Path = "/never_made" }), store.CodeMissing},
		"no such user":               {with(t, foreign, func(u *url.URL) { u.User = url.UserPassword("never_made", "secret") }), store.CodeForbidden},
		"tables of another program":  {foreign, store.CodeForeign},
		"a newer version's":          {newer, store.CodeNewer},
		"without its counter":        {damaged, store.CodeDamaged},
		"not in UTF-8":               {latin, store.CodeUnsupported},
	} {
		t.Run(what, func(t *testing.T) {
			s, err := database.Open(context.Background(), c.url, store.Options{BusyTimeout: 50 * time.Millisecond})
			if err == nil {
				_ = s.Close()
			}
			wantSentence(t, err, c.code, "")
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the password is in %q", err)
			}
		})
	}
}

func TestASchemaOfAnyNameIsOurs(t *testing.T) {
	server := storetest.Postgres(t)
	address := server.Database(t)
	for _, schema := range []string{"public", "Знание 知识"} {
		s := mustOpen(t, with(t, address, named("search_path", schema)))
		if !s.Created {
			t.Errorf("%s was there", schema)
		}
		put(t, s, schema)
		if got := live(t, s); len(got) != 1 {
			t.Errorf("in %s there is %v", schema, got)
		}
	}
}

func TestAServerThatMayNotBeWrittenIsRead(t *testing.T) {
	ctx := context.Background()
	server := storetest.Postgres(t)
	address := server.Database(t)
	s := mustOpen(t, address)
	put(t, s, "a")
	role := "verbatim_reader_" + strings.ToLower(time.Now().Format("150405.000000")[7:])
	server.Exec(t, address, "CREATE ROLE "+role+" LOGIN")
	t.Cleanup(func() {
		server.Exec(t, address, "DROP OWNED BY "+role)
		server.Exec(t, address, "DROP ROLE "+role)
	})
	server.Exec(t, address, "GRANT USAGE ON SCHEMA verbatim TO "+role)
	server.Exec(t, address, "GRANT SELECT ON ALL TABLES IN SCHEMA verbatim TO "+role)
	for what, c := range map[string]struct {
		url  string
		code store.Code
	}{
		"only reading is granted": {with(t, address, func(u *url.URL) { u.User = url.User(role) }), store.CodeForbidden},
		"all is to be read only":  {with(t, address, named("default_transaction_read_only", "on")), store.CodeReadOnly},
	} {
		t.Run(what, func(t *testing.T) {
			reader := mustOpen(t, c.url)
			wantSentence(t, reader.ReadOnly, store.CodeReadOnly, "")
			wantSentence(t, tryPut(reader, "b"), c.code, "")
			put(t, s, "more of "+what)
			if got := live(t, reader); !got["a"] || got["b"] || !got["more of "+what] {
				t.Errorf("there is %v", got)
			}
			if _, err := reader.Rev(ctx); err != nil {
				t.Error(err)
			}
		})
	}
}
