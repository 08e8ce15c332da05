package table

import (
	"context"
	"database/sql"
	"io/fs"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// Latest is the number of the last of an engine's migrations. One number means the
// same tables in all engines.
func Latest(migrations fs.FS) (highest int64) {
	names, _ := fs.Glob(migrations, "*.sql") // the pattern is valid
	for _, name := range names {
		number, _, _ := strings.Cut(name, "_")
		if n, err := strconv.ParseInt(number, 10, 64); err == nil {
			highest = max(highest, n)
		}
	}
	return highest
}

// SchemaVersion returns the last migration that was made. Asking goose for it costs a
// migration's time, so it is read here.
func SchemaVersion(ctx context.Context, q Querier) (n int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&n)
	return n, err
}

// Migrate makes the migrations that are missing.
func Migrate(ctx context.Context, db *sql.DB, dialect goose.Dialect, migrations fs.FS) error {
	p, err := goose.NewProvider(dialect, db, migrations)
	if err == nil {
		_, err = p.Up(ctx)
	}
	return err
}
