package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

//go:embed migrations/*.sql
var embedded embed.FS

var (
	migrations, _ = fs.Sub(embedded, "migrations") // the name is valid
	latest        = table.Latest(migrations)       // the last that is built in
)

// migrate makes the migrations that are missing.
func migrate(ctx context.Context, db *sql.DB) error {
	return table.Migrate(ctx, db, goose.DialectSQLite3, migrations)
}

// upgrade brings a database that an older version made up to date. Should
// another process be doing the same, one of the two finds it done.
func (d *engine) upgrade(ctx context.Context) error {
	version, err := table.SchemaVersion(ctx, d.read)
	if err != nil || version == latest {
		return err
	}
	if err = migrate(ctx, d.write); err == nil {
		return nil
	}
	if now, e := table.SchemaVersion(ctx, d.read); e == nil && now == latest {
		return nil
	}
	return fmt.Errorf("bringing %s up to date: %w", d.path, err)
}

// upToDate refuses a database that would have to be upgraded and cannot be.
func (d *engine) upToDate(ctx context.Context) error {
	version, err := table.SchemaVersion(ctx, d.read)
	if err == nil && version < latest {
		err = &store.Error{
			Code:     store.CodeReadOnly,
			Sentence: d.path + " was made by an older version and must be brought up to date, but cannot be written: allow writing and start again.",
			Err:      errors.Join(fmt.Errorf("migration %d of %d", version, latest), d.cannot),
		}
	}
	return err
}
