package kb

import (
	"context"
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
	saved, err := l.applyFact(ctx, h.Server, c)
	if err != nil {
		return saved, err
	}
	return saved, l.settle(ctx, h, records, saved.ID)
}

// AnsweredBy settles questions that a fact answers which was saved for them.
func (l *Library) AnsweredBy(ctx context.Context, h Hand, ids []string, fact string) error {
	records, err := l.waitingRecords(ctx, h.Server, ids)
	if err != nil {
		return err
	}
	return l.settle(ctx, h, records, fact)
}

// settle erases questions that nobody is to be told of, and marks the others as
// answered until they were.
func (l *Library) settle(ctx context.Context, h Hand, records []store.Record, fact string) error {
	told := onDesk(l, h.Server, func(d *desk) map[string]bool {
		told := map[string]bool{}
		for _, t := range d.tells {
			told[t.Waiting] = true
		}
		return told
	})
	c := Hand{Author: h.Author, Server: h.Server}.change("answer")
	var gone []store.Key
	for _, r := range records {
		if !told[r.ID] {
			gone = append(gone, r.Key)
			continue
		}
		w := *bodyOf[Waiting](r)
		w.Answered = fact
		record, err := jsonRecord(r.Key, w)
		if err != nil {
			return err
		}
		c.Put = append(c.Put, record)
	}
	if len(c.Put) > 0 {
		if _, err := l.apply(ctx, c); err != nil {
			return err
		}
	}
	return l.erase(ctx, h.Author, gone)
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
// wanted to be told are erased, and hashes of their words are kept, so that
// they do not come back.
func (l *Library) Dismiss(ctx context.Context, h Hand, ids []string) error {
	records, err := l.waitingRecords(ctx, h.Server, ids)
	if err != nil {
		return err
	}
	c := h.change("dismiss")
	n, _ := l.reader(h.Server)
	var gone []store.Key
	for _, r := range records {
		gone = append(gone, r.Key)
		record, err := jsonRecord(r.Key, Waiting{Dismissed: wordingOf(n, bodyOf[Waiting](r).Question).key()})
		if err != nil {
			return err
		}
		c.Put = append(c.Put, record)
	}
	gone = append(gone, l.tellKeys(h.Server, ids)...)
	if err := l.erase(ctx, h.Author, gone); err != nil {
		return err
	}
	_, err = l.apply(ctx, c)
	return err
}

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
	n := len(old)
	for server := range ids {
		old = append(old, l.tellKeys(server, ids[server])...)
	}
	return n, l.erase(ctx, unnamed, old)
}
