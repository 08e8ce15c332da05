package outbox

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/store"
	"verbatim/kb/usage"
)

// Counts, and where answers were shown, are kept together, so soon that a crash
// loses a second of them, and only when there is something to keep.
const saveEvery = time.Second

// Count counts a question for the figures of its server; small talk is none.
func (o *Outbox) Count(server string, a kb.Answer) {
	if o == nil || server == "" || a.Kind.IsTalk() {
		return
	}
	one := usage.Count{Outcomes: map[string]int{Outcome(a): 1}}
	if a.Answered && a.Kind == kb.KindFact {
		one.Facts = map[string]int{a.ID: 1}
	}
	o.add(map[usage.Day]usage.Count{{Server: server, Date: o.Now().UTC().Format(time.DateOnly)}: one})
}

func (o *Outbox) add(counts map[usage.Day]usage.Count) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for day, c := range counts {
		sum := o.counts[day]
		sum.Add(c)
		o.counts[day] = sum
	}
}

// save keeps what was counted and shown. What cannot be kept is left for the
// next time.
func (o *Outbox) save(ctx context.Context) {
	o.writing.Lock()
	defer o.writing.Unlock()
	counts, shown, left := o.unsaved()
	if left > 0 {
		o.Log.Warn("questions for moderators and places of answers were left out, for there were too many at once", "number", left)
	}
	if len(counts)+len(shown) == 0 {
		return
	}
	err := o.Usage.Record(ctx, counts, shown)
	if err == nil {
		o.saved(shown)
		return
	}
	var stored *store.Error
	if !errors.As(err, &stored) || stored.Code != store.CodeUnknown { // counted twice is worse than not at all
		o.add(counts)
	}
	if o.failing() {
		o.Log.Warn("what was counted and shown cannot be kept just now, and stays in memory", "error", err)
	}
}

// unsaved takes what was counted, and copies where answers were shown.
func (o *Outbox) unsaved() (counts map[usage.Day]usage.Count, shown []usage.Shown, left int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	counts, left = o.counts, o.left
	o.counts, o.left = map[usage.Day]usage.Count{}, 0
	return counts, slices.Collect(maps.Values(o.shown)), left
}

// unsavedShown are the messages that are in memory only.
func (o *Outbox) unsavedShown() []usage.Shown {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Collect(maps.Values(o.shown))
}

// saved forgets what is kept by now.
func (o *Outbox) saved(shown []usage.Shown) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.failed = false
	for _, s := range shown {
		if o.shown[s.Message] == s {
			delete(o.shown, s.Message)
		}
	}
}

// failing notes that nothing can be kept, and tells whether that is news.
func (o *Outbox) failing() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	was := o.failed
	o.failed = true
	return !was
}

// Counts is what was asked in a server from a day on, what is not kept yet too.
func (o *Outbox) Counts(ctx context.Context, server, from string) (map[string]usage.Count, error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	days, err := o.Usage.Counts(ctx, server, from)
	if days == nil {
		days = map[string]usage.Count{}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	for day, c := range o.counts {
		if day.Server == server && day.Date >= from {
			sum := days[day.Date]
			sum.Add(c)
			days[day.Date] = sum
		}
	}
	return days, err
}

// What was asked in mostAskedDays counts as most asked, and is looked up so seldom that
// nobody who types waits for it.
const mostAskedDays, mostAskedMost, mostAskedFor = 30, 1_000, 10 * time.Minute

// MostAsked are the facts that answered most questions of a server lately, the most
// asked first, by id. There are none where they cannot be read.
func (o *Outbox) MostAsked(ctx context.Context, server string) []string {
	if o == nil || server == "" {
		return nil
	}
	if most, known := o.most.Get(server); known {
		return most
	}
	days, err := o.Counts(ctx, server, o.Now().UTC().AddDate(0, 0, 1-mostAskedDays).Format(time.DateOnly))
	if err != nil {
		o.Log.Warn("what was asked most could not be read", "error", err)
	}
	times := map[string]int{}
	for _, day := range days {
		for fact, n := range day.Facts {
			times[fact] += n
		}
	}
	most := slices.SortedFunc(maps.Keys(times), func(a, b string) int {
		return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b))
	})
	most = most[:min(len(most), reply.OptionsMost)]
	o.most.Put(server, most)
	return most
}

// OutcomeLimited is a question of somebody who asked too much.
const OutcomeLimited = "limited"

// Outcome is how a question ended, as it is counted: the kind of an answer, or the
// reason why there was none.
func Outcome(a kb.Answer) string {
	if a.Answered {
		return string(a.Kind)
	}
	return string(a.Reason)
}
