package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// A connector opens connections to one file and refuses any whose settings,
// read back, are not what was asked for.
type connector struct {
	dsn    string
	driver *sqlite3.SQLiteDriver
}

// settings are what a connection is opened with, by the driver's parameter
// names, and what its pragmas must read then.
type settings struct {
	params url.Values
	want   map[string]string
}

// writing is for the one connection that writes. synchronous=FULL, because
// NORMAL lost acknowledged writes in simulated power cuts; immediate, because
// deferred transactions fail with BUSY when two processes write. The busy
// timeout is short as the wait is ours, see begin.
func writing() settings {
	return settings{
		params: url.Values{
			"mode": {"rw"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"}, "_foreign_keys": {"on"},
			"_txlock": {"immediate"}, "_busy_timeout": {"100"}, "_secure_delete": {"on"},
			"_stmt_cache_size": {"16"},
		},
		want: map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "100", "secure_delete": "1",
		},
	}
}

// creating is for a draft, which is brought to the disk as a whole when it is
// done, and not with each step.
func creating() settings {
	s := writing()
	s.params.Set("_synchronous", "OFF")
	s.want["synchronous"] = "0"
	return s
}

// reading is for the pool that reads, which could not write if it tried.
// Readers wait only for a program that locks the file for itself.
func reading(busy time.Duration) settings {
	ms := strconv.FormatInt(busy.Milliseconds(), 10)
	return settings{
		params: url.Values{
			"mode": {"ro"}, "_query_only": {"on"}, "_foreign_keys": {"on"}, "_txlock": {"deferred"}, "_busy_timeout": {ms},
		},
		want: map[string]string{"query_only": "1", "foreign_keys": "1", "busy_timeout": ms},
	}
}

// immutable is reading where not even the files beside the database can be
// made, so that a log of it (-wal) cannot be there either.
func (s settings) immutable() settings {
	s.params.Set("immutable", "1")
	return s
}

// copying is reading for VACUUM INTO, which query_only would refuse.
func (s settings) copying() settings {
	s.params.Del("_query_only")
	delete(s.want, "query_only")
	return s
}

// connect returns a pool of at most n connections to the file at an absolute
// path. None is opened yet.
func connect(path string, s settings, n int) *sql.DB {
	u := url.URL{Scheme: "file", Path: path, RawQuery: s.params.Encode()}
	db := sql.OpenDB(&connector{
		dsn:    u.String(),
		driver: &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error { return readBack(c, s.want) }},
	})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}

// Connect opens one connection.
func (c *connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }

// Driver returns the driver.
func (c *connector) Driver() driver.Driver { return c.driver }

// readBack compares the pragmas of a connection with what was asked for.
func readBack(c *sqlite3.SQLiteConn, want map[string]string) error {
	for name, value := range want {
		got, err := pragma(c, name)
		if err != nil {
			return err
		}
		if got != value {
			return fmt.Errorf("pragma %s is %s, not %s", name, got, value)
		}
	}
	return nil
}

// pragma reads one pragma as text.
func pragma(c *sqlite3.SQLiteConn, name string) (string, error) {
	rows, err := c.Query("PRAGMA "+name, nil)
	if err != nil {
		return "", err
	}
	value := make([]driver.Value, len(rows.Columns()))
	err = rows.Next(value)
	if closed := rows.Close(); err == nil {
		err = closed
	}
	if err == io.EOF {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return fmt.Sprint(value[0]), nil
}
