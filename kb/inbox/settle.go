package inbox

import (
	"context"
	"fmt"
	"slices"
	"time"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// Waiting are the records of questions as they are now, those that still wait; it is
// [kb.ErrNotHeld] when none does.
func (b *Inbox) Waiting(ctx context.Context, server string, ids []string) ([]store.Record, error) {
	var all []store.Record
	for _, id := range ids {
		r, err := b.library.Latest(ctx, questionKey(server, id))
		if err != nil {
			return nil, err
		}
		if q := index.BodyOf[OpenQuestion](r); q != nil && q.Question != "" && q.Answered == "" {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return nil, kb.ErrNotHeld
	}
	return all, nil
}

// Answer makes a change answer questions that wait, as records of [Inbox.Waiting]:
// with the same write, so that none is answered and waits on.
func Answer(c *store.Change, records []store.Record, fact string) error {
	for _, r := range records {
		q := *index.BodyOf[OpenQuestion](r)
		q.Answered = fact
		record, err := recordOf(r.Key, q)
		if err != nil {
			return err
		}
		c.Put, c.Expect[r.Key] = append(c.Put, record), r.Version
	}
	return nil
}

// forget finds what is to be erased of each server, and erases it. It returns how many
// questions that were.
func (b *Inbox) forget(ctx context.Context, author string, find func(server string, v *index.View) (questions []string)) (int, error) {
	var gone []store.Key
	n := 0
	b.library.Views(ctx, func(server string, v *index.View) {
		ids := find(server, v)
		n += len(ids)
		gone = append(gone, keysOf(v, server, ids)...)
	})
	return n, b.erase(ctx, author, gone)
}

func (b *Inbox) erase(ctx context.Context, author string, keys []store.Key) error {
	if err := b.library.Erase(ctx, author, keys...); err != nil {
		return fmt.Errorf("erase what was asked: %w", err)
	}
	return nil
}

// keysOf are the keys of questions, and of those who want to be told of them.
func keysOf(v *index.View, server string, ids []string) (keys []store.Key) {
	for _, id := range ids {
		keys = append(keys, questionKey(server, id))
	}
	for id, t := range index.Records[tell](v, index.RecordTell) {
		if slices.Contains(ids, t.Waiting) {
			keys = append(keys, tellKey(server, id))
		}
	}
	return keys
}

// ForgetAnswered erases the questions that are answered, and nobody is to be told of.
// They wait no more: where it fails now, the next time will do.
func (b *Inbox) ForgetAnswered(ctx context.Context) {
	_, err := b.forget(ctx, unnamed, func(_ string, v *index.View) (answered []string) {
		waiting := map[string]bool{}
		for _, t := range index.Records[tell](v, index.RecordTell) {
			waiting[t.Waiting] = true
		}
		for id, q := range index.Records[OpenQuestion](v, index.RecordInbox) {
			if q.Answered != "" && !waiting[id] {
				answered = append(answered, id)
			}
		}
		return answered
	})
	if err != nil {
		b.library.Log().Warn("Questions that are answered could not be erased yet", "error", err)
	}
}

// ForgetOld erases questions, and whoever wanted to be told, that were last
// asked longer ago than the settings of their servers keep them. It returns how
// many questions went.
func (b *Inbox) ForgetOld(ctx context.Context, now time.Time) (int, error) {
	n, err := b.forget(ctx, unnamed, func(_ string, v *index.View) (old []string) {
		limit := now.AddDate(0, 0, -v.Settings().KeepDays()).UnixMilli()
		for id, q := range index.Records[OpenQuestion](v, index.RecordInbox) {
			if q.Question != "" && q.Last < limit {
				old = append(old, id)
			}
		}
		return old
	})
	b.ForgetAnswered(ctx)
	return n, err
}

// Dismiss takes questions out of the inbox for good: their texts and whoever
// wanted to be told are erased, and hashes of their words are kept, under an id of
// their own, so that they do not come back. The hashes come first: what is cut
// off between the two can be dismissed again.
func (b *Inbox) Dismiss(ctx context.Context, e library.Editor, ids []string) error {
	if done, err := b.library.Store().Done(ctx, e.Once); err == nil && done != nil {
		return nil
	}
	records, err := b.Waiting(ctx, e.Server, ids)
	if err != nil {
		return err
	}
	var names *lexicon.Names
	var gone []store.Key
	b.library.View(ctx, e.Server, func(v *index.View) {
		var open []string
		for _, r := range records {
			open = append(open, r.ID)
		}
		names, gone = v.Names(), keysOf(v, e.Server, open)
	})
	c := e.Change("dismiss")
	for _, r := range records {
		words := wordingOf(names, index.BodyOf[OpenQuestion](r).Question).key()
		record, err := recordOf(questionKey(e.Server, dismissedMark+r.ID), OpenQuestion{Dismissed: words})
		if err != nil {
			return err
		}
		c.Put = append(c.Put, record)
	}
	if _, err = b.library.Apply(ctx, c); err != nil {
		return err
	}
	return b.erase(ctx, e.Author, gone)
}

// dismissedMark begins the ids of what is kept of dismissed questions.
const dismissedMark = "not-"

// A Tell is somebody who is to be told of an answer now.
type Tell struct {
	Server   string
	User     string
	Question string // as they asked it
	Fact     string // statement/fact
	key      store.Key
	question store.Key
}

// Tells lists, of all servers, who is to be told of an answer now, in the order in
// which they asked to be.
func (b *Inbox) Tells() (all []Tell) {
	b.library.Views(context.Background(), func(server string, v *index.View) {
		questions := map[string]*OpenQuestion{}
		for id, q := range index.Records[OpenQuestion](v, index.RecordInbox) {
			questions[id] = q
		}
		for id, t := range index.Records[tell](v, index.RecordTell) {
			if q := questions[t.Waiting]; q != nil && q.Answered != "" {
				all = append(all, Tell{
					Server: server, User: t.User, Question: q.Question, Fact: q.Answered,
					key: tellKey(server, id), question: questionKey(server, t.Waiting),
				})
			}
		}
	})
	return all
}

// tellingFor is how long somebody is left to the process that is about to tell them;
// after that it counts as gone.
const tellingFor = 2 * time.Minute

// telling is the note of who is about to be told.
func (b *Inbox) telling(t Tell) store.Note {
	return store.Note{
		Kind: "telling", ID: t.key.ID, Server: t.Server, Body: []byte("true"), Until: b.library.Now().Add(tellingFor).UnixMilli(),
	}
}

// Claim tells whether this process is to tell somebody: of all on the database one is,
// for two minutes, so that nobody is told twice, and is told although one dies. An
// error means that it is not known.
func (b *Inbox) Claim(ctx context.Context, t Tell) (mine bool, err error) {
	if mine, err = b.library.Store().Claim(ctx, b.telling(t)); err != nil {
		return false, fmt.Errorf("claim who is to be told: %w", err)
	}
	return mine, nil
}

// GiveUp lets others tell somebody who could not be told.
func (b *Inbox) GiveUp(ctx context.Context, t Tell) error {
	if err := b.library.Store().Jot(ctx, store.Jottings{Drop: []store.Note{b.telling(t)}}); err != nil {
		return fmt.Errorf("give up who is to be told: %w", err)
	}
	return nil
}

// Told forgets somebody who was told, or cannot be; with the last one, the
// question too.
func (b *Inbox) Told(ctx context.Context, t Tell) error {
	keys := []store.Key{t.key}
	b.library.View(ctx, t.Server, func(v *index.View) {
		if all := keysOf(v, t.Server, []string{t.question.ID}); len(all) == 2 && all[1] == t.key {
			keys = append(keys, t.question)
		}
	})
	return b.erase(ctx, unnamed, keys)
}
