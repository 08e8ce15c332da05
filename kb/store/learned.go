package store

import (
	"context"
	"database/sql"
	"errors"
)

// learnedKept is how many blobs of one name are kept: the one in use, and
// those of a version or a setting that somebody may go back to.
const learnedKept = 3

// Learned returns what Learn kept.
func (d *sqlite) Learned(ctx context.Context, name, key string) ([]byte, error) {
	var blob []byte
	err := d.read.QueryRowContext(ctx, `SELECT blob FROM learned WHERE seq =
		(SELECT max(seq) FROM learned WHERE name = $1 AND $2 IN (key, ''))`, name, key).Scan(&blob)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return blob, explain(d.path, err)
}

// Learn keeps a blob and drops the oldest of its name. Nothing that readers
// have in memory changes, so the counter stays.
func (d *sqlite) Learn(ctx context.Context, name, key string, blob []byte) error {
	if err := checkTexts(name, key); err != nil {
		return err
	}
	if len(blob) == 0 {
		return invalid("there is nothing to keep for %q.", name)
	}
	return d.transact(ctx, func(tx *sql.Tx) error {
		// Deleted first, so that it gets the highest number.
		if _, err := tx.ExecContext(ctx, "DELETE FROM learned WHERE name = $1 AND key = $2", name, key); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO learned (name, key, blob) VALUES ($1, $2, $3)", name, key, blob); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM learned WHERE name = $1 AND seq NOT IN
			(SELECT seq FROM learned WHERE name = $1 ORDER BY seq DESC LIMIT $2)`, name, learnedKept)
		return err
	})
}
