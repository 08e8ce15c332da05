package table

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"verbatim/kb/store"
)

// onceFor is how long Change.Once is remembered.
const onceFor = 8 * 24 * time.Hour

// A writer is one write transaction, and who makes it.
type writer struct {
	ctx     context.Context
	tx      Transaction
	at      int64 // Unix time in milliseconds
	author  string
	action  string
	origin  string // who has the records then
	result  store.Result
	flushed int // how many of result.Changed are written
	noted   *sync.Map
}

// exec runs a statement that returns nothing.
func (w *writer) exec(query string, args ...any) error {
	_, err := w.tx.ExecContext(w.ctx, query, args...)
	return err
}

// number raises the counter. The transaction has the only write lock, so the
// order of the numbers is the order of the commits.
func (w *writer) number() error {
	return w.tx.QueryRowContext(w.ctx, "UPDATE meta SET rev = rev + 1 WHERE id = 1 RETURNING rev").Scan(&w.result.Rev)
}

// each runs a statement that returns nothing for every row of arguments.
func (w *writer) each(query string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	return w.tx.Each(w.ctx, query, rows, nil)
}

// current returns those of the records that are there, also as tombstones.
func (w *writer) current(keys []store.Key) (map[store.Key]store.Record, error) {
	all := make(map[store.Key]store.Record, len(keys))
	rows := make([][]any, len(keys))
	for i, k := range keys {
		rows[i] = []any{k.Server, k.Kind, k.Statement, k.ID}
	}
	err := w.tx.Each(w.ctx, "SELECT "+columns+` FROM record
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4`, rows, func(row Scanner) error {
		r, err := scanRecord(row)
		all[r.Key] = r
		return err
	})
	return all, err
}

// put makes body the content of a record, if it is not that already.
func (w *writer) put(now store.Record, body []byte) {
	if now.Version > 0 && !now.Removed && now.Origin == w.origin && bytes.Equal(now.Body, body) {
		return
	}
	now.Body, now.Removed, now.Origin = body, false, w.origin
	w.save(now)
}

// remove makes a tombstone of a record, if it is there.
func (w *writer) remove(now store.Record, origin string) {
	if now.Version == 0 || now.Removed {
		return
	}
	now.Removed, now.Origin = true, origin
	w.save(now)
}

// save makes the next version of a record, which flush writes.
func (w *writer) save(r store.Record) {
	r.Version, r.Rev, r.UpdatedAt = r.Version+1, w.result.Rev, w.at
	w.result.Changed = append(w.result.Changed, store.Revision{Record: r, Author: w.author, Action: w.action})
}

// flush writes what was saved since: the records, and their revisions.
func (w *writer) flush() error {
	var records, revisions, removed [][]any
	for _, r := range w.result.Changed[w.flushed:] {
		args := []any{r.Server, r.Kind, r.Statement, r.ID, string(r.Body), r.Origin, r.Version, r.Rev, r.Removed, r.UpdatedAt}
		records = append(records, args)
		revisions = append(revisions, append(slices.Clip(args), r.Author, r.Action))
		if r.Removed {
			removed = append(removed, args[:4])
		}
	}
	w.flushed = len(w.result.Changed)
	err := w.each("INSERT INTO record ("+columns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (server, kind, statement, id) DO UPDATE SET body = excluded.body, origin = excluded.origin,
			version = excluded.version, rev = excluded.rev, removed = excluded.removed, updated_at = excluded.updated_at`, records)
	if err != nil {
		return err
	}
	err = w.each("INSERT INTO revision ("+columns+`, author, action)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, revisions)
	if err != nil {
		return err
	}
	return w.each("DELETE FROM vectors WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4", removed)
}

// Apply makes one person's change.
func (d *Store) Apply(ctx context.Context, c store.Change) (store.Result, error) {
	if err := checkChange(&c); err != nil {
		return store.Result{}, err
	}
	return d.whenFree(ctx, func() (store.Result, error) { return d.apply(ctx, c) })
}

func (d *Store) apply(ctx context.Context, c store.Change) (store.Result, error) {
	return d.in(ctx, c.Once != "", func(w *writer) error {
		w.author, w.action, w.origin = c.Author, c.Action, store.Moderator
		if err := w.once(c.Once); err != nil {
			return err
		}
		now, err := w.current(keysOf(&c))
		if err != nil {
			return err
		}
		if err := w.seen(now); err != nil {
			return err
		}
		if err := conflict(c.Expect, now); err != nil {
			return err
		}
		w.change(c, now)
		if len(w.result.Changed) == 0 && c.Once == "" {
			return errUnchanged
		}
		return w.flush()
	})
}

// keysOf are those of all records that a change looks at.
func keysOf(c *store.Change) []store.Key {
	keys := slices.AppendSeq(slices.Clone(c.Remove), maps.Keys(c.Expect))
	for _, r := range c.Put {
		if _, ok := c.Expect[r.Key]; !ok {
			keys = append(keys, r.Key)
		}
	}
	return keys
}

// change puts and removes, going by the records as they are now.
func (w *writer) change(c store.Change, now map[store.Key]store.Record) {
	for _, r := range c.Put {
		before := now[r.Key]
		before.Key = r.Key
		w.put(before, r.Body)
	}
	for _, k := range c.Remove {
		w.remove(now[k], w.origin)
	}
}

// conflict compares versions and returns all conflicts in one error.
func conflict(versions map[store.Key]int64, now map[store.Key]store.Record) error {
	var c store.Conflict
	for k, seen := range versions {
		r := now[k]
		r.Key = k
		if r.Version != seen && (seen != 0 || !r.Removed) {
			c.Current = append(c.Current, r)
		}
	}
	if c.Current == nil {
		return nil
	}
	return &store.Error{Code: store.CodeConflict, Sentence: "Somebody else changed this first, so nothing was saved: look at what is there now and try again.", Err: &c}
}

// once notes the key of this write. If it was made before, the result becomes
// that of then.
func (w *writer) once(key string) error {
	if key == "" {
		return nil
	}
	before, err := done(w.ctx, w.tx, key)
	if err != nil {
		return err
	}
	if before != nil {
		w.result = *before
		return errRepeated
	}
	if err := w.exec("DELETE FROM once WHERE made_at < $1", w.at-onceFor.Milliseconds()); err != nil {
		return err
	}
	return w.exec("INSERT INTO once (key, rev, made_at) VALUES ($1, $2, $3)", key, w.result.Rev, w.at)
}

// done is the result of the write that was made with a key, or nil.
func done(ctx context.Context, q Querier, key string) (*store.Result, error) {
	var rev int64
	err := q.QueryRowContext(ctx, "SELECT rev FROM once WHERE key = $1", key).Scan(&rev)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r := &store.Result{Rev: rev, Repeated: true}
	r.Changed, err = collect(ctx, q, scanRevision, "SELECT "+columns+`, author, action
		FROM revision WHERE rev = $1 ORDER BY seq`, rev)
	return r, err
}

// Done returns the result of the change that was made with a key.
func (d *Store) Done(ctx context.Context, once string) (*store.Result, error) {
	if once == "" {
		return nil, nil
	}
	ctx, end := d.Patience(ctx)
	defer end()
	r, err := done(ctx, d.Reading(), once)
	return r, d.Explain(Cause(ctx, err))
}
