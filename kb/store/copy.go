package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Copied is what a copy has, compared row by row with where it came from.
type Copied struct {
	Records   int64 // removed ones too
	Revisions int64
	Rows      int64 // of all tables
}

// Copy copies everything from one database to a new one, of whatever engine
// each is, and compares the copy with it row by row before anybody can see it.
// Reading and writing at from go on; what is copied is as of one moment. A file
// or a server that has something already is left as it is (CodeExists).
func Copy(ctx context.Context, from, to string, o Options) (Copied, error) {
	if !isServer(from) {
		if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
			return Copied{}, &Error{Code: CodeMissing, Sentence: from + " is not there: give the path or the URL of the database to be copied.", Err: err}
		}
	}
	source, err := Open(ctx, from, o)
	if err != nil {
		return Copied{}, err
	}
	defer func() { _ = source.Close() }() // it was only read
	s := source.Store.(*database)
	if !isServer(to) {
		path, err := filepath.Abs(to)
		if err != nil || to == "" {
			return Copied{}, invalid("%q is no path of a file to copy to.", to)
		}
		return copyToFile(ctx, s.engine, path)
	}
	target, err := Open(ctx, to, o)
	if err != nil {
		return Copied{}, err
	}
	defer func() { _ = target.Close() }() // what was written is durable
	return copyToServer(ctx, s.engine, target.Store.(*database).engine.(*postgres))
}

// copyToServer copies in one transaction.
func copyToServer(ctx context.Context, from engine, to *postgres) (c Copied, err error) {
	err = to.transact(ctx, work{table: "meta"}, func(tx transaction) error {
		for _, t := range tables {
			if used, err := t.used(tx.ctx, tx); err != nil || used {
				return errors.Join(err, to.fault(CodeExists, nil))
			}
		}
		if c, err = copyAll(ctx, from, tx); err != nil {
			return err
		}
		return to.countOn(tx)
	})
	return c, to.explain(err)
}

// copyToFile copies into a draft that gets its name when it is whole.
func copyToFile(ctx context.Context, from engine, path string) (c Copied, err error) {
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

// copyInto copies into a database of SQLite.
func copyInto(ctx context.Context, from engine, db *sql.DB) (Copied, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return Copied{}, err
	}
	c, err := copyAll(ctx, from, transaction{tx, ctx, eachOf(tx), func() {}})
	if err != nil {
		_ = tx.Rollback() // the first error is the one that tells
		return c, err
	}
	return c, tx.Commit()
}

// copyAll copies all tables and compares them.
func copyAll(ctx context.Context, from engine, to transaction) (c Copied, err error) {
	source, err := from.reading().BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return c, from.explain(err)
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
