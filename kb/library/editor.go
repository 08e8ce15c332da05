package library

import (
	"context"
	"fmt"
	"time"

	"verbatim/kb/store"
)

// An Editor is who changes the knowledge, where, and by which act.
type Editor struct {
	Author string // as the history names them; never empty
	Server string // whose own knowledge it is; empty for what counts everywhere
	Once   string // names the act, such as the id of an interaction; empty: each time counts

	// OwnOnly says that of what is there, the editor may change only what they
	// made themselves.
	OwnOnly bool
}

// Change is a change by this editor, of nothing yet.
func (e Editor) Change(action string) store.Change {
	return store.Change{Author: e.Author, Action: action, Once: e.Once, Expect: map[store.Key]int64{}}
}

// Seen has the versions of the records that somebody saw before they changed
// something; a change is made only if they still are the same.
type Seen map[store.Key]int64

// Apply makes a change and brings it in, so that the next question has it.
func (l *Library) Apply(ctx context.Context, c store.Change) (store.Result, error) {
	r, err := l.store.Apply(ctx, c)
	if err != nil {
		return r, fmt.Errorf("%s: %w", c.Action, err)
	}
	l.bring(ctx, r)
	return r, nil
}

// bring brings in what was just written. The rest of what is new in the store, such as
// an import of somebody else, is waited for no longer than a question does.
func (l *Library) bring(ctx context.Context, r store.Result) {
	records := make([]store.Record, len(r.Changed))
	for i := range r.Changed {
		records[i] = r.Changed[i].Record
	}
	l.keepVectors(ctx, l.index.Load().Change(l.understand(records)))
	giveBack(records)
	read := make(chan struct{})
	go func() {
		defer close(read)
		l.reread(context.WithoutCancel(ctx))
	}()
	select {
	case <-read:
	case <-time.After(lookWait):
	}
}

// Latest is a record as it is now; of version 0 when it was never there.
func (l *Library) Latest(ctx context.Context, key store.Key) (store.Record, error) {
	r, err := l.store.Record(ctx, key)
	if err != nil {
		return store.Record{}, fmt.Errorf("read %s %s: %w", key.Kind, key.ID, err)
	}
	return r, nil
}

// Erase takes records out of the store, with all that they ever were, and brings that
// in.
func (l *Library) Erase(ctx context.Context, author string, keys ...store.Key) error {
	if len(keys) == 0 {
		return nil
	}
	if _, err := l.store.Erase(ctx, author, keys...); err != nil {
		return fmt.Errorf("erase: %w", err)
	}
	l.reread(ctx)
	return nil
}

// reread brings in what was written. Where that fails it is there all the same, and comes
// in with whatever is looked for next.
func (l *Library) reread(ctx context.Context) {
	if err := l.Refresh(ctx); err != nil {
		l.log.Warn("What was saved could not be read back yet", "error", err)
	}
}

// MadeBy is who made a record first; empty when it was never there.
func (l *Library) MadeBy(ctx context.Context, key store.Key) (string, error) {
	all, err := l.store.History(ctx, key)
	if err != nil {
		return "", fmt.Errorf("read who made %s %s: %w", key.Kind, key.ID, err)
	}
	if len(all) == 0 {
		return "", nil
	}
	return all[0].Author, nil
}
