package curate

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"verbatim/kb"
	"verbatim/kb/draft"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// Drafted are the facts that can still be drafted from the text of a source, in the
// order of the text: without those whose words a fact quotes already, and without those
// that somebody skipped. All is how many could be drafted from it in the first place.
//
// They are made anew each time, so that only what was decided about them is kept; and
// they are of the text as it is held now.
func (k *Curator) Drafted(ctx context.Context, server, statement, source string) (waiting []kb.Fact, all int, err error) {
	s := k.whole(server, statement)
	from, ok := k.library.Source(statement, source, server)
	if s == nil || !ok || from.Text == "" {
		return nil, 0, kb.ErrNotHeld
	}
	skipped, err := k.skipped(ctx, server)
	if err != nil {
		return nil, 0, err
	}
	quoted := map[string]bool{}
	for _, f := range s.Facts {
		for _, c := range f.Citations {
			if c.Source == source {
				quoted[c.Quote] = true
			}
		}
	}
	for _, f := range k.drafts.of(s.Bare(), from) {
		words := f.Citations[0].Quote
		if all++; !quoted[words] && !skipped[draftKey(server, statement, source, words)] {
			waiting = append(waiting, f)
		}
	}
	return waiting, all, nil
}

// draftedMost is how many bytes a text has at most that is drafted from while somebody
// waits: that takes a second.
const draftedMost = 512 << 10

// draftsKept is how many texts are remembered with their drafts: those that somebody is
// going through.
const draftsKept = 8

// A draftMemory has the drafts of the texts that were asked for last.
type draftMemory struct {
	mu    sync.Mutex
	texts []string
	facts map[string][]kb.Fact
}

// of drafts from the text of a source, or gives what it drafted before; nothing from
// a text that is too long. The facts of the statement do not count: what is approved
// comes out as before.
func (m *draftMemory) of(s kb.Statement, source kb.Source) []kb.Fact {
	if len(source.Text) > draftedMost {
		return nil
	}
	key := strings.Join(append([]string{source.ID, source.Title, source.Language, kb.TextHash(source.Text)}, s.Parties...), "\x00")
	m.mu.Lock()
	facts, ok := m.facts[key]
	m.mu.Unlock()
	if ok {
		return facts
	}
	facts = draft.Of(&s, &source).Facts
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.facts[key] == nil {
		m.texts = append(m.texts, key)
	}
	m.facts[key] = facts
	if len(m.texts) > draftsKept {
		delete(m.facts, m.texts[0])
		m.texts = m.texts[1:]
	}
	return facts
}

// noteSkipped is what is kept of a draft that nobody wants: that it was skipped.
const noteSkipped = "skipped draft"

// skippedFor is how long that is kept.
const skippedFor = 10 * 365 * 24 * time.Hour

// Skip keeps that a draft is not wanted; it is offered to nobody in the server again.
func (k *Curator) Skip(ctx context.Context, e library.Editor, statement, source, words string, now time.Time) error {
	by, err := json.Marshal(e.Author)
	if err != nil {
		return fmt.Errorf("write who skips a draft: %w", err)
	}
	note := store.Note{
		Kind: noteSkipped, ID: draftKey(e.Server, statement, source, words), Server: e.Server, Body: by, Until: now.Add(skippedFor).UnixMilli(),
	}
	if err := k.library.Store().Jot(ctx, store.Jottings{Put: []store.Note{note}}); err != nil {
		return fmt.Errorf("keep that a draft was skipped: %w", err)
	}
	return nil
}

func (k *Curator) skipped(ctx context.Context, server string) (map[string]bool, error) {
	notes, err := k.library.Store().Notes(ctx, noteSkipped, server)
	if err != nil {
		return nil, fmt.Errorf("read which drafts were skipped: %w", err)
	}
	all := map[string]bool{}
	for _, n := range notes {
		all[n.ID] = true
	}
	return all, nil
}

// draftKey tells the words of a source from all others.
func draftKey(server, statement, source, words string) string {
	sum := sha256.Sum256([]byte(server + "\x00" + statement + "\x00" + source + "\x00" + words))
	return hex.EncodeToString(sum[:16])
}
