package kb

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"verbatim/kb/store"
)

// A look is how the library keeps up with the store.
type look struct {
	mu     sync.Mutex
	ended  time.Time
	under  chan struct{} // closed when the look that is under way ends; nil if none is
	pulse  int64         // of the store, when base was brought up to date
	failed bool          // the last one did, and that was logged
}

// Looking for changes costs microseconds, and is not done more often than
// lookEvery. A question waits so long for what is new; then it is answered from
// memory.
const (
	lookEvery = 2 * time.Millisecond
	lookWait  = 250 * time.Millisecond
)

// keepUp brings in what has been written, if it has not just been looked for.
func (l *Library) keepUp(ctx context.Context) {
	under := l.startLook()
	if under == nil {
		return
	}
	late := time.NewTimer(lookWait)
	defer late.Stop()
	select {
	case <-under:
	case <-late.C:
	case <-ctx.Done():
	}
}

// startLook gives what tells when the look that is under way ends, or nil.
func (l *Library) startLook() chan struct{} {
	l.look.mu.Lock()
	defer l.look.mu.Unlock()
	if l.look.under == nil && time.Since(l.look.ended) >= lookEvery {
		l.look.under = make(chan struct{})
		go l.lookNow(l.look.under, l.look.pulse)
	}
	return l.look.under
}

func (l *Library) lookNow(under chan struct{}, before int64) {
	ctx := context.Background() // the next question has use for it too
	pulse, err := l.store.Pulse(ctx)
	if err == nil && pulse != before {
		err = l.Refresh(ctx)
	}
	l.look.mu.Lock()
	defer l.look.mu.Unlock()
	if err == nil {
		l.look.pulse = pulse
	}
	switch {
	case err != nil && !l.look.failed:
		l.log.Error("The database cannot be read; answering from memory", "error", err)
	case err == nil && l.look.failed:
		l.log.Info("The database can be read again")
	}
	l.look.failed = err != nil
	l.look.ended, l.look.under = time.Now(), nil
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
	l.take(s)
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
	s, err := l.store.Snapshot(ctx)
	if err != nil {
		return false, fmt.Errorf("read the database: %w", err)
	}
	l.look.pulse = pulse
	l.take(s)
	return leavesOutShipped(s.Records), nil
}

// take brings in a snapshot. A whole one stands in the place of all that was
// there; what was learned stays, for it goes by the words.
func (l *Library) take(s store.Snapshot) {
	entries := l.understand(s.Records)
	if s.Whole {
		b := newBase()
		b.apply(entries)
		b.model.Store(l.base.Load().model.Load())
		l.base.Store(b)
	} else {
		l.base.Load().change(entries)
	}
	l.rev = s.Rev
}

// understand gives the records that are parts of statements. One that cannot be
// read is left out, and the rest is answered.
func (l *Library) understand(records []store.Record) []entry {
	entries := make([]entry, 0, len(records))
	for _, r := range records {
		e, ok, err := entryOf(r)
		if err != nil {
			l.log.Error("A record of the database cannot be understood; answering without it", "error", err)
		}
		if ok {
			entries = append(entries, e)
		}
	}
	return entries
}

// shippedSetting is the record that keeps the shipped statements out.
var shippedSetting = store.Key{Kind: RecordSetting, ID: "shipped"}

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
