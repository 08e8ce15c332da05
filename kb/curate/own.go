package curate

import (
	"cmp"
	"context"
	"fmt"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// errOwnOnly says that somebody may add, and change only what they made.
var errOwnOnly = kb.Refuse("refusal.own-only")

// MayChange tells whether a fact is one that an editor may change or take away: any, or
// only what they made themselves.
func (f FactAt) MayChange(e library.Editor) bool {
	return !e.OwnOnly || f.Own && f.Author == e.Author
}

// refuseOthers refuses a change of what others made, where an editor may change only
// what is theirs. What a change expects not to be there is new.
func (k *Curator) refuseOthers(ctx context.Context, e library.Editor, c store.Change) error {
	if !e.OwnOnly {
		return nil
	}
	keys := c.Remove
	for _, r := range c.Put {
		keys = append(keys[:len(keys):len(keys)], r.Key)
	}
	for _, key := range keys {
		switch key.Kind {
		case index.RecordStatement, index.RecordSource, index.RecordFact, index.RecordAlias:
			if theirs, err := k.isTheirs(ctx, e, key, c.Expect); err != nil || !theirs {
				return cmp.Or[error](err, errOwnOnly)
			}
		}
	}
	return nil
}

// isTheirs tells whether an editor made a record, and nobody else took it away; or
// whether it is new, in the server and everywhere.
func (k *Curator) isTheirs(ctx context.Context, e library.Editor, key store.Key, expected map[store.Key]int64) (bool, error) {
	if seen, told := expected[key]; !told || seen > 0 {
		all, err := k.library.Store().History(ctx, key)
		if err != nil {
			return false, fmt.Errorf("read who made %s: %w", key.ID, err)
		}
		if n := len(all); n > 0 {
			return all[0].Author == e.Author && (!all[n-1].Removed || all[n-1].Author == e.Author), nil
		}
	}
	key.Server = ""
	shared, err := k.library.Latest(ctx, key)
	return !index.IsThere(shared), err
}
