package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// Open opens the database in a file and makes it when there is none. A file that is not
// a database of this program, or cannot be used, is never changed: the [*store.Error]
// says what to do. A database that can be read but not written is opened for reading; if
// it lies in a folder that cannot be written either, what others write to it is not seen.
func Open(ctx context.Context, path string, o store.Options) (*store.Opened, error) {
	o = o.Usual()
	path, err := locate(path)
	if err != nil {
		return nil, err
	}
	created := false
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if created, err = create(ctx, path); err != nil {
			return nil, err
		}
	}
	d, err := open(ctx, path, o.BusyTimeout)
	if err != nil {
		return nil, explain(path, err)
	}
	return &store.Opened{Store: table.Over(d, o.Now), Created: created, ReadOnly: d.cannot}, nil
}

// locate returns the absolute path of the file, which need not be there,
// and refuses what cannot be one.
func locate(path string) (string, error) {
	if path == "" || strings.IndexByte(path, 0) >= 0 {
		return "", store.Invalid("%q is no path of a database: give the path of a file with --db.", path)
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return "", explain(path, err)
	}
	real, err := filepath.EvalSymlinks(whole)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(whole); err == nil {
			return "", &store.Error{Code: store.CodeMissing, Sentence: path + " is a link to a file that is not there: put it back, or give another path with --db."}
		}
		return whole, nil // to be made
	}
	return real, explain(path, err)
}

// open opens a file that is there.
func open(ctx context.Context, path string, busy time.Duration) (*engine, error) {
	d := &engine{path: path, busy: busy}
	var err error
	if d.file, err = regular(path); err != nil {
		return nil, err
	}
	if err = d.openReading(ctx); err == nil && d.file.Size() <= checkedWhole {
		err = quickCheck(ctx, d.read)
	}
	if err == nil {
		err = d.openWriting(ctx)
	}
	if err != nil {
		_ = d.Close() // the first error is the one that tells
		return nil, err
	}
	return d, nil
}

// checkedWhole is the size up to which a file is checked whole when it is
// opened: that took 3 ms a megabyte. Of larger ones Snapshot reads all that is
// answered from, and Backup checks the rest.
const checkedWhole = 2 << 20

// regular refuses a file that SQLite should not even look at.
func regular(path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &store.Error{Code: store.CodeForeign, Sentence: path + " is a folder: give the path of a file in it with --db."}
	case !info.Mode().IsRegular():
		return nil, fault(store.CodeForeign, path, nil)
	case info.Size() == 0:
		return nil, fault(store.CodeEmptyFile, path, nil)
	}
	return info, nil
}

// openReading opens the pool that reads and makes sure, before anything can
// be written, that the file is ours.
func (d *engine) openReading(ctx context.Context) error {
	d.read = connect(d.path, reading(d.busy), readers)
	err := d.identify(ctx)
	switch {
	case err != nil && hot(err):
		err = d.readBeside(ctx, err)
	case err != nil && closed(err) && d.quiet():
		d.cannot = d.readOnly(err)
		err = d.readImmutable(ctx)
	}
	if err != nil {
		return err
	}
	if d.pulsing, err = d.read.Conn(ctx); err == nil {
		d.pulse, err = d.pulsing.PrepareContext(ctx, "PRAGMA data_version")
	}
	return err
}

// readImmutable opens the pool that reads anew, for a file that is alone.
func (d *engine) readImmutable(ctx context.Context) error {
	_ = d.read.Close() // it never opened
	d.read = connect(d.path, reading(d.busy).immutable(), readers)
	return d.identify(ctx)
}

// readers is how many connections read at once, one of them for Pulse.
const readers = 5

// openWriting opens the connection that writes. Where nobody may write, the
// database is for reading.
func (d *engine) openWriting(ctx context.Context) error {
	if d.cannot != nil {
		return d.upToDate(ctx)
	}
	d.write = connect(d.path, writing(), 1)
	// A statement that would write, and finds nothing to write.
	_, err := d.write.ExecContext(ctx, "UPDATE meta SET rev = rev WHERE id = 0")
	if err != nil && closed(err) {
		d.cannot = d.readOnly(err)
		_ = d.write.Close() // it could not have written
		d.write = nil
		return d.upToDate(ctx)
	}
	if err != nil && codeOf(err) != store.CodeBusy { // busy now: a write waits for its turn
		return err
	}
	if d.log, err = os.Stat(d.path + "-wal"); err != nil {
		return err
	}
	return d.upgrade(ctx)
}

// closed reports whether an error means that this file cannot be written at
// all, whatever is tried.
func closed(err error) bool {
	switch codeOf(err) {
	case store.CodeReadOnly, store.CodeForbidden, store.CodeFull:
		return true
	}
	return false
}

// quiet reports whether the file alone has everything: no log lies beside it.
func (d *engine) quiet() bool {
	info, err := os.Stat(d.path + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

// readOnly is what every write returns then.
func (d *engine) readOnly(cause error) *store.Error {
	e := fault(store.CodeReadOnly, d.path, cause)
	if codeOf(cause) == store.CodeFull {
		e.Sentence = fmt.Sprintf("The disk that %s is on is full, so it can only be read: make room on it and start again.", d.path)
	}
	return e
}

// applicationID marks our files (https://www.sqlite.org/pragma.html#pragma_application_id):
// "Verb" in ASCII.
const applicationID = 0x56657262

// identify reads enough of the file to know whose it is, and by which version.
func (d *engine) identify(ctx context.Context) error {
	var id int64
	if err := d.read.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		return fault(store.CodeForeign, d.path, fmt.Errorf("application id %#x", id))
	}
	var rev sql.NullInt64
	version, err := table.SchemaVersion(ctx, d.read)
	if err == nil {
		err = d.read.QueryRowContext(ctx, "SELECT max(rev) FROM meta").Scan(&rev)
	}
	switch {
	case err != nil && codeOf(err) == store.CodeFailed: // a table is not there
		return fault(store.CodeDamaged, d.path, err)
	case err != nil:
		return err
	case !rev.Valid:
		return fault(store.CodeDamaged, d.path, errors.New("the counter is not there"))
	case version > latest:
		return fault(store.CodeNewer, d.path, fmt.Errorf("migration %d, and this program knows %d", version, latest))
	}
	return nil
}
