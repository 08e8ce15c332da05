package kb

import (
	"bytes"
	"context"

	"verbatim/kb/store"
)

// RemoveFact takes a fact away in a server; what counts everywhere stays there.
// It can be brought back with [Library.RestoreFact].
func (l *Library) RemoveFact(ctx context.Context, h Hand, id string, seen Seen) error {
	statement, fact, ok := splitID(id)
	if !ok {
		return ErrNotHeld
	}
	own, shared, err := l.factRecords(ctx, h.Server, statement, fact)
	if err != nil {
		return err
	}
	c := h.change("remove")
	c.Expect = seen
	if h.Server != "" && there(shared) {
		hidden, err := FactRecord(h.Server, statement, &Fact{ID: fact})
		if err != nil {
			return err
		}
		c.Put = []store.Record{hidden}
	} else {
		c.Remove = []store.Key{own.Key}
	}
	_, err = l.applyFact(ctx, h.Server, c)
	return err
}

// RestoreFact makes a fact what it was after the write rev of its history; 0
// for what it was before it was removed.
func (l *Library) RestoreFact(ctx context.Context, h Hand, id string, rev int64) (Saved, error) {
	if saved, done := l.doneBefore(ctx, h); done {
		return saved, nil
	}
	all, err := l.FactHistory(ctx, h.Server, id)
	if err != nil {
		return Saved{}, err
	}
	if all[len(all)-1].Fact != nil && rev == 0 {
		return Saved{}, refuse("This fact is not removed: choose the revision that it is to have again.")
	}
	var f *Fact
	for _, r := range all {
		if r.Fact != nil && (rev == 0 || r.Rev == rev) {
			f = r.Fact
		}
	}
	if f == nil {
		return Saved{}, ErrNotHeld
	}
	statement, fact, _ := splitID(id)
	own, shared, err := l.factRecords(ctx, h.Server, statement, fact)
	if err != nil {
		return Saved{}, err
	}
	record, err := FactRecord(h.Server, statement, f)
	if err != nil {
		return Saved{}, err
	}
	c := h.change("restore")
	c.Put, c.Expect = []store.Record{record}, Seen{own.Key: own.Version}
	if h.Server != "" && there(own) && there(shared) && bytes.Equal(shared.Body, record.Body) {
		// What counts everywhere counts here again, with all that becomes of it.
		c.Put, c.Remove = nil, []store.Key{own.Key}
		saved, err := l.applyFact(ctx, h.Server, c)
		saved.ID, saved.Fact, saved.Verified = id, *f, l.allVerified(h.Server, statement, *f)
		return saved, err
	}
	return l.applyFact(ctx, h.Server, c)
}
