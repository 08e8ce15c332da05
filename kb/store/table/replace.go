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
	return d.in(ctx, false, func(w *writer) error {
		w.author, w.action = author, "load"
		news := false
		for i := range loads {
			loaded, err := w.load(&loads[i])
			if err != nil {
				return err
			}
			news = news || loaded
		}
		if !news {
			return errUnchanged
		}
		return nil
	})
}

// load makes one load and reports whether there was anything to do.
func (w *writer) load(l *store.Load) (bool, error) {
	var hash string
	err := w.tx.QueryRowContext(w.ctx, "SELECT hash FROM origin WHERE server = $1 AND name = $2", l.Server, l.Name).Scan(&hash)
	known := err == nil
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	forget := len(l.Records) == 0 && l.Hash == ""
	if forget && !known || !forget && known && l.Hash != "" && l.Hash == hash {
		return false, nil
	}
	if err := w.replace(l); err != nil {
		return false, err
	}
	if forget {
		return true, w.exec("DELETE FROM origin WHERE server = $1 AND name = $2", l.Server, l.Name)
	}
	return true, w.exec(`INSERT INTO origin (server, name, hash, loaded_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (server, name) DO UPDATE SET hash = excluded.hash, loaded_at = excluded.loaded_at`,
		l.Server, l.Name, l.Hash, w.at)
}

// replace puts what the load brings and removes what it does not bring any
// more. A tombstone that a load leaves belongs to nobody, so that any load may
// bring the record back; a person's stays.
func (w *writer) replace(l *store.Load) error {
	w.origin = l.Name
	old, err := w.brought(l)
	if err != nil {
		return err
	}
	others, err := w.current(unknown(l.Records, old))
	if err != nil {
		return err
	}
	for _, r := range l.Records {
		now, had := old[r.Key]
		delete(old, r.Key)
		if !had {
			now = others[r.Key]
			now.Key = r.Key
		}
		if now.Version > 0 && now.Origin != "" && now.Origin != l.Name && !slices.Contains(l.Over, now.Origin) {
			w.result.Kept = append(w.result.Kept, r.Key)
			continue
		}
		w.put(now, r.Body)
	}
	for _, now := range inOrder(old) {
		w.remove(now, "")
	}
	return w.flush() // the next load goes by what this one made
}

// unknown returns the keys of records that are not in what is known.
func unknown(records []store.Record, known map[store.Key]store.Record) (keys []store.Key) {
	for _, r := range records {
		if _, ok := known[r.Key]; !ok {
			keys = append(keys, r.Key)
		}
	}
	return keys
}

// brought returns the records that the load is to replace: those of its own
// origin, and those of the origins that it goes over, in its statements.
func (w *writer) brought(l *store.Load) (map[store.Key]store.Record, error) {
	statements := map[string]bool{}
	for _, r := range l.Records {
		statements[r.Statement] = true
	}
	old := map[store.Key]store.Record{}
	for _, name := range append([]string{l.Name}, l.Over...) {
		all, err := collect(w.ctx, w.tx, scanRecord, "SELECT "+columns+` FROM record
			WHERE origin = $1 AND server = $2 AND NOT removed`, name, l.Server)
		if err != nil {
			return nil, err
		}
		for _, r := range all {
			if name == l.Name || statements[r.Statement] {
				old[r.Key] = r
			}
		}
	}
	return old, nil
}

// inOrder returns records by kind, statement and id, so that a history reads
// the same whenever it is made.
func inOrder(records map[store.Key]store.Record) []store.Record {
	all := make([]store.Record, 0, len(records))
	for _, r := range records {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b store.Record) int { return a.Compare(b.Key) })
	return all
}
