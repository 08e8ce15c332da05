package library

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/store"
)

// removedFacts are the facts that were removed, by key, as of a write.
type removedFacts struct {
	mu    sync.Mutex
	rev   int64
	facts map[store.Key]kb.Suggestion
}

// Removed lists the facts that were removed in a server and can be restored, by
// id.
func (l *Library) Removed(ctx context.Context, server string) ([]kb.Suggestion, error) {
	l.removed.mu.Lock()
	defer l.removed.mu.Unlock()
	s, err := l.store.Since(ctx, l.removed.rev)
	if err != nil {
		return nil, fmt.Errorf("read what was removed: %w", err)
	}
	if l.removed.facts == nil || s.Whole {
		l.removed.facts = map[store.Key]kb.Suggestion{}
	}
	for _, r := range s.Records {
		if r.Kind == index.RecordFact {
			l.removed.note(r)
		}
	}
	l.removed.rev = s.Rev
	var all []kb.Suggestion
	for key, f := range l.removed.facts {
		if key.Server != server {
			continue
		}
		if f.Question == "" {
			f.Question = l.questionBefore(ctx, key)
			l.removed.facts[key] = f
		}
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b kb.Suggestion) int { return cmp.Compare(a.ID, b.ID) })
	return all, nil
}

// note takes a fact in or out.
func (s *removedFacts) note(r store.Record) {
	delete(s.facts, r.Key)
	gone := r.Removed
	r.Removed = false
	f := index.BodyOf[kb.Fact](r)
	if f == nil || f.ID == "" || gone == f.Hides() { // removed, or hidden; no more hidden when both
		return
	}
	s.facts[r.Key] = kb.Suggestion{ID: r.Statement + "/" + r.ID, Question: f.Question}
}

// questionBefore is the question of a fact that counts everywhere and is hidden
// in a server.
func (l *Library) questionBefore(ctx context.Context, key store.Key) string {
	key.Server = ""
	r, err := l.Latest(ctx, key)
	if f := index.BodyOf[kb.Fact](r); err == nil && f != nil {
		return f.Question
	}
	return key.ID
}
