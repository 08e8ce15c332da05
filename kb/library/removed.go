package library

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"verbatim/kb"
	"verbatim/kb/index"
)

// removedMost is how many of the facts that a server removed are listed; an earlier one is
// restored by its id.
const removedMost = 1000

// Removed lists the facts that were removed in a server and can be restored, by id: the
// last thousand.
func (l *Library) Removed(ctx context.Context, server string) ([]kb.Suggestion, error) {
	gone, err := l.store.Removed(ctx, server, index.RecordFact, removedMost)
	if err != nil {
		return nil, fmt.Errorf("read what was removed: %w", err)
	}
	var all []kb.Suggestion
	for _, r := range gone {
		r.Removed = false
		if f := index.BodyOf[kb.Fact](r); f != nil && f.ID != "" && !f.Hides() {
			all = append(all, kb.Suggestion{ID: r.Statement + "/" + r.ID, Question: f.Question})
		}
	}
	l.View(ctx, server, func(v *index.View) { all = append(all, v.Hidden()...) })
	slices.SortFunc(all, func(a, b kb.Suggestion) int { return cmp.Compare(a.ID, b.ID) })
	return all, nil
}
