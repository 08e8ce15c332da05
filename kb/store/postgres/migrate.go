package postgres

import (
	"context"
	"embed"
	"errors"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/pressly/goose/v3"

	"verbatim/kb/store/table"
)

//go:embed migrations/*.sql
var embedded embed.FS

var (
	migrations, _ = fs.Sub(embedded, "migrations") // the name is valid
	latest        = table.Latest(migrations)       // the last that is built in
)

// upgrade makes the schema and the migrations that are missing. Of several
// processes that start at once, one does, and the others wait for it.
func (d *engine) upgrade(ctx context.Context, a address) (created bool, err error) {
	db := a.open(0, 2) // waiting for another's migration has no limit but the context
	defer func() { err = errors.Join(err, db.Close()) }()
	lock, err := db.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer discardConn(lock) // with its connection, the lock goes
	if _, err := lock.ExecContext(ctx, "SELECT pg_advisory_lock(hashtextextended('verbatim ' || $1, 0))", a.schema); err != nil {
		return false, err
	}
	now, err := d.look(ctx)
	if err != nil || now.version >= latest {
		return false, errors.Join(err, d.check(now))
	}
	if !now.schema {
		if _, err := lock.ExecContext(ctx, "CREATE SCHEMA "+pgx.Identifier{a.schema}.Sanitize()); err != nil {
			return false, err
		}
	}
	return now.version == 0, table.Migrate(ctx, db, goose.DialectPostgres, migrations)
}
