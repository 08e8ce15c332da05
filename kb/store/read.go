package store

import (
	"context"
	"database/sql"
	"errors"
)

// columns are those of a record, in the order of scan.
const columns = "server, kind, statement, id, body, origin, version, rev, removed, updated_at"

// A scanner is a row to be read.
type scanner interface{ Scan(into ...any) error }

// scan reads the columns of a record, and into what comes after them.
func (r *Record) scan(row scanner, more ...any) error {
	return row.Scan(append([]any{
		&r.Server, &r.Kind, &r.Statement, &r.ID, &r.Body, &r.Origin, &r.Version, &r.Rev, &r.Removed, &r.UpdatedAt,
	}, more...)...)
}

// A querier is a pool, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// eachRow gives all rows of a query to a function.
func eachRow(ctx context.Context, q querier, scan func(scanner) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := scan(rows); err != nil {
			_ = rows.Close() // the first error is the one that tells
			return err
		}
	}
	return rows.Err()
}

// collect reads all rows of a query with one function.
func collect[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) (all []T, err error) {
	err = eachRow(ctx, q, func(row scanner) error {
		one, err := scan(row)
		all = append(all, one)
		return err
	}, query, args...)
	if err != nil {
		return nil, err
	}
	return all, nil
}

// ended is the error of what was given up because the caller's context ended.
type ended struct{ error }

func (e ended) Unwrap() error { return e.error }

// errNoAnswer is the cause when a server takes too long.
var errNoAnswer = errors.New("the server does not answer")

// cause is an error, or what ended the context if that is why.
func cause(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	if why := context.Cause(ctx); why != errNoAnswer {
		return ended{why}
	}
	return errNoAnswer
}

// list reads all rows of a query outside of a transaction.
func list[T any](ctx context.Context, d *database, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	ctx, end := d.patience(ctx)
	defer end()
	all, err := collect(ctx, d.reading(), scan, query, args...)
	return all, d.explain(cause(ctx, err))
}

func scanRecord(row scanner) (r Record, err error) {
	err = r.scan(row)
	return r, err
}

func scanRevision(row scanner) (r Revision, err error) {
	err = r.scan(row, &r.Author, &r.Action)
	return r, err
}

func scanOrigin(row scanner) (o Origin, err error) {
	err = row.Scan(&o.Server, &o.Name, &o.Hash, &o.LoadedAt)
	return o, err
}

// lastRev reads the counter.
func lastRev(ctx context.Context, q querier) (rev int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT rev FROM meta WHERE id = 1").Scan(&rev)
	return rev, err
}

// Snapshot returns all records that are not removed.
func (d *database) Snapshot(ctx context.Context) (Snapshot, error) {
	return d.since(ctx, -1)
}

// Since returns what changed after rev.
func (d *database) Since(ctx context.Context, rev int64) (Snapshot, error) {
	return d.since(ctx, max(rev, 0))
}

// since reads the counter and the records in one transaction; -1 is all.
func (d *database) since(ctx context.Context, rev int64) (s Snapshot, err error) {
	ctx, end := d.patience(ctx)
	defer end()
	tx, err := d.reading().BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return s, d.explain(cause(ctx, err))
	}
	defer func() { _ = tx.Rollback() }() // it has only read
	if s.Rev, err = lastRev(ctx, tx); err != nil {
		return s, d.explain(cause(ctx, err))
	}
	if s.Whole = rev < 0 || rev > s.Rev; s.Whole {
		s.Records, err = collect(ctx, tx, scanRecord, "SELECT "+columns+" FROM record WHERE NOT removed ORDER BY rowid")
	} else {
		s.Records, err = collect(ctx, tx, scanRecord, "SELECT "+columns+" FROM record WHERE rev > $1 ORDER BY rev, rowid", rev)
	}
	return s, d.explain(cause(ctx, err))
}

// Rev returns the number of the last write.
func (d *database) Rev(ctx context.Context) (int64, error) {
	ctx, end := d.patience(ctx)
	defer end()
	rev, err := lastRev(ctx, d.reading())
	return rev, d.explain(cause(ctx, err))
}

// History returns all revisions of a record, the oldest first.
func (d *database) History(ctx context.Context, k Key) ([]Revision, error) {
	return list(ctx, d, scanRevision, "SELECT "+columns+`, author, action FROM revision
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 ORDER BY version`,
		k.Server, k.Kind, k.Statement, k.ID)
}

// Origins lists what was loaded.
func (d *database) Origins(ctx context.Context) ([]Origin, error) {
	return list(ctx, d, scanOrigin, "SELECT server, name, hash, loaded_at FROM origin ORDER BY server, name")
}
