package sqlite

import (
	"context"
	"errors"
	"io"
	"os"

	sqlite3 "github.com/mattn/go-sqlite3"

	"verbatim/kb/store"
)

// hot reports whether an error says that a rollback journal lies beside the
// file, which only who may write could play back
// (https://www.sqlite.org/lockingv3.html#hot_journals).
func hot(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.ExtendedCode == sqlite3.ErrReadonlyRollback
}

// stray is the error then: this program writes no such journal, so it is of
// another program, or of another database.
func stray(path string, cause error) *store.Error {
	return &store.Error{
		Code: store.CodeReadOnly,
		Sentence: path + "-journal lies beside the database and is not of this program, so nothing is written until it is gone: " +
			"move it away, and start again.",
		Err: cause,
	}
}

// readBeside opens for reading a file that a rollback journal lies beside. A
// file with a write-ahead log has no use for the journal: it is read as it is,
// and the journal is not played into it. One without has been written by
// another program, which was cut off: without the journal it is half.
func (d *engine) readBeside(ctx context.Context, cause error) error {
	logged, ours, err := d.header()
	switch {
	case err != nil:
		return err
	case !ours:
		return fault(store.CodeForeign, d.path, cause)
	case !logged:
		return d.playBack(ctx)
	case !d.quiet():
		return stray(d.path, cause)
	}
	d.cannot = stray(d.path, cause)
	return d.readImmutable(ctx)
}

// playBack lets SQLite undo what was begun and not ended.
func (d *engine) playBack(ctx context.Context) error {
	db := connect(d.path, writing(), 1)
	var tables int
	err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return d.identify(ctx)
}

// header tells whether the file is written with a write-ahead log, and whether
// it is ours (https://www.sqlite.org/fileformat2.html#the_database_header).
func (d *engine) header() (logged, ours bool, err error) {
	f, err := os.Open(d.path)
	if err != nil {
		return false, false, err
	}
	defer func() { _ = f.Close() }() // it was only read
	h := make([]byte, 100)
	if _, err := io.ReadFull(f, h); err != nil {
		return false, false, err
	}
	return h[18] == 2, string(h[68:72]) == "Verb", nil
}
