package curate

import (
	"context"
	"errors"
	"maps"
	"slices"

	"verbatim/kb"
	"verbatim/kb/inbox"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// Link makes a fact answer questions that wait: from then on it is asked in
// their words too. Those who want to be told are left for [inbox.Inbox.Tells].
func (k *Curator) Link(ctx context.Context, e library.Editor, ids []string, fact string) (Saved, error) {
	if saved, done := k.doneBefore(ctx, e); done {
		return saved, nil
	}
	records, err := k.inbox.Waiting(ctx, e.Server, ids)
	if err != nil {
		return Saved{}, err
	}
	at, err := k.FactAt(ctx, e.Server, fact)
	if err != nil {
		return Saved{}, err
	}
	f := at.Fact
	for _, r := range records {
		f.AlsoAsked = append(f.AlsoAsked, index.BodyOf[inbox.OpenQuestion](r).Question)
	}
	tidy(&f)
	if len(f.AlsoAsked) > alsoMost {
		return Saved{}, kb.Refuse("refusal.phrasings-full", "Most", alsoMost)
	}
	record, err := index.FactRecord(e.Server, at.Statement.ID, &f)
	if err != nil {
		return Saved{}, err
	}
	c := e.Change("link")
	c.Put, c.Expect = []store.Record{record}, at.Seen
	return k.applyAnswer(ctx, e, c, ids, fact)
}

// applyAnswer makes a change of a fact that answers questions which wait: in one
// write, so that none is answered and waits on. Those who want to be told are
// left for [inbox.Inbox.Tells].
func (k *Curator) applyAnswer(ctx context.Context, e library.Editor, c store.Change, ids []string, fact string) (Saved, error) {
	for try := 0; ; try++ {
		with := c
		with.Put, with.Expect = slices.Clone(c.Put), maps.Clone(c.Expect)
		records, err := k.inbox.Waiting(ctx, e.Server, ids)
		if err != nil && !errors.Is(err, kb.ErrNotHeld) { // somebody else may have settled them
			return Saved{}, err
		}
		if err := inbox.Answer(&with, records, fact); err != nil {
			return Saved{}, err
		}
		saved, err := k.applyFact(ctx, e, with)
		if askedAgain(err) && try < 5 {
			continue
		}
		if err == nil && len(ids) > 0 {
			k.inbox.ForgetAnswered(ctx)
		}
		return saved, err
	}
}

// askedAgain reports whether a change was not made because a question that waits
// was asked once more meanwhile, or settled.
func askedAgain(err error) bool {
	var conflict *store.Conflict
	return errors.As(err, &conflict) &&
		!slices.ContainsFunc(conflict.Current, func(r store.Record) bool { return r.Kind != index.RecordInbox })
}
