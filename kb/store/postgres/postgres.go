// Package postgres keeps records in one schema of a PostgreSQL server, for many
// processes on many machines. It has all that the server does in its own way; tables and
// statements are those of kb/store/table.
//
// It must never lose a write that it acknowledged, nor make one twice, whatever happens
// to the connection; and never tell a password. Only kb/store/database calls it.
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// An engine is that of one schema on a PostgreSQL server.
type engine struct {
	name   string // as messages have it: without user and password
	busy   time.Duration
	read   *sql.DB
	write  *sql.DB
	news   *listener
	cannot error // why it could only be read when it was opened; nil if it could be written
}

// Reading is the pool that reads.
func (d *engine) Reading() *sql.DB { return d.read }

// answerMost is how long a server may take for a reading, or for the statements
// of a transaction that has its lock, before it counts as gone.
const answerMost = time.Minute

// Patience ends a reading after [answerMost].
func (d *engine) Patience(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, answerMost, table.ErrNoAnswer)
}

// Scrub does nothing: the server keeps what was erased in dead rows and in its
// log, until it has vacuumed and written over them.
func (d *engine) Scrub(context.Context) {}

// Wrote lets the listener know at once.
func (d *engine) Wrote(rev int64) { d.news.heard(rev) }

// Pulse tells what was heard last.
func (d *engine) Pulse(context.Context) (int64, error) { return d.news.pulse() }

// triesMost is how often a transaction is made that others get into the way of.
const triesMost = 20

// Transact makes a transaction until it is made, the time for waiting is over,
// or trying again is of no use.
func (d *engine) Transact(ctx context.Context, w table.Work, f func(table.Transaction) error) error {
	var unknown error // of a try that may have been made
	start := time.Now()
	for try := 1; ; try++ {
		err := d.attempt(ctx, w, f)
		again := false
		switch codeOf(err) {
		case store.CodeUnknown:
			unknown, again = err, w.Again
		case store.CodeUnreachable, codeContention:
			again = true
		default:
			return err
		}
		if !again || try == triesMost || time.Since(start) > d.busy || !pause(ctx, try) {
			return errors.Join(unknown, err)
		}
	}
}

// pause waits before the next try, longer each time and never as long as
// others do, and reports whether the context has not ended.
func pause(ctx context.Context, try int) bool {
	most := min(5*time.Millisecond<<try, 400*time.Millisecond)
	select {
	case <-time.After(most/2 + rand.N(most/2)):
		return true
	case <-ctx.Done():
		return false
	}
}

// attempt makes a transaction once.
func (d *engine) attempt(caller context.Context, w table.Work, f func(table.Transaction) error) error {
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(caller))
	defer cancel(nil)
	// The server ends the wait for a lock; the rest of waiting takes no time.
	late := time.AfterFunc(d.busy+2*time.Second, func() { cancel(table.ErrNoAnswer) })
	defer late.Stop()
	begun := context.AfterFunc(caller, func() { cancel(caller.Err()) })
	conn, tx, err := d.begin(ctx, w.Table)
	if err != nil {
		begun()
		return table.Cause(ctx, err)
	}
	defer func() { _ = conn.Close() }() // back to the pool
	if !begun() {
		_ = tx.Rollback() // it was given up at the last moment
		return table.End(caller.Err())
	}
	answered := func() { late.Reset(answerMost) }
	answered()
	if err := f(table.Transaction{Tx: tx, Ctx: ctx, Each: pipeline(conn, answered), Answered: answered}); err != nil {
		_ = tx.Rollback() // the first error is the one that tells
		return table.Cause(ctx, err)
	}
	return d.uncertain(table.Cause(ctx, tx.Commit()))
}

// begin waits for a connection and for those that write the same table. Waiting
// comes before the first look at the data, so that what is read is what the
// one before has left: a transaction that took its snapshot first would have to
// be made again (https://www.postgresql.org/docs/15/sql-lock.html).
func (d *engine) begin(ctx context.Context, table string) (*sql.Conn, *sql.Tx, error) {
	conn, err := d.write.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err == nil {
		_, err = tx.ExecContext(ctx, "LOCK TABLE "+table+" IN SHARE ROW EXCLUSIVE MODE")
		if err == nil {
			return conn, tx, nil
		}
		_ = tx.Rollback() // the first error is the one that tells
	}
	if codeOf(err) == store.CodeReadOnly { // another server may be the one that writes by now
		discardConn(conn)
	}
	_ = conn.Close() // back to the pool
	return nil, nil, err
}

// uncertain is the error of a commit. What the server refused was not written;
// when the connection broke, nobody knows.
func (d *engine) uncertain(err error) error {
	var refused *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &refused) && refused.Severity == "ERROR", pgconn.SafeToRetry(err):
		return err
	}
	return d.fault(store.CodeUnknown, err)
}

// Close ends listening and gives the connections back. Closing again does
// nothing.
func (d *engine) Close() error {
	if d.news != nil {
		d.news.close()
	}
	return d.Explain(errors.Join(d.read.Close(), d.write.Close()))
}

// upToDate refuses a schema that would have to be upgraded and cannot be.
func (d *engine) upToDate(version int64) error {
	if version == latest {
		return nil
	}
	return &store.Error{
		Code:     store.CodeReadOnly,
		Sentence: d.name + " must be brought up to date first, but cannot be written: give the address of the server that can be written.",
		Err:      errors.Join(fmt.Errorf("migration %d of %d", version, latest), d.cannot),
	}
}
