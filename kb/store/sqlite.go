package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// sqlite is the Store in one file.
type sqlite struct {
	path  string // absolute, without symbolic links
	busy  time.Duration
	now   func() time.Time
	read  *sql.DB
	pulse *sql.Conn // of read
	write *sql.DB   // one connection; nil when the database can only be read

	cannot error       // why it can only be read; nil when it can be written
	file   os.FileInfo // the database when it was opened
	log    os.FileInfo // its write-ahead log then
}

// in makes a numbered write. When f changes nothing, it returns errUnchanged,
// and nothing is written.
func (d *sqlite) in(ctx context.Context, f func(w *writer) error) (Result, error) {
	w := &writer{ctx: context.WithoutCancel(ctx)}
	err := d.transact(ctx, func(tx *sql.Tx) error {
		w.tx, w.at = tx, d.now().UnixMilli()
		if err := w.number(); err != nil {
			return err
		}
		return f(w)
	})
	switch {
	case errors.Is(err, errUnchanged):
		w.result.Rev--
	case errors.Is(err, errRepeated):
	case err != nil:
		return Result{}, err
	}
	return w.result, nil
}

// transact runs f in a transaction that is durable when transact returns.
// Only waiting for other writers can be cancelled: a transaction that has
// begun takes milliseconds and is made whole.
func (d *sqlite) transact(ctx context.Context, f func(*sql.Tx) error) error {
	if d.cannot != nil {
		return d.cannot
	}
	if err := d.present(); err != nil {
		return err
	}
	conn, tx, err := d.begin(ctx)
	if err != nil {
		return explain(d.path, err)
	}
	defer func() { _ = conn.Close() }() // back to the pool
	if err := f(tx); err != nil {
		_ = tx.Rollback() // the first error is the one that tells
		return explain(d.path, err)
	}
	if err := tx.Commit(); err != nil {
		return d.uncertain(err)
	}
	return d.present()
}

// begin waits for the writer's connection and for other processes, until the
// context ends or the busy timeout. SQLite's own waiting ignores the context.
func (d *sqlite) begin(ctx context.Context) (*sql.Conn, *sql.Tx, error) {
	conn, err := d.write.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	for start := time.Now(); ; {
		tx, err := conn.BeginTx(context.WithoutCancel(ctx), nil)
		if err == nil {
			return conn, tx, nil
		}
		if ctx.Err() != nil {
			err = ctx.Err()
		} else if codeOf(err) == CodeBusy && time.Since(start) < d.busy {
			continue
		}
		_ = conn.Close() // back to the pool
		return nil, nil, err
	}
}

// uncertain is the error of a commit that failed. What SQLite refused for want
// of room or of the lock was not written; a disk error may have come after.
func (d *sqlite) uncertain(err error) error {
	switch code := codeOf(err); code {
	case CodeFull, CodeBusy, CodeReadOnly:
		return fault(code, d.path, err)
	}
	return fault(CodeUnknown, d.path, err)
}

// present makes sure that what is written is found again: a file that was
// deleted or replaced while it is open takes writes without a word, and so
// does its log.
func (d *sqlite) present() error {
	for path, then := range map[string]os.FileInfo{d.path: d.file, d.path + "-wal": d.log} {
		now, err := os.Stat(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return explain(d.path, err)
		}
		if err != nil || !os.SameFile(now, then) {
			return fault(CodeVanished, d.path, err)
		}
	}
	return nil
}

// Close gives the files back; the last to close tidies the log away. Closing
// again does nothing.
func (d *sqlite) Close() error {
	var failed []error
	if d.pulse != nil {
		failed = append(failed, d.pulse.Close())
	}
	failed = append(failed, d.read.Close())
	if d.write != nil {
		failed = append(failed, d.write.Close())
	}
	if err := errors.Join(failed...); !errors.Is(err, sql.ErrConnDone) {
		return explain(d.path, err)
	}
	return nil
}

// Version returns the version of SQLite that is built in.
func Version() string {
	v, _, _ := sqlite3.Version()
	return v
}
