package store

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// The migrations of both engines. One number means the same tables in both.
//
//go:embed migrations/*/*.sql
var migrations embed.FS

// latest is the number of the last migration that is built in.
var latest = last(migrations)

// last reads the highest number off the names of the migrations.
func last(files fs.FS) (highest int64) {
	names, _ := fs.Glob(files, "migrations/sqlite/*.sql") // the pattern is valid
	for _, name := range names {
		number, _, _ := strings.Cut(strings.TrimPrefix(name, "migrations/sqlite/"), "_")
		if n, err := strconv.ParseInt(number, 10, 64); err == nil {
			highest = max(highest, n)
		}
	}
	return highest
}

// schemaVersion returns the last migration that was made. Asking goose for it
// costs a migration's time, so it is read here.
func schemaVersion(ctx context.Context, q querier) (n int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&n)
	return n, err
}

// provider makes the migrations of an engine.
func provider(db *sql.DB, engine goose.Dialect, folder string) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations/"+folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(engine, db, files)
}
