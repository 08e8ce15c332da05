package curate

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"verbatim/kb/store"
)

// An Unsaved is what somebody typed that could not be saved yet. It is theirs
// alone, and goes when it is saved or dropped.
type Unsaved struct {
	ID     string
	Server string
	User   string
	Form   json.RawMessage // what was typed, as the caller reads it again
	Begun  bool            // nothing was typed yet: it is kept for other processes
	Until  time.Time       // from when on it is not there any more
}

// How long what was not saved is kept, and how many forms of one person in one
// server; the oldest go first.
const (
	UnsavedFor  = 7 * 24 * time.Hour
	unsavedMost = 25
)

const noteUnsaved = "unsaved"

// theirs is an Unsaved as the store keeps it.
type theirs struct {
	User  string          `json:"user"`
	Form  json.RawMessage `json:"form"`
	Begun bool            `json:"begun,omitempty"`
}

// PutUnsaved keeps a form for [UnsavedFor], in the place of an earlier one with
// its id.
func (k *Curator) PutUnsaved(ctx context.Context, u Unsaved, now time.Time) error {
	body, err := json.Marshal(theirs{u.User, u.Form, u.Begun})
	if err != nil {
		return fmt.Errorf("write a form: %w", err)
	}
	j := store.Jottings{Put: []store.Note{{
		Kind: noteUnsaved, ID: u.ID, Server: u.Server, Body: body, Until: now.Add(UnsavedFor).UnixMilli(),
	}}}
	if held, err := k.AllUnsaved(ctx, u.Server, u.User); err == nil {
		held = slices.DeleteFunc(held, func(o Unsaved) bool { return o.ID == u.ID || o.Begun != u.Begun })
		for _, old := range held[:max(0, len(held)+1-unsavedMost)] {
			j.Drop = append(j.Drop, store.Note{Kind: noteUnsaved, ID: old.ID})
		}
	}
	if err := k.library.Store().Jot(ctx, j); err != nil {
		return fmt.Errorf("keep a form: %w", err)
	}
	return nil
}

// AllUnsaved lists what somebody began or typed in a server and did not save, the
// oldest first.
func (k *Curator) AllUnsaved(ctx context.Context, server, user string) ([]Unsaved, error) {
	notes, err := k.library.Store().Notes(ctx, noteUnsaved, server)
	if err != nil {
		return nil, fmt.Errorf("read what was not saved: %w", err)
	}
	var all []Unsaved
	for _, n := range notes {
		if u, ok := unsaved(n); ok && u.User == user && u.Server == server {
			all = append(all, u)
		}
	}
	return all, nil
}

// Unsaved gives one form back to who typed it, where they did; ok is false for
// everybody else, and when it is not there any more.
func (k *Curator) Unsaved(ctx context.Context, server, user, id string) (u Unsaved, ok bool, err error) {
	n, err := k.library.Store().Note(ctx, noteUnsaved, id)
	if err != nil {
		return u, false, fmt.Errorf("read what was not saved: %w", err)
	}
	if n == nil {
		return u, false, nil
	}
	u, ok = unsaved(*n)
	if !ok || u.User != user || u.Server != server {
		return Unsaved{}, false, nil
	}
	return u, true, nil
}

func unsaved(n store.Note) (Unsaved, bool) {
	var t theirs
	err := json.Unmarshal(n.Body, &t)
	return Unsaved{ID: n.ID, Server: n.Server, User: t.User, Form: t.Form, Begun: t.Begun, Until: time.UnixMilli(n.Until)}, err == nil
}

// DropUnsaved forgets a form that was saved or is not wanted any more.
func (k *Curator) DropUnsaved(ctx context.Context, id string) error {
	if err := k.library.Store().Jot(ctx, store.Jottings{Drop: []store.Note{{Kind: noteUnsaved, ID: id}}}); err != nil {
		return fmt.Errorf("forget a form: %w", err)
	}
	return nil
}
