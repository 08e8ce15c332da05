package store

import (
	"context"
	"path/filepath"
)

// Backup copies everything into a file, which Open takes as any other.
func (d *postgres) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(path, err)
	}
	_, err = copyToFile(ctx, d, path)
	return err
}

// countOn makes the counters of columns go on after what was copied into them.
func (d *postgres) countOn(tx transaction) error {
	for _, t := range tables {
		if !t.counts {
			continue
		}
		_, err := tx.ExecContext(tx.ctx, "SELECT setval(pg_get_serial_sequence('"+t.name+"', '"+t.key+"'), coalesce(max("+t.key+"), 0) + 1, false) FROM "+t.name)
		if err != nil {
			return err
		}
	}
	return nil
}
