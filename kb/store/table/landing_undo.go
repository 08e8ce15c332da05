package table

import (
	"context"

	"verbatim/kb/store"
)

// undoDead undoes the loads whose process is gone.
func (d *Store) undoDead(ctx context.Context) error {
	now := d.now()
	dead, err := list(ctx, d, scanRev, "SELECT DISTINCT rev FROM landing WHERE landed < 0 OR landed = 0 AND (at < $1 OR at > $2)",
		now.Add(-landingDead).UnixMilli(), now.Add(landingDead).UnixMilli())
	for _, rev := range dead {
		if err == nil {
			err = d.undo(ctx, rev)
		}
	}
	return err
}

// undo takes back what was written of a load, if it has not landed.
func (d *Store) undo(ctx context.Context, rev int64) error {
	for more := true; more; {
		_, err := d.in(ctx, true, func(w *writer) (err error) {
			n, err := w.affected("UPDATE landing SET landed = $1 WHERE rev = $2 AND landed <= 0", beingUndone, rev)
			if err != nil {
				return err
			}
			if more = n > 0; !more {
				return errUnchanged
			}
			more, err = w.undoSome(rev)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// undoSome takes back a piece, and reports whether there may be more.
func (w *writer) undoSome(rev int64) (more bool, err error) {
	w.action = "undo"
	err = w.tx.QueryRowContext(w.ctx, "SELECT author FROM landing WHERE rev = $1 LIMIT 1", rev).Scan(&w.author)
	if err != nil {
		return false, err
	}
	some, err := collect(w.ctx, w.tx, scanRecord, "SELECT "+columns+" FROM record WHERE rev = $1 LIMIT $2", rev, pieceMost)
	if err != nil {
		return false, err
	}
	before, err := w.before(some)
	if err != nil {
		return false, err
	}
	for _, r := range some {
		was, had := before[r.Key]
		if !had {
			was = r
			was.Removed, was.Origin = true, ""
		}
		was.Version = r.Version
		w.save(was)
	}
	if len(some) > 0 {
		return true, nil
	}
	return false, w.exec("DELETE FROM landing WHERE rev = $1", rev)
}

// before are records as they were before the write that made them what they are.
func (w *writer) before(records []store.Record) (map[store.Key]store.Record, error) {
	rows := make([][]any, len(records))
	for i, r := range records {
		rows[i] = []any{r.Server, r.Kind, r.Statement, r.ID, r.Rev}
	}
	all := make(map[store.Key]store.Record, len(records))
	err := w.tx.Each(w.ctx, beforeRev, rows, func(row Scanner) error {
		r, err := scanRecord(row)
		all[r.Key] = r
		return err
	})
	return all, err
}

// beforeRev selects a record as it was before one write.
const beforeRev = "SELECT " + columns + ` FROM revision
	WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 AND rev <> $5 ORDER BY version DESC LIMIT 1`
