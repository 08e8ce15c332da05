package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/pressly/goose/v3"
)

// migrate makes the migrations that are missing.
func migrate(ctx context.Context, db *sql.DB) error {
	p, err := provider(db, goose.DialectSQLite3, "sqlite")
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
