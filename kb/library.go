package kb

import (
	"context"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"

	"verbatim/kb/store"
)

// A Library is the knowledge in a store, held in memory and kept up to date
// with it: what one process saves, every other process on the same database
// answers with its next question. It is safe for use by many goroutines.
type Library struct {
	store store.Store
	log   *slog.Logger
	base  atomic.Pointer[Base]

	reading sync.Mutex   // one reading of the store at a time
	rev     int64        // what base has of it
	newest  chan learned // what was learned last, given once; read while the rest is
	look    look
	shelf   textShelf
	removed removedShelf
}

// LibraryOptions are what may be left empty.
type LibraryOptions struct {
	Shipped []File       // the files that come with the program; none: leave what is in the store
	Log     *slog.Logger // nil: nothing is logged
}

// A File is a knowledge file in memory.
type File struct {
	Name    string
	Content []byte
}

// OpenLibrary holds the knowledge of s. Shipped files that differ from those
// that the store has are loaded first, in place of what their like brought
// before, unless the store is to stay without them ([Library.LeaveOutShipped])
// or a file that was loaded has taken their statement over. It answers at once;
// [Library.Learn] brings it to its full quality.
//
// A store that cannot be written is answered from as it is; if nothing is in
// it, the shipped files are held in memory only.
func OpenLibrary(ctx context.Context, s store.Store, o LibraryOptions) (*Library, error) {
	l := &Library{store: s, log: o.Log}
	if l.log == nil {
		l.log = slog.New(slog.DiscardHandler)
	}
	l.base.Store(newBase())
	l.newest = make(chan learned, 1)
	go func() { // what takes a while and needs nothing of what is read
		allCountries()
		l.newest <- l.readLearned(ctx, "")
		close(l.newest)
	}()
	left, err := l.readAll(ctx)
	if err != nil {
		return nil, err
	}
	if len(o.Shipped) > 0 {
		if left {
			o.Shipped = nil
		}
		if err := l.ship(ctx, o.Shipped); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// Ask answers a question from what the store has now. When the store cannot be
// read, or takes too long, it answers from what is in memory.
func (l *Library) Ask(ctx context.Context, q Question) Answer {
	l.keepUp(ctx)
	return l.base.Load().Ask(q)
}

// Statements gives copies of what counts in a server (empty: what counts
// everywhere), whole, by id.
func (l *Library) Statements(server string) []*Statement {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.scope(server).list()
}

// Export writes what was put into a server (empty: what counts everywhere) as a
// knowledge file that loads again to the same knowledge. Where a server's facts
// stand in a shared statement, its title and the sources that they cite are
// written too. If there is nothing, nothing is written.
func (l *Library) Export(w io.Writer, server string) error {
	l.keepUp(context.Background())
	statements := loadable(l.base.Load().own(server))
	if len(statements) == 0 {
		return nil
	}
	return Write(w, statements...)
}

func (b *Base) own(server string) []*Statement {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if sc := b.scopes[server]; sc != nil {
		return sc.own()
	}
	return nil
}
