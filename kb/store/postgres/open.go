package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// How many connections read and write at once. One more listens.
const (
	readers = 4
	writers = 2
)

// Open opens the database at a URL and makes the tables where there are none. A server
// that does not answer yet is waited for as a lock is. All is in the schema verbatim,
// unless search_path in the URL names another. When the server goes away, reading and
// writing fail (CodeUnreachable) until it is back; nothing has to be opened again.
func Open(ctx context.Context, url string, o store.Options) (*store.Opened, error) {
	o = o.Usual()
	d, created, err := open(ctx, url, o)
	if err != nil {
		return nil, err
	}
	return &store.Opened{Store: table.Over(d, o.Now), Created: created, ReadOnly: d.cannot}, nil
}

func open(ctx context.Context, url string, o store.Options) (d *engine, created bool, err error) {
	a, err := readAddress(url)
	if err != nil {
		return nil, false, err
	}
	d = &engine{
		name: a.name, busy: o.BusyTimeout,
		read: a.open(o.BusyTimeout, readers), write: a.open(o.BusyTimeout, writers),
	}
	if created, err = d.start(ctx, a); err != nil {
		_ = d.Close() // the first error is the one that tells
		return nil, false, d.Explain(table.Cause(ctx, err))
	}
	return d, created, nil
}

// start makes sure that the schema is ours and up to date, and listens.
func (d *engine) start(ctx context.Context, a address) (created bool, err error) {
	found, err := d.look(ctx)
	for start, try := time.Now(), 1; codeOf(err) == store.CodeUnreachable && time.Since(start) < d.busy && pause(ctx, try); try++ {
		found, err = d.look(ctx)
	}
	if err != nil {
		return false, err
	}
	if err := d.check(found); err != nil {
		return false, err
	}
	switch {
	case !found.writable && found.version > 0:
		d.cannot = d.fault(store.CodeReadOnly, nil)
		err = d.upToDate(found.version)
	case found.version < latest:
		created, err = d.upgrade(ctx, a)
	}
	if err != nil {
		return false, err
	}
	d.news, err = listen(ctx, a, d.Explain)
	return created, err
}

// A finding is what is at a URL.
type finding struct {
	encoding string
	schema   bool  // there is one
	version  int64 // the last migration that was made
	tables   int   // that are in the schema
	ours     bool  // the tables of the first migration are there
	writable bool
}

// look reads whose the schema is. The tables of goose and ours are asked for by
// their names first, for asking what is not there would be an error.
func (d *engine) look(ctx context.Context) (f finding, err error) {
	ctx, end := d.Patience(ctx)
	defer end()
	var migrated bool
	err = d.read.QueryRowContext(ctx, `SELECT current_setting('server_encoding'), current_schema() IS NOT NULL,
		to_regclass('goose_db_version') IS NOT NULL, to_regclass('meta') IS NOT NULL,
		(SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()),
		NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'
			AND coalesce(has_table_privilege(to_regclass('meta'), 'UPDATE'), true)`).
		Scan(&f.encoding, &f.schema, &migrated, &f.ours, &f.tables, &f.writable)
	if err == nil && migrated {
		f.version, err = table.SchemaVersion(ctx, d.read)
	}
	return f, table.Cause(ctx, err)
}

// check refuses what is not ours, before anything is written.
func (d *engine) check(f finding) error {
	switch {
	case f.encoding != "UTF8":
		return d.fault(store.CodeUnsupported, fmt.Errorf("the encoding is %s", f.encoding))
	case f.version > latest:
		return d.fault(store.CodeNewer, fmt.Errorf("migration %d, and this program knows %d", f.version, latest))
	case f.version > 0 && !f.ours, f.version == 0 && f.ours, f.version == 0 && f.tables > 1: // goose's own is made first
		return d.fault(store.CodeForeign, errors.New("other tables are in the schema"))
	}
	return nil
}
