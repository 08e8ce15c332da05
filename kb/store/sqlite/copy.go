package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// Copy copies everything from an engine to a new file, which gets its name when
// it is whole. A file that is there already is left as it is (CodeExists).
func Copy(ctx context.Context, from table.Engine, path string) (c store.Copied, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return c, explain(path, err)
	}
	err = publishNew(path, func(part string) error {
		if err := fill(ctx, part); err != nil {
			return explain(path, err)
		}
		db := connect(part, creating(), 1)
		if c, err = copyInto(ctx, from, db); err != nil {
			return errors.Join(explain(path, err), db.Close())
		}
		return explain(path, db.Close())
	})
	return c, err
}

// copyInto copies in one transaction.
func copyInto(ctx context.Context, from table.Engine, db *sql.DB) (store.Copied, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return store.Copied{}, err
	}
	c, err := table.CopyAll(ctx, from, table.Transaction{Tx: tx, Ctx: ctx, Each: eachOf(tx), Answered: func() {}})
	if err != nil {
		_ = tx.Rollback() // the first error is the one that tells
		return c, err
	}
	return c, tx.Commit()
}
