package postgres

import (
	"context"
	"errors"

	"verbatim/kb/store"
	"verbatim/kb/store/sqlite"
	"verbatim/kb/store/table"
)

// Backup copies everything into a file, which is opened as any other.
func (d *engine) Backup(ctx context.Context, path string) error {
	_, err := sqlite.Copy(ctx, d, path)
	return err
}

// Copy copies everything from an engine to the database at a URL, in one transaction.
// One that has something already is left as it is (CodeExists).
func Copy(ctx context.Context, from table.Engine, url string, o store.Options) (store.Copied, error) {
	d, _, err := open(ctx, url, o.Usual())
	if err != nil {
		return store.Copied{}, err
	}
	defer func() { _ = d.Close() }() // what was written is durable
	return d.take(ctx, from)
}

// take copies everything from an engine.
func (d *engine) take(ctx context.Context, from table.Engine) (c store.Copied, err error) {
	err = d.Transact(ctx, table.Work{Table: "meta"}, func(tx table.Transaction) error {
		if used, err := table.Used(tx.Ctx, tx); err != nil || used {
			return errors.Join(err, d.fault(store.CodeExists, nil))
		}
		if c, err = table.CopyAll(ctx, from, tx); err != nil {
			return err
		}
		return countOn(tx)
	})
	return c, d.Explain(err)
}

// countOn makes the counters of columns go on after what was copied into them.
func countOn(tx table.Transaction) error {
	for name, key := range table.Counters() {
		_, err := tx.ExecContext(tx.Ctx, "SELECT setval(pg_get_serial_sequence('"+name+"', '"+key+"'), coalesce(max("+key+"), 0) + 1, false) FROM "+name)
		if err != nil {
			return err
		}
	}
	return nil
}
