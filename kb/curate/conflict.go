package curate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// An EditConflict tells that somebody else changed a fact first, and so nothing was
// saved.
type EditConflict struct {
	By      string // the author
	At      time.Time
	Now     *kb.Fact              // nil when it was removed
	Changes []library.FieldChange // from what was seen to what is there now
	Err     error
}

// Error says whose change it was.
func (o *EditConflict) Error() string {
	return fmt.Sprintf("%s changed this first, so nothing was saved: look at what is there now and try again", o.By)
}

// Unwrap gives the store's error.
func (o *EditConflict) Unwrap() error { return o.Err }

// conflictOf says what somebody else did, where that is why a change was not
// made.
func (k *Curator) conflictOf(ctx context.Context, server string, c store.Change, err error) error {
	conflict, ok := errors.AsType[*store.Conflict](err)
	if !ok || store.CodeOf(err) != store.CodeConflict {
		return err
	}
	at := slices.IndexFunc(conflict.Current, func(r store.Record) bool { return r.Kind == index.RecordFact })
	if at < 0 {
		return err
	}
	key := conflict.Current[at].Key
	all, failed := k.library.History(ctx, server, key.Statement+"/"+key.ID)
	if failed != nil || len(all) == 0 {
		return err
	}
	last := all[len(all)-1]
	o := &EditConflict{By: last.Author, At: last.At, Now: last.Fact, Err: err}
	var seen *kb.Fact
	for _, r := range all {
		of := index.FactKey(server, key.Statement, key.ID)
		if r.Shared {
			of.Server = ""
		}
		if r.Version <= c.Expect[of] {
			seen = r.Fact
		}
	}
	o.Changes = library.Changes(seen, last.Fact)
	return o
}
