package store

import (
	"context"
	"errors"
	"time"
)

// Options are what may be left empty.
type Options struct {
	BusyTimeout time.Duration    // how long a write waits for another process; 0 means 5 s
	Now         func() time.Time // nil means time.Now
}

// An Opened is a store that is open, and how it was found.
type Opened struct {
	Store
	Created  bool  // there was none: it is new and has no records
	ReadOnly error // not nil: why it can be read only; every write returns CodeReadOnly
}

// Open opens the database at path (a file, or a postgres:// URL) and makes it
// when there is none. A file that is not a database of this program, or cannot
// be used, is never changed: the [*Error] says what to do. A database that can
// be read but not written is opened for reading.
func Open(ctx context.Context, path string, o Options) (*Opened, error) {
	return nil, errors.New("not yet")
}
