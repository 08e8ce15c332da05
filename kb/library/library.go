// Package library is the live knowledge of a store: it is read into kb/index when it
// is opened, every question looks whether the store has news (look.go), and what was
// learned from the phrasings is kept there too. It answers, explains, judges
// quotations, loads and exports, and tells the history of a fact.
//
// It must never lose what somebody saved, nor answer from half of a change. It knows no
// moderator and no inbox: who changes single facts is kb/curate, with [Library.Apply].
// bot and cmd call it, and the rooms that work on a library: kb/inbox, kb/curate and
// kb/usage.
package library

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/meaning"
	"verbatim/kb/quota"
	"verbatim/kb/store"
)

// A Library is the knowledge in a store, held in memory and kept up to date
// with it: what one process saves, every other process on the same database
// answers with its next question. It is safe for use by many goroutines.
type Library struct {
	store        store.Store
	log          *slog.Logger
	now          func() time.Time
	reader       index.Reader
	shippedModel []byte // after its key
	index        atomic.Pointer[index.Index]
	quotas       quota.Quotas

	reading sync.Mutex   // one reading of the store at a time
	rev     int64        // what index has of it
	newest  chan learned // what was learned last, given once; read while the rest is
	looking looking
	recent  recent
	texts   heldTexts
}

// Options are what may be left empty.
type Options struct {
	Shipped []File           // the files that come with the program; none: leave what is in the store
	Without bool             // the shipped ones go out of the store, which is kept without them; Shipped is not looked at
	Known   []byte           // vectors of their texts, as [meaning.Encoder.WriteKnown] gives them; none: they are encoded
	Learned []byte           // what is learned from their phrasings, as [Learned] gives it; none: it is learned
	Quotas  quota.Quotas     // of each server, for its moderators; what is zero is as in [quota.Usual]
	Log     *slog.Logger     // nil: nothing is logged
	Now     func() time.Time // the clock of all that is kept with a time; nil: time.Now
}

// A File is a knowledge file in memory, with its language files.
type File struct {
	Name      string
	Content   []byte
	Languages []file.Part
}

// Open holds the knowledge of s. Shipped files that differ from those
// that the store has are loaded first, in place of what their like brought
// before, unless the store is to stay without them ([Library.LeaveOutShipped])
// or a file that was loaded has taken their statement over. It answers at once;
// [Library.Learn] brings it to its full quality.
//
// A store that cannot be written is answered from as it is; if nothing is in
// it, the shipped files are held in memory only.
func Open(ctx context.Context, s store.Store, o Options) (*Library, error) {
	l := &Library{store: s, log: o.Log, now: o.Now, shippedModel: o.Learned, quotas: o.Quotas.OrUsual()}
	if l.log == nil {
		l.log = slog.New(slog.DiscardHandler)
	}
	if l.now == nil {
		l.now = time.Now
	}
	if err := l.useEncoder(o.Known); err != nil {
		return nil, err
	}
	l.index.Store(index.New(l.reader))
	l.newest = make(chan learned, 1)
	go func() { // what takes a while and needs nothing of what is read
		lexicon.Prepare()
		l.newest <- l.readLearned(ctx, "")
		close(l.newest)
	}()
	left, err := l.readAll(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case o.Without && !left:
		err = l.LeaveOutShipped(ctx, shippedAuthor)
		if cannotWrite(err) {
			l.log.Warn("The database cannot be written; the shipped statements in it stay", "error", err)
			err = nil
		}
	case len(o.Shipped) > 0 && left:
		err = l.ship(ctx, nil)
	case len(o.Shipped) > 0:
		err = l.ship(ctx, o.Shipped)
	}
	if err != nil {
		return nil, err
	}
	return l, nil
}

// useEncoder makes ready what texts are encoded with. Vectors of another encoder are
// no fault: it takes longer without them.
func (l *Library) useEncoder(known []byte) error {
	encoder, err := meaning.Default()
	if err != nil {
		return fmt.Errorf("read the encoder: %w", err)
	}
	l.reader.Encoder = encoder
	if len(known) == 0 {
		return nil
	}
	if l.reader.Known, err = encoder.ReadKnown(known); err != nil {
		l.log.Warn("The vectors of the shipped statements are of no use; they are made anew", "error", err)
	}
	return nil
}

// Now is the time by the library's clock.
func (l *Library) Now() time.Time { return l.now() }

// Quotas bound what moderators of a server can make it have.
func (l *Library) Quotas() quota.Quotas { return l.quotas }

// Log is where the rooms that work on a library say what went wrong.
func (l *Library) Log() *slog.Logger { return l.log }

// Store is where the library is kept, for what other rooms keep beside it. Facts are
// changed by [Library.Apply] only.
func (l *Library) Store() store.Store { return l.store }
