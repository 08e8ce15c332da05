// Package sqlite keeps records in one file. It makes the file, opens it, and has all
// that SQLite does in its own way; tables and statements are those of kb/store/table.
//
// It must never change a file that is not ours, and never leave half of one. Only
// kb/store/database calls it, and kb/store/postgres, whose backups are files.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"sync"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// An engine is that of one file.
type engine struct {
	path    string // absolute, without symbolic links
	busy    time.Duration
	read    *sql.DB
	pulsing *sql.Conn  // of read
	pulse   *sql.Stmt  // of pulsing
	asking  sync.Mutex // while pulse is asked: a statement is asked by one at a time
	write   *sql.DB    // one connection; nil when the database can only be read

	cannot error       // why it can only be read; nil when it can be written
	file   os.FileInfo // the database when it was opened
	log    os.FileInfo // its write-ahead log then
}

// Reading is the pool that could not write if it tried.
func (d *engine) Reading() *sql.DB { return d.read }

// Patience leaves a reading as it is: a file answers or fails.
func (d *engine) Patience(ctx context.Context) (context.Context, context.CancelFunc) {
	return ctx, func() {}
}

// Explain gives an error its code and sentence.
func (d *engine) Explain(err error) error { return explain(d.path, err) }

// Wrote does nothing: what was committed moves the pulse.
func (d *engine) Wrote(int64) {}

// Scrub empties the log, which still has what was erased. Should a reader be in
// the way, then it has it until it is written over.
func (d *engine) Scrub(ctx context.Context) {
	_, _ = d.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
}

// Transact has the one lock of the file, whatever the work: what it was
// refused was not written, and there is nothing to do again.
func (d *engine) Transact(ctx context.Context, _ table.Work, f func(table.Transaction) error) error {
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
	if err := f(table.Transaction{Tx: tx, Ctx: context.WithoutCancel(ctx), Each: eachOf(tx), Answered: func() {}}); err != nil {
		_ = tx.Rollback() // the first error is the one that tells
		return explain(d.path, err)
	}
	if err := tx.Commit(); err != nil {
		return d.uncertain(err)
	}
	return d.present()
}

// eachOf runs a statement row by row, prepared once.
func eachOf(tx *sql.Tx) func(context.Context, string, [][]any, func(table.Scanner) error) error {
	return func(ctx context.Context, query string, rows [][]any, scan func(table.Scanner) error) error {
		if len(rows) == 0 {
			return nil
		}
		statement, err := tx.PrepareContext(ctx, query)
		if err != nil {
			return err
		}
		for _, args := range rows {
			if scan == nil {
				_, err = statement.ExecContext(ctx, args...)
			} else {
				err = table.EachRow(ctx, prepared{statement}, scan, query, args...)
			}
			if err != nil {
				break
			}
		}
		return errors.Join(err, statement.Close())
	}
}

// prepared is a statement in the place of a querier that is asked nothing else.
type prepared struct{ *sql.Stmt }

// QueryContext runs the statement.
func (p prepared) QueryContext(ctx context.Context, _ string, args ...any) (*sql.Rows, error) {
	return p.Stmt.QueryContext(ctx, args...)
}

// QueryRowContext runs the statement for one row.
func (p prepared) QueryRowContext(ctx context.Context, _ string, args ...any) *sql.Row {
	return p.Stmt.QueryRowContext(ctx, args...)
}

// begin waits for the writer's connection and for other processes, until the
// context ends or the busy timeout. SQLite's own waiting ignores the context.
func (d *engine) begin(ctx context.Context) (*sql.Conn, *sql.Tx, error) {
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
		} else if codeOf(err) == store.CodeBusy && time.Since(start) < d.busy {
			continue
		}
		_ = conn.Close() // back to the pool
		return nil, nil, err
	}
}

// uncertain is the error of a commit that failed. What SQLite refused for want
// of room or of the lock was not written; a disk error may have come after.
func (d *engine) uncertain(err error) error {
	switch code := codeOf(err); code {
	case store.CodeFull, store.CodeBusy, store.CodeReadOnly:
		return fault(code, d.path, err)
	}
	return fault(store.CodeUnknown, d.path, err)
}

// present makes sure that what is written is found again: a file that was
// deleted or replaced while it is open takes writes without a word, and so
// does its log.
func (d *engine) present() error {
	for path, then := range map[string]os.FileInfo{d.path: d.file, d.path + "-wal": d.log} {
		now, err := os.Stat(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return explain(d.path, err)
		}
		if err != nil || !os.SameFile(now, then) {
			return fault(store.CodeVanished, d.path, err)
		}
	}
	return nil
}

// Pulse asks on a connection that never writes: PRAGMA data_version moves when
// any other connection has committed, in this process or another
// (https://www.sqlite.org/pragma.html#pragma_data_version).
func (d *engine) Pulse(ctx context.Context) (n int64, err error) {
	d.asking.Lock()
	defer d.asking.Unlock()
	err = d.pulse.QueryRowContext(ctx).Scan(&n)
	return n, explain(d.path, err)
}

// Close gives the files back; the last to close tidies the log away. Closing
// again does nothing.
func (d *engine) Close() error {
	var failed []error
	if d.pulse != nil {
		failed = append(failed, d.pulse.Close()) // or its connection, and so the log, would stay
	}
	if d.pulsing != nil {
		failed = append(failed, d.pulsing.Close())
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
