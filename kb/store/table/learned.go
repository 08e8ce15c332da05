package table

import (
	"context"

	"verbatim/kb/store"
)

// learnedKept is how many blobs of one name are kept: the one in use, and
// those of a version or a setting that somebody may go back to.
const learnedKept = 3

// Learned returns what Learn kept.
func (d *Store) Learned(ctx context.Context, name, key string) ([]byte, error) {
	all, err := list(ctx, d, scanBlob, `SELECT blob FROM learned WHERE seq =
		(SELECT max(seq) FROM learned WHERE name = $1 AND $2 IN (key, ''))`, name, key)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

func scanBlob(row Scanner) (blob []byte, err error) {
	err = row.Scan(&blob)
	return blob, err
}

// Learn keeps a blob and drops the oldest of its name. Nothing that readers
// have in memory changes, so the counter stays.
func (d *Store) Learn(ctx context.Context, name, key string, blob []byte) error {
	if err := checkNames(name, key); err != nil {
		return err
	}
	if len(blob) == 0 {
		return store.Invalid("there is nothing to keep for %q.", name)
	}
	return d.write(ctx, Work{Table: "learned", Again: true}, func(w *writer) error {
		// Deleted first, so that it gets the highest number.
		if err := w.exec("DELETE FROM learned WHERE name = $1 AND key = $2", name, key); err != nil {
			return err
		}
		if err := w.exec("INSERT INTO learned (name, key, blob) VALUES ($1, $2, $3)", name, key, blob); err != nil {
			return err
		}
		return w.exec(`DELETE FROM learned WHERE name = $1 AND seq NOT IN
			(SELECT seq FROM learned WHERE name = $1 ORDER BY seq DESC LIMIT $2)`, name, learnedKept)
	})
}
