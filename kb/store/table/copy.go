package table

import (
	"context"
	"database/sql"

	"verbatim/kb/store"
)

// Used reports whether anything was ever written to a database.
func Used(ctx context.Context, q Querier) (bool, error) {
	for _, t := range tables {
		if used, err := t.used(ctx, q); err != nil || used {
			return used, err
		}
	}
	return false, nil
}

// Counters are the tables whose rows the engine counts, each with the column that has
// the number. Who copied rows into them lets the counting go on after those.
func Counters() map[string]string {
	all := map[string]string{}
	for _, t := range tables {
		if t.counts {
			all[t.name] = t.key
		}
	}
	return all
}

// CopyAll copies all tables as of one moment, and compares them row by row.
func CopyAll(ctx context.Context, from Engine, to Transaction) (c store.Copied, err error) {
	source, err := from.Reading().BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return c, from.Explain(err)
	}
	defer func() { _ = source.Rollback() }() // it has only read
	for _, t := range tables {
		if err := t.copy(ctx, from, source, to); err != nil {
			return c, err
		}
		n, err := t.compare(ctx, from, source, to)
		if err != nil {
			return c, err
		}
		c.Rows += n
		switch t.name {
		case "record":
			c.Records = n
		case "revision":
			c.Revisions = n
		}
	}
	return c, nil
}
