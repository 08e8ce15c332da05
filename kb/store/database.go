package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// A database is the [Store] over an engine: all that is done alike by both,
// with the same SQL.
type database struct {
	engine
	now func() time.Time
}

// An engine is what SQLite and PostgreSQL do each in its own way. Their errors
// are as the driver gives them, until explain; those that have a code stay.
type engine interface {
	// reading is what is asked without a transaction that writes.
	reading() *sql.DB

	// patience ends a reading that gets no answer.
	patience(ctx context.Context) (context.Context, context.CancelFunc)

	// transact runs f in a transaction that is durable when transact returns.
	// Only waiting for other writers can be cancelled: a transaction that has
	// begun is made whole. An error of f ends it with nothing written; where
	// the engine wants a transaction made again, f runs again.
	transact(ctx context.Context, w work, f func(transaction) error) error

	// scrub takes what was erased out of the files, as far as it can.
	scrub(ctx context.Context)

	// wrote says which write was made here last, so that Pulse moves at once.
	wrote(rev int64)

	// explain gives an error its code and sentence.
	explain(err error) error

	Pulse(ctx context.Context) (int64, error)
	Backup(ctx context.Context, path string) error
	Close() error
}

// A work is what an engine goes by in making a transaction.
type work struct {
	table string // whoever writes this table comes after it
	again bool   // made twice is as made once, should it not be known whether it was made
}

// A transaction is one that writes.
type transaction struct {
	*sql.Tx
	ctx context.Context // ends only when the engine gives it up

	// each runs one statement for every row of arguments, in order, and gives
	// what it returns to scan, if there is one.
	each func(ctx context.Context, query string, rows [][]any, scan func(scanner) error) error

	// answered says that the engine does answer, though one statement takes long.
	answered func()
}

// in makes a numbered write. When f changes nothing, it returns errUnchanged,
// and nothing is written.
func (d *database) in(ctx context.Context, again bool, f func(w *writer) error) (Result, error) {
	var w *writer
	done := false // by a try of which it is not known whether it was made
	err := d.transact(ctx, work{table: "meta", again: again}, func(tx transaction) error {
		w = d.writer(tx)
		if err := w.number(); err != nil {
			return err
		}
		if err := f(w); err != nil {
			return err
		}
		err := w.flush()
		done = err == nil
		return err
	})
	switch {
	case errors.Is(err, errUnchanged):
		w.result.Rev--
	case errors.Is(err, errRepeated):
		w.result.Repeated = !done
	case err != nil:
		return Result{}, d.explain(err)
	default:
		d.wrote(w.result.Rev)
	}
	return w.result, nil
}

// write makes a write that has no number.
func (d *database) write(ctx context.Context, k work, f func(w *writer) error) error {
	return d.explain(d.transact(ctx, k, func(tx transaction) error { return f(d.writer(tx)) }))
}

func (d *database) writer(tx transaction) *writer {
	return &writer{ctx: tx.ctx, tx: tx, at: d.now().UnixMilli()}
}
