// Package database opens what keeps records: the path of a file, with
// kb/store/sqlite, or the URL of a PostgreSQL server, with kb/store/postgres; and copies
// from any to any. It must know no more of either than which one it is. cmd calls it, and
// tests.
package database

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"

	"verbatim/kb/store"
	"verbatim/kb/store/postgres"
	"verbatim/kb/store/sqlite"
	"verbatim/kb/store/table"
)

// Open opens the database at path (a file, or a postgres:// URL) and makes it
// when there is none; what is not ours is never changed.
func Open(ctx context.Context, path string, o store.Options) (*store.Opened, error) {
	if isServer(path) {
		return postgres.Open(ctx, path, o)
	}
	return sqlite.Open(ctx, path, o)
}

// isServer reports whether a path is the URL of a server.
func isServer(path string) bool {
	return strings.HasPrefix(path, "postgres://") || strings.HasPrefix(path, "postgresql://")
}

// Named is how people are told of a database: its path, or its URL without user
// and password.
func Named(path string) string {
	if isServer(path) {
		return postgres.Named(path)
	}
	return path
}

// Copy copies everything from one database to a new one, of whatever engine
// each is, and compares the copy with it row by row before anybody can see it.
// Reading and writing at from go on; what is copied is as of one moment. A file
// or a server that has something already is left as it is (CodeExists).
func Copy(ctx context.Context, from, to string, o store.Options) (store.Copied, error) {
	if !isServer(from) {
		if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
			return store.Copied{}, &store.Error{Code: store.CodeMissing, Sentence: from + " is not there: give the path or the URL of the database to be copied.", Err: err}
		}
	}
	source, err := Open(ctx, from, o)
	if err != nil {
		return store.Copied{}, err
	}
	defer func() { _ = source.Close() }() // it was only read
	engine := source.Store.(*table.Store).Engine
	if isServer(to) {
		return postgres.Copy(ctx, engine, to, o)
	}
	if to == "" {
		return store.Copied{}, store.Invalid("%q is no path of a file to copy to.", to)
	}
	return sqlite.Copy(ctx, engine, to)
}

// SQLiteVersion is the version of SQLite that is built in.
func SQLiteVersion() string { return sqlite.Version() }
