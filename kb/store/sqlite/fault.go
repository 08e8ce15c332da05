package sqlite

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	sqlite3 "github.com/mattn/go-sqlite3"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// sentences say of a database file what happened and what to do.
var sentences = map[store.Code]string{
	store.CodeReadOnly:  "%s cannot be written, so nothing was saved: allow writing to the file and to its folder, and start again.",
	store.CodeBusy:      "%s has been locked by another program for too long: close that program, or try again in a moment.",
	store.CodeFull:      "The disk that %s is on is full, so nothing was saved: make room on it and try again.",
	store.CodeVanished:  "%s was moved, deleted or replaced while it was open, so nothing is saved any more: put it back and start again.",
	store.CodeMissing:   "The folder of %s is not there: make it, or give another path with --db.",
	store.CodeForbidden: "%s may not be opened by this user: change its permissions, or give another path with --db.",
	store.CodeEmptyFile: "%s is an empty file, and not a database: put a backup in its place, or delete it so that a new database is made.",
	store.CodeDamaged:   "%s is damaged, or no database at all, and was left as it is: move it away, together with its -wal and -shm files, and put a backup in its place.",
	store.CodeForeign:   "%s is not a database of this program and was left as it is: give another path with --db.",
	store.CodeNewer:     "%s was made by a newer version of this program and was left as it is: use that version, or give another path with --db.",
	store.CodeExists:    "%s is there already and was left as it is: give the name of a new file.",
	store.CodeUnknown:   "Whether the last change to %s was saved is not known: look before you try again.",
	store.CodeFailed:    "%s could not be used: try again, and if it stays so, report the cause.",
}

// fault returns the error of a code for the file at path, with its cause.
func fault(code store.Code, path string, cause error) *store.Error {
	return &store.Error{Code: code, Sentence: fmt.Sprintf(sentences[code], path), Err: cause}
}

// explain gives an error of the driver or the operating system its code and
// sentence. Errors that have theirs, and those of a context, stay as they are.
func explain(path string, err error) error {
	var known *store.Error
	switch {
	case err == nil, errors.As(err, &known), table.Passed(err),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	if hot(err) {
		return stray(path, err)
	}
	return fault(codeOf(err), path, err)
}

// codeOf reads the code out of an error of the driver or the operating system.
func codeOf(err error) store.Code {
	var known *store.Error
	var e sqlite3.Error
	switch {
	case errors.As(err, &known):
		return known.Code
	case errors.As(err, &e):
		return codeOfSQLite(e)
	case errors.Is(err, errNotSound):
		return store.CodeDamaged
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return store.CodeFull
	case errors.Is(err, syscall.EROFS):
		return store.CodeReadOnly
	case errors.Is(err, syscall.EACCES), errors.Is(err, syscall.EPERM):
		return store.CodeForbidden
	case errors.Is(err, syscall.ENOENT), errors.Is(err, syscall.ENOTDIR):
		return store.CodeMissing
	}
	return store.CodeFailed
}

// codeOfSQLite goes by https://www.sqlite.org/rescode.html.
func codeOfSQLite(e sqlite3.Error) store.Code {
	if e.ExtendedCode == sqlite3.ErrReadonlyDbMoved {
		return store.CodeVanished
	}
	if e.SystemErrno == syscall.ENOSPC || e.SystemErrno == syscall.EDQUOT {
		return store.CodeFull
	}
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return store.CodeBusy
	case sqlite3.ErrFull:
		return store.CodeFull
	case sqlite3.ErrReadonly:
		return store.CodeReadOnly
	case sqlite3.ErrPerm, sqlite3.ErrAuth, sqlite3.ErrCantOpen:
		return store.CodeForbidden
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return store.CodeDamaged
	}
	return store.CodeFailed
}
