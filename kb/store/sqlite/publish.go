package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"verbatim/kb/store"
)

// publishNew writes a new file with a function and gives it its name when it is
// whole. Nothing is left of it when that fails.
func publishNew(path string, write func(part string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fault(store.CodeExists, path, nil)
	}
	part, err := draft(path)
	if err != nil {
		return cannotCreate(path, err)
	}
	defer discard(part)
	if err := write(part); err != nil {
		return err
	}
	err = publish(part, path)
	if errors.Is(err, fs.ErrExist) {
		return fault(store.CodeExists, path, err)
	}
	return explain(path, err)
}

// draft makes an empty file with a name of its own beside path, readable by
// this user only, where what is to be at path is written first.
func draft(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// discard deletes a draft and what SQLite may have left beside it.
func discard(draft string) {
	for _, end := range []string{"", "-journal", "-wal", "-shm"} {
		_ = os.Remove(draft + end) // it is usually not there
	}
}

// publish gives a finished draft its name, durably. It never replaces a file
// that is there: that is fs.ErrExist.
func publish(draft, path string) error {
	if err := flush(draft); err != nil {
		return err
	}
	if err := move(draft, path); err != nil {
		return err
	}
	return flush(filepath.Dir(path))
}

// move links, because a link cannot overwrite. Where the file system has no
// links, a name that appears between the look and the renaming is lost.
func move(draft, path string) error {
	err := os.Link(draft, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	return os.Rename(draft, path)
}

// flush waits until a file's content, or a folder's names, are on the disk.
func flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
