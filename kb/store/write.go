package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"time"
)

// How a write ends that wrote nothing.
var (
	errUnchanged = errors.New("nothing to write")
	errRepeated  = errors.New("written before")
)

// onceFor is how long Change.Once is remembered.
const onceFor = 8 * 24 * time.Hour

// A writer is one write transaction, and who makes it.
type writer struct {
	ctx    context.Context
	tx     *sql.Tx
	at     int64 // Unix time in milliseconds
	author string
	action string
	origin string // who has the records then
	result Result
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

// current returns a record as it is, or one of version 0.
func (w *writer) current(k Key) (Record, error) {
	r, err := scanRecord(w.tx.QueryRowContext(w.ctx, "SELECT "+columns+` FROM record
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4`, k.Server, k.Kind, k.Statement, k.ID))
	if errors.Is(err, sql.ErrNoRows) {
		return Record{Key: k}, nil
	}
	return r, err
}

// put makes body the content of a record, if it is not that already.
func (w *writer) put(now Record, body []byte) error {
	if now.Version > 0 && !now.Removed && now.Origin == w.origin && bytes.Equal(now.Body, body) {
		return nil
	}
	now.Body, now.Removed, now.Origin = body, false, w.origin
	return w.save(now)
}

// remove makes a tombstone of a record, if it is there.
func (w *writer) remove(now Record, origin string) error {
	if now.Version == 0 || now.Removed {
		return nil
	}
	now.Removed, now.Origin = true, origin
	return w.save(now)
}

// save writes the next version of a record, and its revision.
func (w *writer) save(r Record) error {
	r.Version, r.Rev, r.UpdatedAt = r.Version+1, w.result.Rev, w.at
	args := []any{r.Server, r.Kind, r.Statement, r.ID, string(r.Body), r.Origin, r.Version, r.Rev, r.Removed, r.UpdatedAt}
	err := w.exec("INSERT INTO record ("+columns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (server, kind, statement, id) DO UPDATE SET body = excluded.body, origin = excluded.origin,
			version = excluded.version, rev = excluded.rev, removed = excluded.removed, updated_at = excluded.updated_at`, args...)
	if err != nil {
		return err
	}
	if r.Removed {
		if err := w.forget(r.Key); err != nil {
			return err
		}
	}
	w.result.Changed = append(w.result.Changed, Revision{Record: r, Author: w.author, Action: w.action})
	return w.exec("INSERT INTO revision ("+columns+`, author, action)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, append(args, w.author, w.action)...)
}

// Apply makes one person's change.
func (d *sqlite) Apply(ctx context.Context, c Change) (Result, error) {
	if err := c.check(); err != nil {
		return Result{}, err
	}
	return d.in(ctx, func(w *writer) error {
		w.author, w.action, w.origin = c.Author, c.Action, c.Origin
		if w.origin == "" {
			w.origin = Moderator
		}
		if err := w.once(c.Once); err != nil {
			return err
		}
		if err := w.expect(c.Expect); err != nil {
			return err
		}
		if err := w.change(c.Put, c.Remove); err != nil {
			return err
		}
		if len(w.result.Changed) == 0 && len(c.Vectors) == 0 && c.Once == "" {
			return errUnchanged
		}
		return w.vectors(c.Vectors)
	})
}

// change puts and removes.
func (w *writer) change(put []Record, remove []Key) error {
	for _, r := range put {
		now, err := w.current(r.Key)
		if err != nil {
			return err
		}
		if err := w.put(now, r.Body); err != nil {
			return err
		}
	}
	for _, k := range remove {
		now, err := w.current(k)
		if err != nil {
			return err
		}
		if err := w.remove(now, w.origin); err != nil {
			return err
		}
	}
	return nil
}

// expect compares versions and returns all conflicts in one error.
func (w *writer) expect(versions map[Key]int64) error {
	var c Conflict
	for k, seen := range versions {
		now, err := w.current(k)
		if err != nil {
			return err
		}
		if now.Version != seen && (seen != 0 || !now.Removed) {
			c.Current = append(c.Current, now)
		}
	}
	if c.Current == nil {
		return nil
	}
	return &Error{Code: CodeConflict, Sentence: "Somebody else changed this first, so nothing was saved: look at what is there now and try again.", Err: &c}
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
func done(ctx context.Context, q querier, key string) (*Result, error) {
	var rev int64
	err := q.QueryRowContext(ctx, "SELECT rev FROM once WHERE key = $1", key).Scan(&rev)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r := &Result{Rev: rev, Repeated: true}
	r.Changed, err = collect(ctx, q, scanRevision, "SELECT "+columns+`, author, action
		FROM revision WHERE rev = $1 ORDER BY seq`, rev)
	return r, err
}

// Done returns the result of the change that was made with a key.
func (d *sqlite) Done(ctx context.Context, once string) (*Result, error) {
	if once == "" {
		return nil, nil
	}
	r, err := done(ctx, d.read, once)
	return r, explain(d.path, err)
}
