package curate

import (
	"bytes"
	"context"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// Remove takes a fact away in a server; what counts everywhere stays there.
// It can be brought back with [Curator.Restore].
func (k *Curator) Remove(ctx context.Context, e library.Editor, id string, seen library.Seen) error {
	statement, fact, ok := kb.SplitID(id)
	if !ok {
		return kb.ErrNotHeld
	}
	own, shared, err := k.factRecords(ctx, e.Server, statement, fact)
	if err != nil {
		return err
	}
	c := e.Change("remove")
	c.Expect = seen
	if e.Server != "" && index.IsThere(shared) {
		hidden, err := index.FactRecord(e.Server, statement, &kb.Fact{ID: fact})
		if err != nil {
			return err
		}
		c.Put = []store.Record{hidden}
	} else {
		c.Remove = []store.Key{own.Key}
	}
	_, err = k.applyFact(ctx, e, c)
	return err
}

// Restore makes a fact what it was after the write rev of its history; 0
// for what it was before it was removed.
func (k *Curator) Restore(ctx context.Context, e library.Editor, id string, rev int64) (Saved, error) {
	if saved, done := k.doneBefore(ctx, e); done {
		return saved, nil
	}
	all, err := k.library.History(ctx, e.Server, id)
	if err != nil {
		return Saved{}, err
	}
	if all[len(all)-1].Fact != nil && rev == 0 {
		return Saved{}, kb.Refuse("refusal.not-removed")
	}
	var f *kb.Fact
	for _, r := range all {
		if r.Fact != nil && (rev == 0 || r.Rev == rev) {
			f = r.Fact
		}
	}
	if f == nil {
		return Saved{}, kb.ErrNotHeld
	}
	statement, fact, _ := kb.SplitID(id)
	own, shared, err := k.factRecords(ctx, e.Server, statement, fact)
	if err != nil {
		return Saved{}, err
	}
	record, err := index.FactRecord(e.Server, statement, f)
	if err != nil {
		return Saved{}, err
	}
	c := e.Change("restore")
	c.Put, c.Expect = []store.Record{record}, library.Seen{own.Key: own.Version}
	if e.Server != "" && index.IsThere(own) && index.IsThere(shared) && bytes.Equal(shared.Body, record.Body) {
		// What counts everywhere counts here again, with all that becomes of it.
		c.Put, c.Remove = nil, []store.Key{own.Key}
		saved, err := k.applyFact(ctx, e, c)
		saved.ID, saved.Fact, saved.Verified = id, *f, k.allVerified(e.Server, statement, *f)
		return saved, err
	}
	return k.applyFact(ctx, e, c)
}
