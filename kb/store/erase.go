package store

import "context"

// erased is the body of a record that was erased, in every revision.
const erased = "null"

// Erase removes records and what their history says.
func (d *sqlite) Erase(ctx context.Context, author string, keys ...Key) (Result, error) {
	c := Change{Author: author, Action: "erase", Remove: keys}
	if err := c.check(); err != nil {
		return Result{}, err
	}
	r, err := d.in(ctx, func(w *writer) error {
		w.author, w.action = c.Author, c.Action
		for _, k := range keys {
			if err := w.erase(k); err != nil {
				return err
			}
		}
		if len(w.result.Changed) == 0 {
			return errUnchanged
		}
		return nil
	})
	if err == nil {
		// The log still has it. Should a reader be in the way, then until the
		// log is written over.
		_, _ = d.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	}
	return r, err
}

// erase empties the history first, so that the last revision keeps its author.
func (w *writer) erase(k Key) error {
	now, err := w.current(k)
	if err != nil || now.Version == 0 {
		return err
	}
	err = w.exec(`UPDATE revision SET body = '`+erased+`', author = ''
		WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4`, k.Server, k.Kind, k.Statement, k.ID)
	if err != nil {
		return err
	}
	now.Body, now.Removed, now.Origin = []byte(erased), true, ""
	return w.save(now)
}
