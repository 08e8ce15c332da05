package table

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"verbatim/kb/store"
)

// Replace makes loads the whole of what their origins have brought.
func (d *Store) Replace(ctx context.Context, author string, loads ...store.Load) (store.Result, error) {
	if author == "" {
		return store.Result{}, store.Invalid("a load needs an author.")
	}
	if err := checkTexts(author); err != nil {
		return store.Result{}, err
	}
	for i := range loads {
		if err := checkLoad(&loads[i]); err != nil {
			return store.Result{}, err
		}
	}
	many, err := d.manyRecords(ctx, loads)
	if err != nil {
		return store.Result{}, err
	}
	return d.whenFree(ctx, func() (store.Result, error) {
		if many {
			return d.land(ctx, author, loads)
		}
		return d.replace(ctx, author, loads)
	})
}

// loadAction is what the history calls a load.
const loadAction = "load"

// replace makes loads in one write.
func (d *Store) replace(ctx context.Context, author string, loads []store.Load) (store.Result, error) {
	return d.in(ctx, false, func(w *writer) error {
		w.author, w.action = author, loadAction
		news, err := w.news(loads)
		if err != nil {
			return err
		}
		if len(news) == 0 {
			return errUnchanged
		}
		if err := w.free(serversOf(news)...); err != nil {
			return err
		}
		for i := range news {
			if err := w.load(&news[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// news are the loads that have something to do.
func (w *writer) news(loads []store.Load) (news []store.Load, err error) {
	for i := range loads {
		l := &loads[i]
		hash, known, err := w.isKnown(l)
		if err != nil {
			return nil, err
		}
		if forgets(l) && !known || !forgets(l) && known && l.Hash != "" && l.Hash == hash {
			continue
		}
		news = append(news, *l)
	}
	return news, nil
}

// isKnown is whether an origin is there, and the hash that it has.
func (w *writer) isKnown(l *store.Load) (hash string, known bool, err error) {
	err = w.tx.QueryRowContext(w.ctx, "SELECT hash FROM origin WHERE server = $1 AND name = $2", l.Server, l.Name).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return hash, err == nil, err
}

// forgets tells whether a load is there to have its origin forgotten.
func forgets(l *store.Load) bool { return len(l.Records) == 0 && l.Hash == "" }

// load makes one load.
func (w *writer) load(l *store.Load) error {
	gone, err := noLonger(w.ctx, w.tx, l)
	if err != nil {
		return err
	}
	if err := w.bring(l, l.Records, gone); err != nil {
		return err
	}
	return w.loaded(l)
}

// loaded notes that an origin has been loaded, or forgets it.
func (w *writer) loaded(l *store.Load) error {
	if forgets(l) {
		return w.exec("DELETE FROM origin WHERE server = $1 AND name = $2", l.Server, l.Name)
	}
	return w.exec(`INSERT INTO origin (server, name, hash, loaded_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (server, name) DO UPDATE SET hash = excluded.hash, loaded_at = excluded.loaded_at`,
		l.Server, l.Name, l.Hash, w.at)
}

// bring puts records of a load and removes those that are gone from it. A tombstone
// that a load leaves belongs to nobody, so that any load may bring the record back; a
// person's stays.
func (w *writer) bring(l *store.Load, records []store.Record, gone []store.Key) error {
	w.origin = l.Name
	now, err := w.current(append(keysOfAll(records), gone...))
	if err != nil {
		return err
	}
	for _, r := range records {
		before := now[r.Key]
		before.Key = r.Key
		if before.Version > 0 && before.Origin != "" && !mayReplace(l, before.Origin) {
			w.result.Kept = append(w.result.Kept, r.Key)
			continue
		}
		w.put(before, r.Body)
	}
	for _, k := range gone {
		if mayReplace(l, now[k].Origin) {
			w.remove(now[k], "")
		}
	}
	return w.flush() // the next load goes by what this one made
}

// mayReplace tells whether a load may replace what is of an origin.
func mayReplace(l *store.Load, origin string) bool {
	return origin == l.Name || slices.Contains(l.Over, origin)
}

func keysOfAll(records []store.Record) []store.Key {
	keys := make([]store.Key, len(records))
	for i, r := range records {
		keys[i] = r.Key
	}
	return keys
}

// noLonger lists what a load does not bring any more: of its own origin, and of those
// that it goes over, in its statements. They come by kind, statement and id, so that a
// history reads the same whenever it is made.
func noLonger(ctx context.Context, q Querier, l *store.Load) (gone []store.Key, err error) {
	statements, brings := map[string]bool{}, map[store.Key]bool{}
	for _, r := range l.Records {
		statements[r.Statement], brings[r.Key] = true, true
	}
	for _, name := range append([]string{l.Name}, l.Over...) {
		err := EachRow(ctx, q, func(row Scanner) error {
			k := store.Key{Server: l.Server}
			err := row.Scan(&k.Kind, &k.Statement, &k.ID)
			if !brings[k] && (name == l.Name || statements[k.Statement]) {
				gone = append(gone, k)
			}
			return err
		}, "SELECT kind, statement, id FROM record WHERE origin = $1 AND server = $2 AND NOT removed", name, l.Server)
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(gone, store.Key.Compare)
	return gone, nil
}
