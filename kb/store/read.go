package store

import (
	"context"
	"database/sql"
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

// collect reads all rows of a query with one function.
func collect[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			_ = rows.Close() // the first error is the one that tells
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
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
func (d *sqlite) Snapshot(ctx context.Context) (Snapshot, error) {
	return d.since(ctx, -1)
}

// Since returns what changed after rev.
func (d *sqlite) Since(ctx context.Context, rev int64) (Snapshot, error) {
	return d.since(ctx, max(rev, 0))
}

// since reads the counter and the records in one transaction; -1 is all.
func (d *sqlite) since(ctx context.Context, rev int64) (s Snapshot, err error) {
	tx, err := d.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s, explain(d.path, err)
	}
	defer func() { _ = tx.Rollback() }() // it has only read
	if s.Rev, err = lastRev(ctx, tx); err != nil {
		return s, explain(d.path, err)
	}
	if s.Whole = rev < 0 || rev > s.Rev; s.Whole {
		s.Records, err = collect(ctx, tx, scanRecord, "SELECT "+columns+" FROM record WHERE removed = 0 ORDER BY rowid")
	} else {
		s.Records, err = collect(ctx, tx, scanRecord, "SELECT "+columns+" FROM record WHERE rev > $1 ORDER BY rev, rowid", rev)
	}
	return s, explain(d.path, err)
}

// Rev returns the number of the last write.
func (d *sqlite) Rev(ctx context.Context) (int64, error) {
	rev, err := lastRev(ctx, d.read)
	return rev, explain(d.path, err)
}

// Pulse asks on a connection that never writes: PRAGMA data_version moves when
// any other connection has committed, in this process or another
// (https://www.sqlite.org/pragma.html#pragma_data_version).
func (d *sqlite) Pulse(ctx context.Context) (n int64, err error) {
	err = d.pulse.QueryRowContext(ctx, "PRAGMA data_version").Scan(&n)
	return n, explain(d.path, err)
}

// History returns all revisions of a record, the oldest first.
func (d *sqlite) History(ctx context.Context, k Key) ([]Revision, error) {
	all, err := collect(ctx, d.read, scanRevision, "SELECT "+columns+`, author, action FROM revision
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 ORDER BY version`,
		k.Server, k.Kind, k.Statement, k.ID)
	return all, explain(d.path, err)
}

// Origins lists what was loaded.
func (d *sqlite) Origins(ctx context.Context) ([]Origin, error) {
	all, err := collect(ctx, d.read, scanOrigin, "SELECT server, name, hash, loaded_at FROM origin ORDER BY server, name")
	return all, explain(d.path, err)
}
