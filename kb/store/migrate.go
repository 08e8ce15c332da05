package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// latest is the number of the last migration that is built in.
var latest = last(migrations)

// last reads the highest number off the names of the migrations.
func last(files fs.FS) (highest int64) {
	names, _ := fs.Glob(files, "migrations/*.sql") // the pattern is valid
	for _, name := range names {
		number, _, _ := strings.Cut(strings.TrimPrefix(name, "migrations/"), "_")
		if n, err := strconv.ParseInt(number, 10, 64); err == nil {
			highest = max(highest, n)
		}
	}
	return highest
}

// schemaVersion returns the last migration that was made. Asking goose for it
// costs a migration's time, so it is read here.
func schemaVersion(ctx context.Context, q querier) (n int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied = 1").Scan(&n)
	return n, err
}

// migrate makes the migrations that are missing.
func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// upgrade brings a database that an older version made up to date. Should
// another process be doing the same, one of the two finds it done.
func (d *sqlite) upgrade(ctx context.Context) error {
	version, err := schemaVersion(ctx, d.read)
	if err != nil || version == latest {
		return err
	}
	if err = migrate(ctx, d.write); err == nil {
		return nil
	}
	if now, e := schemaVersion(ctx, d.read); e == nil && now == latest {
		return nil
	}
	return fmt.Errorf("bringing %s up to date: %w", d.path, err)
}

// upToDate refuses a database that would have to be upgraded and cannot be.
func (d *sqlite) upToDate(ctx context.Context) error {
	version, err := schemaVersion(ctx, d.read)
	if err == nil && version < latest {
		err = &Error{
			Code:     CodeReadOnly,
			Sentence: d.path + " was made by an older version and must be brought up to date, but cannot be written: allow writing and start again.",
			Err:      errors.Join(fmt.Errorf("migration %d of %d", version, latest), d.cannot),
		}
	}
	return err
}
