package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"

	"verbatim/kb/store"
)

// Backup copies with VACUUM INTO, which reads as of one moment while others
// write (https://www.sqlite.org/lang_vacuum.html#vacuuminto), makes sure that
// the copy is sound, and only then gives it its name.
func (d *engine) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(path, err)
	}
	return publishNew(path, func(part string) error {
		if err := d.copyTo(ctx, part); err != nil {
			return err
		}
		return explain(path, sound(ctx, part))
	})
}

// copyTo writes a copy into an empty file.
func (d *engine) copyTo(ctx context.Context, part string) error {
	from := reading(d.busy).copying()
	if d.write == nil && d.quiet() {
		from = from.immutable()
	}
	db := connect(d.path, from, 1)
	_, err := db.ExecContext(ctx, "VACUUM INTO $1", part)
	err = errors.Join(err, db.Close())
	if codeOf(err) == store.CodeDamaged || codeOf(err) == store.CodeBusy {
		return explain(d.path, err)
	}
	return explain(part, err)
}

// sound checks a whole copy and makes it a database as Open leaves one.
func sound(ctx context.Context, part string) error {
	db := connect(part, writing(), 1)
	return errors.Join(quickCheck(ctx, db), db.Close())
}

// quickCheck reads a whole database (https://www.sqlite.org/pragma.html#pragma_quick_check).
func quickCheck(ctx context.Context, db *sql.DB) error {
	var verdict string
	err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict)
	if err == nil && verdict != "ok" {
		err = fmt.Errorf("%w: %s", errNotSound, verdict)
	}
	return err
}

// errNotSound is what the engine found wrong.
var errNotSound = errors.New("not sound")
