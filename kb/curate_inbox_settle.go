package kb

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"verbatim/kb/store"
)

// waitingRecords are the records of questions as they are now, those that still
// wait.
func (l *Library) waitingRecords(ctx context.Context, server string, ids []string) ([]store.Record, error) {
	var all []store.Record
	for _, id := range ids {
		r, err := l.latest(ctx, inboxKey(server, id))
		if err != nil {
			return nil, err
		}
		if w := bodyOf[Waiting](r); w != nil && w.Question != "" {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return nil, ErrNotHeld
	}
	return all, nil
}

// Link makes a fact answer questions that wait: from then on it is asked in
// their words too. Those who want to be told are left for [Library.Tells].
func (l *Library) Link(ctx context.Context, h Hand, ids []string, fact string) (Saved, error) {
	if saved, done := l.doneBefore(ctx, h); done {
		return saved, nil
	}
	records, err := l.waitingRecords(ctx, h.Server, ids)
	if err != nil {
		return Saved{}, err
	}
	at, err := l.FactAt(ctx, h.Server, fact)
	if err != nil {
		return Saved{}, err
	}
	f := at.Fact
	for _, r := range records {
		f.AlsoAsked = append(f.AlsoAsked, bodyOf[Waiting](r).Question)
	}
	tidy(&f)
	if len(f.AlsoAsked) > alsoMost {
		return Saved{}, refuse("The fact has %d other phrasings, which is the most: make another fact of it.", alsoMost)
	}
	record, err := FactRecord(h.Server, at.Statement.ID, &f)
	if err != nil {
		return Saved{}, err
	}
	c := h.change("link")
	c.Put, c.Expect = []store.Record{record}, at.Seen
	return l.applyAnswer(ctx, h.Server, c, ids, fact)
}

// applyAnswer makes a change of a fact that answers questions which wait: in one
// write, so that none is answered and waits on. Those who want to be told are
// left for [Library.Tells].
func (l *Library) applyAnswer(ctx context.Context, server string, c store.Change, ids []string, fact string) (Saved, error) {
	for try := 0; ; try++ {
		with := c
		with.Put, with.Expect = slices.Clone(c.Put), maps.Clone(c.Expect)
		records, err := l.waitingRecords(ctx, server, ids)
		if err != nil && !errors.Is(err, ErrNotHeld) { // somebody else may have settled them
			return Saved{}, err
		}
		for _, r := range records {
			w := *bodyOf[Waiting](r)
			w.Answered = fact
			record, err := jsonRecord(r.Key, w)
			if err != nil {
				return Saved{}, err
			}
			with.Put, with.Expect[r.Key] = append(with.Put, record), r.Version
		}
		saved, err := l.applyFact(ctx, server, with)
		if askedAgain(err) && try < 5 {
			continue
		}
		if err == nil && len(ids) > 0 {
			l.forgetAnswered(ctx)
		}
		return saved, err
	}
}

// askedAgain reports whether a change was not made because a question that waits
// was asked once more meanwhile, or settled.
func askedAgain(err error) bool {
	var conflict *store.Conflict
	return errors.As(err, &conflict) &&
		!slices.ContainsFunc(conflict.Current, func(r store.Record) bool { return r.Kind != RecordInbox })
}

// forgetAnswered erases the questions that are answered, and nobody is to be told
// of.
func (l *Library) forgetAnswered(ctx context.Context) {
	l.keepUp(ctx)
	b := l.base.Load()
	b.mu.RLock()
	var gone []store.Key
	for server, sc := range b.scopes {
		if sc.desk == nil {
			continue
		}
		told := map[string]bool{}
		for _, t := range sc.desk.tells {
			told[t.Waiting] = true
		}
		for id, w := range sc.desk.waiting {
			if w.Answered != "" && !told[id] {
				gone = append(gone, inboxKey(server, id))
			}
		}
	}
	b.mu.RUnlock()
	if err := l.erase(ctx, unnamed, gone); err != nil { // they wait no more; the next time will do
		l.log.Warn("Questions that are answered could not be erased yet", "error", err)
	}
}

func (l *Library) erase(ctx context.Context, author string, keys []store.Key) error {
	if len(keys) == 0 {
		return nil
	}
	if _, err := l.store.Erase(ctx, author, keys...); err != nil {
		return fmt.Errorf("erase what was asked: %w", err)
	}
	return l.Refresh(ctx)
}

// Dismiss takes questions out of the inbox for good: their texts and whoever
// wanted to be told are erased, and hashes of their words are kept, under an id of
// their own, so that they do not come back. The hashes come first: what is cut
// off between the two can be dismissed again.
func (l *Library) Dismiss(ctx context.Context, h Hand, ids []string) error {
	if done, err := l.store.Done(ctx, h.Once); err == nil && done != nil {
		return nil
	}
	records, err := l.waitingRecords(ctx, h.Server, ids)
	if err != nil {
		return err
	}
	c := h.change("dismiss")
	n, _ := l.reader(h.Server)
	var gone []store.Key
	for _, r := range records {
		gone = append(gone, r.Key)
		record, err := jsonRecord(inboxKey(h.Server, dismissedMark+r.ID), Waiting{Dismissed: wordingOf(n, bodyOf[Waiting](r).Question).key()})
		if err != nil {
			return err
		}
		c.Put = append(c.Put, record)
	}
	if _, err = l.apply(ctx, c); err != nil {
		return err
	}
	return l.erase(ctx, h.Author, append(gone, l.tellKeys(h.Server, ids)...))
}

// dismissedMark begins the ids of what is kept of dismissed questions.
const dismissedMark = "not-"

// tellKeys are the keys of those who want to be told of questions.
func (l *Library) tellKeys(server string, ids []string) []store.Key {
	return onDesk(l, server, func(d *desk) []store.Key {
		var keys []store.Key
		for id, t := range d.tells {
			if slices.Contains(ids, t.Waiting) {
				keys = append(keys, store.Key{Server: server, Kind: RecordTell, ID: id})
			}
		}
		return keys
	})
}

// A Tell is somebody who is to be told of an answer now.
type Tell struct {
	Server   string
	User     string
	Question string // as they asked it
	Fact     string // statement/fact
	key      store.Key
	waiting  store.Key
}

// Tells lists, of all servers, who is to be told of an answer now.
func (l *Library) Tells() []Tell {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	var all []Tell
	for server, sc := range b.scopes {
		if sc.desk == nil {
			continue
		}
		for id, t := range sc.desk.tells {
			if w := sc.desk.waiting[t.Waiting]; w != nil && w.Answered != "" {
				all = append(all, Tell{
					Server: server, User: t.User, Question: w.Question, Fact: w.Answered,
					key:     store.Key{Server: server, Kind: RecordTell, ID: id},
					waiting: inboxKey(server, t.Waiting),
				})
			}
		}
	}
	return all
}

// Told forgets somebody who was told, or cannot be; with the last one, the
// question too.
func (l *Library) Told(ctx context.Context, t Tell) error {
	keys := []store.Key{t.key}
	if left := l.tellKeys(t.Server, []string{t.waiting.ID}); len(left) == 1 && left[0] == t.key {
		keys = append(keys, t.waiting)
	}
	return l.erase(ctx, unnamed, keys)
}

// ForgetOld erases questions, and whoever wanted to be told, that were last
// asked longer ago than the settings of their servers keep them. It returns how
// many questions went.
func (l *Library) ForgetOld(ctx context.Context, now time.Time) (int, error) {
	l.keepUp(ctx)
	b := l.base.Load()
	b.mu.RLock()
	var old []store.Key
	ids := map[string][]string{}
	for server, sc := range b.scopes {
		if sc.desk == nil {
			continue
		}
		limit := now.AddDate(0, 0, -sc.desk.settings.KeepDays()).UnixMilli()
		for _, id := range slices.Sorted(maps.Keys(sc.desk.waiting)) {
			if w := sc.desk.waiting[id]; w.Question != "" && w.Last < limit {
				old = append(old, inboxKey(server, id))
				ids[server] = append(ids[server], id)
			}
		}
	}
	b.mu.RUnlock()
	l.forgetAnswered(ctx)
	n := len(old)
	for server := range ids {
		old = append(old, l.tellKeys(server, ids[server])...)
	}
	return n, l.erase(ctx, unnamed, old)
}
