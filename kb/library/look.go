package library

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"verbatim/kb/index"
	"verbatim/kb/index/ahead"
	"verbatim/kb/store"
)

// looking is how the library keeps up with the store.
type looking struct {
	mu     sync.Mutex
	ended  time.Time
	under  chan struct{} // closed when the look that is under way ends; nil if none is
	began  time.Time     // when that did
	pulse  int64         // of the store, when the index was brought up to date
	failed bool          // the last one did, and that was logged
}

// Looking for changes costs microseconds, and is not done more often than
// lookEvery. A look is waited for until it is lookWait old; then questions are answered
// from memory, and who saves something, and so looks often, is not held up each time.
const (
	lookEvery = 2 * time.Millisecond
	lookWait  = 250 * time.Millisecond
)

// look brings in what has been written, if it has not just been looked for.
func (l *Library) look(ctx context.Context) {
	under, began := l.startLook()
	if under == nil {
		return
	}
	late := time.NewTimer(lookWait - time.Since(began))
	defer late.Stop()
	select {
	case <-under:
	case <-late.C:
	case <-ctx.Done():
	}
}

// startLook gives what tells when the look that is under way ends, or nil, and when that
// began.
func (l *Library) startLook() (under chan struct{}, began time.Time) {
	l.looking.mu.Lock()
	defer l.looking.mu.Unlock()
	if l.looking.under == nil && time.Since(l.looking.ended) >= lookEvery {
		l.looking.under, l.looking.began = make(chan struct{}), time.Now()
		go l.lookNow(l.looking.under, l.looking.pulse)
	}
	return l.looking.under, l.looking.began
}

func (l *Library) lookNow(under chan struct{}, before int64) {
	ctx := context.Background() // the next question has use for it too
	pulse, err := l.store.Pulse(ctx)
	if err == nil && pulse != before {
		err = l.Refresh(ctx)
	}
	l.looking.mu.Lock()
	defer l.looking.mu.Unlock()
	if err == nil {
		l.looking.pulse = pulse
	}
	switch {
	case err != nil && !l.looking.failed:
		l.log.Error("The database cannot be read; answering from memory", "error", err)
	case err == nil && l.looking.failed:
		l.log.Info("The database can be read again")
	}
	l.looking.failed = err != nil
	l.looking.ended, l.looking.under = time.Now(), nil
	close(under)
}

// Refresh brings in what has been written since, by this process or another.
func (l *Library) Refresh(ctx context.Context) error {
	l.reading.Lock()
	defer l.reading.Unlock()
	s, err := l.store.Since(ctx, l.rev)
	if err != nil {
		return fmt.Errorf("read what is new in the database: %w", err)
	}
	rev := l.rev
	if s.Whole {
		rev = 0
	}
	l.take(ctx, s, func() map[store.Key]*store.Vectors { return l.vectors(ctx, rev) })
	return nil
}

// readAll brings in everything, and tells whether the shipped statements are to
// be left out.
func (l *Library) readAll(ctx context.Context) (leftOut bool, err error) {
	l.reading.Lock()
	defer l.reading.Unlock()
	pulse, err := l.store.Pulse(ctx)
	if err != nil {
		return false, fmt.Errorf("read the database: %w", err)
	}
	var vectors map[store.Key]*store.Vectors
	var reading sync.WaitGroup
	reading.Go(func() { vectors = l.vectors(ctx, 0) }) // meanwhile: of what comes in between, they are made
	defer reading.Wait()                               // nothing reads a store that is closed
	s, err := l.store.Snapshot(ctx)
	if err != nil {
		return false, fmt.Errorf("read the database: %w", err)
	}
	l.looking.pulse = pulse
	l.take(ctx, s, func() map[store.Key]*store.Vectors {
		reading.Wait()
		return vectors
	})
	return leavesOutShipped(s.Records), nil
}

// take brings in a snapshot, with the vectors that the store has. A whole one stands in
// the place of all that was there; what was learned stays, for it goes by the words.
func (l *Library) take(ctx context.Context, s store.Snapshot, vectors func() map[store.Key]*store.Vectors) {
	if !s.Whole && len(s.Records) == 0 { // what moved was a note or a count
		l.rev = s.Rev
		return
	}
	parts := l.understand(s.Records)
	if len(parts) > 0 {
		byKey := vectors()
		for i := range parts {
			parts[i].Vectors = byKey[parts[i].Key]
		}
	}
	var made []store.Vectors
	if s.Whole {
		x := index.New(l.reader)
		made = x.Fill(parts)
		x.Use(l.index.Load().Model())
		l.index.Store(x)
	} else {
		made = l.index.Load().Change(parts)
	}
	l.rev = s.Rev
	l.keepVectors(ctx, made)
	giveBack(s.Records)
}

// muchText is how many bytes of records take some hundred MB to be read, which the
// program has no use for afterwards.
const muchText = 1 << 20

// giveBack gives memory back to the system that reading many bytes has taken: by itself
// the runtime does so with the next collection, which a quiet server may be long without.
func giveBack(records []store.Record) {
	bytes := 0
	for i := range records {
		bytes += len(records[i].Body)
	}
	if bytes > muchText {
		go func() {
			time.Sleep(time.Second) // until the records themselves are let go
			debug.FreeOSMemory()
		}()
	}
}

// vectors are those that the store has of what was written after rev. Texts without them
// are encoded.
func (l *Library) vectors(ctx context.Context, rev int64) map[store.Key]*store.Vectors {
	kept, err := l.store.Vectors(ctx, l.reader.Encoder.Version(), rev)
	if err != nil {
		l.log.Warn("The vectors in the database cannot be read; they are made anew", "error", err)
		return nil
	}
	byKey := make(map[store.Key]*store.Vectors, len(kept))
	for i := range kept {
		byKey[kept[i].Key] = &kept[i]
	}
	return byKey
}

// keepVectors keeps what was encoded for the next start.
func (l *Library) keepVectors(ctx context.Context, made []store.Vectors) {
	if len(made) == 0 {
		return
	}
	if err := l.store.PutVectors(ctx, made...); err != nil && ctx.Err() == nil {
		l.log.Warn("Vectors cannot be kept; the next start makes them anew", "error", err)
	}
}

// understand gives the records that are held. One that cannot be
// read is left out, and the rest is answered.
func (l *Library) understand(records []store.Record) []index.Part {
	type read struct {
		held bool
		err  error
	}
	all := make([]index.Part, len(records))
	reading := ahead.Of(len(records), func(i int) (r read) {
		all[i], r.held, r.err = index.Decode(records[i])
		return r
	})
	parts := all[:0]
	for i := range records {
		r := reading.Take(i)
		if r.err != nil {
			l.log.Error("A record of the database cannot be understood; answering without it", "error", r.err)
		}
		if r.held {
			parts = append(parts, all[i])
		}
	}
	return parts
}

// shippedSetting is the record that keeps the shipped statements out.
var shippedSetting = store.Key{Kind: index.RecordSetting, ID: "shipped"}

// leavesOutShipped reads the setting among records.
func leavesOutShipped(records []store.Record) bool {
	for _, r := range records {
		if r.Key == shippedSetting && !r.Removed {
			var setting struct{ Off bool }
			return json.Unmarshal(r.Body, &setting) == nil && setting.Off
		}
	}
	return false
}
