package kb

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"verbatim/kb/store"
)

// The curate files are what moderators do to a [Library]: facts, sources,
// aliases, settings, the inbox, and what an import would change. Each change is
// one write of the store that names its author: all of it is made or nothing,
// the same act twice is made once, and of two people at one fact the second is
// told what the first did. What is made is answered with the next question.

// A Hand is who changes the knowledge, where, and by which act.
type Hand struct {
	Author string // as the history names them; never empty
	Server string // whose own knowledge it is; empty for what counts everywhere
	Once   string // names the act, such as the id of an interaction; empty: each time counts
}

// change is a change by this hand.
func (h Hand) change(action string) store.Change {
	return store.Change{Author: h.Author, Action: action, Once: h.Once, Expect: map[store.Key]int64{}}
}

// Seen has the versions of the records that somebody saw before they changed
// something; a change is made only if they still are the same.
type Seen map[store.Key]int64

// ErrNotHeld is given for what is not there, or not any more.
var ErrNotHeld = errors.New("that is not here any more: look with a list what is")

// A Refusal says why something was not saved, in sentences for who typed it.
type Refusal struct{ Sentences []string }

func (r *Refusal) Error() string { return strings.Join(r.Sentences, " ") }

func refuse(format string, args ...any) error {
	return &Refusal{[]string{fmt.Sprintf(format, args...)}}
}

// apply makes a change and brings it in, so that the next question has it.
func (l *Library) apply(ctx context.Context, c store.Change) (store.Result, error) {
	r, err := l.store.Apply(ctx, c)
	if err != nil {
		return r, fmt.Errorf("%s: %w", c.Action, err)
	}
	if err := l.Refresh(ctx); err != nil { // it is saved; the next look brings it in
		l.log.Warn("What was saved could not be read back yet", "error", err)
	}
	return r, nil
}

// latest is a record as it is now; of version 0 when it was never there.
func (l *Library) latest(ctx context.Context, key store.Key) (store.Record, error) {
	all, err := l.store.History(ctx, key)
	if err != nil {
		return store.Record{}, fmt.Errorf("read %s %s: %w", key.Kind, key.ID, err)
	}
	if len(all) == 0 {
		return store.Record{Key: key}, nil
	}
	return all[len(all)-1].Record, nil
}

// there says whether a record is there and has a content.
func there(r store.Record) bool { return r.Version > 0 && !r.Removed }

// bodyOf reads what is in a record; nil when there is nothing.
func bodyOf[T any](r store.Record) *T {
	if !there(r) {
		return nil
	}
	value := new(T)
	if json.Unmarshal(r.Body, value) != nil {
		return nil
	}
	return value
}

// splitID takes statement/rest apart.
func splitID(id string) (statement, rest string, ok bool) {
	statement, rest, ok = strings.Cut(id, "/")
	return statement, rest, ok && statement != "" && rest != ""
}

// statementIn is a statement as it counts in a server, whole; nil if it does
// not.
func (l *Library) statementIn(server, id string) *Statement {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, s := range b.scope(server).pick(id) {
		return s
	}
	return nil
}
