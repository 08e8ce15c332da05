package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"verbatim/kb/store"
)

// create makes an empty database. It appears under its name only when it is
// whole, so that neither a crash nor a second process can meet half of one.
// It returns false when another process made one first.
func create(ctx context.Context, path string) (bool, error) {
	for _, end := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(path + end); err == nil && info.Size() > 0 {
			// It would be played into the new database.
			return false, &store.Error{
				Code:     store.CodeDamaged,
				Sentence: fmt.Sprintf("%s is there, but not the database that it belongs to: put %s back, or move that file away too.", path+end, filepath.Base(path)),
			}
		}
	}
	part, err := draft(path)
	if err != nil {
		return false, cannotCreate(path, err)
	}
	defer discard(part)
	if err := fill(ctx, part); err != nil {
		return false, cannotCreate(path, err)
	}
	err = publish(part, path)
	if errors.Is(err, fs.ErrExist) {
		return false, nil
	}
	if err != nil {
		return false, cannotCreate(path, err)
	}
	return true, nil
}

// fill makes an empty file an empty database.
func fill(ctx context.Context, path string) error {
	db := connect(path, creating(), 1)
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	if err == nil {
		err = migrate(ctx, db)
	}
	return errors.Join(err, db.Close())
}

// cannotCreate says so of a folder that cannot be written.
func cannotCreate(path string, err error) error {
	switch code := codeOf(err); code {
	case store.CodeForbidden, store.CodeReadOnly:
		return &store.Error{
			Code:     store.CodeForbidden,
			Sentence: fmt.Sprintf("No database can be made in %s: allow writing there, or give another path with --db.", filepath.Dir(path)),
			Err:      err,
		}
	}
	return explain(path, err)
}
