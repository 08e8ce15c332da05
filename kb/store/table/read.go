package table

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"verbatim/kb/store"
)

// columns are those of a record, in the order of scan.
const columns = "server, kind, statement, id, body, origin, version, rev, removed, updated_at"

// columnsOf are those of one of several tables.
func columnsOf(table string) string {
	return table + "." + strings.ReplaceAll(columns, ", ", ", "+table+".")
}

// A Scanner is a row to be read.
type Scanner interface{ Scan(into ...any) error }

// scanInto reads the columns of a record, and into what comes after them.
func scanInto(r *store.Record, row Scanner, more ...any) error {
	return row.Scan(append([]any{
		&r.Server, &r.Kind, &r.Statement, &r.ID, &r.Body, &r.Origin, &r.Version, &r.Rev, &r.Removed, &r.UpdatedAt,
	}, more...)...)
}

// A Querier is a pool, a connection or a transaction.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// EachRow gives all rows of a query to a function.
func EachRow(ctx context.Context, q Querier, scan func(Scanner) error, query string, args ...any) error {
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
func collect[T any](ctx context.Context, q Querier, scan func(Scanner) (T, error), query string, args ...any) (all []T, err error) {
	err = EachRow(ctx, q, func(row Scanner) error {
		one, err := scan(row)
		all = append(all, one)
		return err
	}, query, args...)
	if err != nil {
		return nil, err
	}
	return all, nil
}

// list reads all rows of a query outside of a transaction.
func list[T any](ctx context.Context, d *Store, scan func(Scanner) (T, error), query string, args ...any) ([]T, error) {
	ctx, end := d.Patience(ctx)
	defer end()
	all, err := collect(ctx, d.Reading(), scan, query, args...)
	return all, d.Explain(Cause(ctx, err))
}

func scanRecord(row Scanner) (r store.Record, err error) {
	err = scanInto(&r, row)
	return r, err
}

func scanRevision(row Scanner) (r store.Revision, err error) {
	err = scanInto(&r.Record, row, &r.Author, &r.Action)
	return r, err
}

func scanOrigin(row Scanner) (o store.Origin, err error) {
	err = row.Scan(&o.Server, &o.Name, &o.Hash, &o.LoadedAt)
	return o, err
}

// lastRev reads the counter.
func lastRev(ctx context.Context, q Querier) (rev int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT rev FROM meta WHERE id = 1").Scan(&rev)
	return rev, err
}

// Snapshot returns all records that are not removed.
func (d *Store) Snapshot(ctx context.Context) (store.Snapshot, error) {
	return d.since(ctx, -1)
}

// Since returns what changed after rev. Most often that is nothing: what was written are
// notes and counts, and those do not raise the counter. All else does, a load that lands
// too.
func (d *Store) Since(ctx context.Context, rev int64) (store.Snapshot, error) {
	if now, err := d.Rev(ctx); err != nil || now == rev && rev > 0 {
		return store.Snapshot{Rev: rev}, err
	}
	return d.since(ctx, max(rev, 0))
}

// since reads the counter and the records in one transaction; -1 is all.
func (d *Store) since(ctx context.Context, rev int64) (s store.Snapshot, err error) {
	ctx, end := d.Patience(ctx)
	defer end()
	tx, err := d.Reading().BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return s, d.Explain(Cause(ctx, err))
	}
	defer func() { _ = tx.Rollback() }() // it has only read
	if s.Rev, err = lastRev(ctx, tx); err != nil {
		return s, d.Explain(Cause(ctx, err))
	}
	if s.Whole = rev < 0 || rev > s.Rev; s.Whole {
		rev = -1
	}
	if s.Records, err = changed(ctx, tx, rev); err == nil {
		s.Records, err = unseen(ctx, tx, rev, s.Records)
	}
	if s.Whole {
		s.Records = slices.DeleteFunc(s.Records, func(r store.Record) bool { return r.Removed })
	}
	return s, d.Explain(Cause(ctx, err))
}

// changed are the records that were written after rev, and those that landed since; -1
// is all that are not removed.
func changed(ctx context.Context, q Querier, rev int64) ([]store.Record, error) {
	if rev < 0 {
		return collect(ctx, q, scanRecord, "SELECT "+columns+" FROM record WHERE NOT removed ORDER BY rowid")
	}
	before, err := landed(ctx, q, rev)
	if err != nil {
		return nil, err
	}
	after, err := collect(ctx, q, scanRecord, "SELECT "+columns+" FROM record WHERE rev > $1 ORDER BY rev, rowid", rev)
	return append(before, after...), err
}

// Rev returns the number of the last write.
func (d *Store) Rev(ctx context.Context) (int64, error) {
	ctx, end := d.Patience(ctx)
	defer end()
	rev, err := lastRev(ctx, d.Reading())
	return rev, d.Explain(Cause(ctx, err))
}

// Record returns a record as it is.
func (d *Store) Record(ctx context.Context, k store.Key) (store.Record, error) {
	all, err := list(ctx, d, scanRecord, "SELECT "+columns+` FROM revision
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 AND rev NOT IN (`+pending+`)
		ORDER BY version DESC LIMIT 1`, k.Server, k.Kind, k.Statement, k.ID)
	if err != nil || len(all) == 0 {
		return store.Record{Key: k}, err
	}
	return all[0], nil
}

// Removed lists the records of a kind that a server had.
func (d *Store) Removed(ctx context.Context, server, kind string, most int) ([]store.Record, error) {
	return list(ctx, d, scanRecord, "SELECT "+columns+` FROM record
		WHERE server = $1 AND kind = $2 AND removed AND rev NOT IN (`+pending+`)
		ORDER BY rev DESC, rowid LIMIT $3`, server, kind, most)
}

// History returns all revisions of a record, the oldest first.
func (d *Store) History(ctx context.Context, k store.Key) ([]store.Revision, error) {
	return list(ctx, d, scanRevision, "SELECT "+columns+`, author, action FROM revision
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 AND rev NOT IN (`+pending+`) ORDER BY version`,
		k.Server, k.Kind, k.Statement, k.ID)
}

// Origins lists what was loaded.
func (d *Store) Origins(ctx context.Context) ([]store.Origin, error) {
	return list(ctx, d, scanOrigin, "SELECT server, name, hash, loaded_at FROM origin ORDER BY server, name")
}
