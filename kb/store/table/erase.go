package table

import (
	"context"

	"verbatim/kb/store"
)

// erased is the body of a record that was erased, in every revision.
const erased = "null"

// Erase removes records and what their history says.
func (d *Store) Erase(ctx context.Context, author string, keys ...store.Key) (store.Result, error) {
	c := store.Change{Author: author, Action: "erase", Remove: keys}
	if err := checkChange(&c); err != nil {
		return store.Result{}, err
	}
	r, err := d.whenFree(ctx, func() (store.Result, error) { return d.erase(ctx, c) })
	if err == nil {
		d.Scrub(ctx)
	}
	return r, err
}

func (d *Store) erase(ctx context.Context, c store.Change) (store.Result, error) {
	return d.in(ctx, true, func(w *writer) error {
		w.author, w.action = c.Author, c.Action
		now, err := w.current(c.Remove)
		if err != nil {
			return err
		}
		if err := w.seen(now); err != nil {
			return err
		}
		if err := w.erase(now); err != nil {
			return err
		}
		for _, k := range c.Remove {
			if r := now[k]; r.Version > 0 {
				r.Body, r.Removed, r.Origin = []byte(erased), true, ""
				w.save(r)
			}
		}
		if len(w.result.Changed) == 0 {
			return errUnchanged
		}
		return nil
	})
}

// erase empties the history first, so that the last revision keeps its author.
func (w *writer) erase(records map[store.Key]store.Record) error {
	var rows [][]any
	for k := range records {
		rows = append(rows, []any{k.Server, k.Kind, k.Statement, k.ID})
	}
	return w.each(`UPDATE revision SET body = '`+erased+`', author = ''
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4`, rows)
}
