package store

import (
	"context"
	"time"
)

// Options are what may be left empty.
type Options struct {
	BusyTimeout time.Duration    // how long a write waits for another process, or for a server to come back; 0 means 5 s
	Now         func() time.Time // nil means time.Now
}

// An Opened is a store that is open, and how it was found.
type Opened struct {
	Store
	Created  bool  // there was none: it is new and has no records
	ReadOnly error // not nil: why it can be read only; writes return the like
}

// Open opens the database at path (a file, or a postgres:// URL) and makes it
// when there is none. A file that is not a database of this program, or cannot
// be used, is never changed: the [*Error] says what to do. A database that can
// be read but not written is opened for reading; if it lies in a folder that
// cannot be written either, what others write to it is not seen.
//
// Of a server, all is in the schema verbatim, unless search_path in the URL
// names another. When it goes away, reading and writing fail (CodeUnreachable)
// until it is back; nothing has to be opened again.
func Open(ctx context.Context, path string, o Options) (*Opened, error) {
	if o.BusyTimeout == 0 {
		o.BusyTimeout = 5 * time.Second
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if isServer(path) {
		return openServer(ctx, path, o)
	}
	return openFile(ctx, path, o)
}
