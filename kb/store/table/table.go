// Package table has the tables that records are kept in, and all the SQL that both
// engines understand alike: a [Store] is the contract of kb/store over an [Engine].
//
// It must never know which engine it is on: what one does in its own way is in
// kb/store/sqlite and kb/store/postgres, which make Stores here. Nobody else does;
// kb/store/database opens them.
package table

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"

	"verbatim/kb/store"
)

// A Store is the [store.Store] over an engine: all that is done alike by both,
// with the same SQL.
type Store struct {
	Engine
	now   func() time.Time
	noted *sync.Map // by kind, how many notes of it were written here
}

// Over is the Store over an engine. now says the time.
func Over(e Engine, now func() time.Time) *Store { return &Store{e, now, new(sync.Map)} }

// An Engine is what SQLite and PostgreSQL do each in its own way. Their errors
// are as the driver gives them, until Explain; those that have a code stay.
type Engine interface {
	// Reading is what is asked without a transaction that writes.
	Reading() *sql.DB

	// Patience ends a reading that gets no answer.
	Patience(ctx context.Context) (context.Context, context.CancelFunc)

	// Transact runs f in a transaction that is durable when Transact returns.
	// Only waiting for other writers can be cancelled: a transaction that has
	// begun is made whole. An error of f ends it with nothing written; where
	// the engine wants a transaction made again, f runs again.
	Transact(ctx context.Context, w Work, f func(Transaction) error) error

	// Scrub takes what was erased out of the files, as far as it can.
	Scrub(ctx context.Context)

	// Wrote says which write was made here last, so that Pulse moves at once.
	Wrote(rev int64)

	// Explain gives an error its code and sentence. Those that are [Passed] on stay
	// as they are.
	Explain(err error) error

	Pulse(ctx context.Context) (int64, error)
	Backup(ctx context.Context, path string) error
	Close() error
}

// A Work is what an engine goes by in making a transaction.
type Work struct {
	Table string // whoever writes this table comes after it
	Again bool   // made twice is as made once, should it not be known whether it was made
}

// A Transaction is one that writes.
type Transaction struct {
	*sql.Tx
	Ctx context.Context // ends only when the engine gives it up

	// Each runs one statement for every row of arguments, in order, and gives
	// what it returns to scan, if there is one.
	Each func(ctx context.Context, query string, rows [][]any, scan func(Scanner) error) error

	// Answered says that the engine does answer, though one statement takes long.
	Answered func()
}

// in makes a numbered write. When f changes nothing, it returns errUnchanged,
// and nothing is written.
func (d *Store) in(ctx context.Context, again bool, f func(w *writer) error) (store.Result, error) {
	var w *writer
	done := false // by a try of which it is not known whether it was made
	err := d.Transact(ctx, Work{Table: "meta", Again: again}, func(tx Transaction) error {
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
		return store.Result{}, d.Explain(err)
	default:
		d.Wrote(w.result.Rev)
	}
	return w.result, nil
}

// write makes a write that has no number.
func (d *Store) write(ctx context.Context, k Work, f func(w *writer) error) error {
	return d.Explain(d.Transact(ctx, k, func(tx Transaction) error { return f(d.writer(tx)) }))
}

func (d *Store) writer(tx Transaction) *writer {
	return &writer{ctx: tx.Ctx, tx: tx, at: d.now().UnixMilli(), noted: d.noted}
}
