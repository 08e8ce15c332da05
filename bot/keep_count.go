package bot

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"verbatim/kb"
	"verbatim/kb/store"
	"verbatim/kb/usage"
)

// Counts, and where answers were shown, are kept together, so soon that a crash
// loses next to nothing, and only when there is something to keep.
const keepEvery = 5 * time.Second

// count counts a question for the figures of its server.
func (b *Bot) count(server string, a kb.Answer) {
	if b.desk == nil || server == "" {
		return
	}
	one := usage.Count{Outcomes: map[string]int{outcome(a): 1}}
	if a.Answered && a.Kind == kb.KindFact {
		one.Facts = map[string]int{a.ID: 1}
	}
	b.desk.add(map[usage.Day]usage.Count{{Server: server, Date: b.Now().UTC().Format(time.DateOnly)}: one})
}

func (d *desk) add(counts map[usage.Day]usage.Count) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for day, c := range counts {
		sum := d.counts[day]
		sum.Add(c)
		d.counts[day] = sum
	}
}

// keepNow keeps what was counted and shown. What cannot be kept is left for the
// next time.
func (b *Bot) keepNow(ctx context.Context) {
	b.desk.keeping.Lock()
	defer b.desk.keeping.Unlock()
	counts, shown, left := b.desk.toKeep()
	if left > 0 {
		b.Log.Warn("questions for moderators and places of answers were left out, for there were too many at once", "number", left)
	}
	if len(counts)+len(shown) == 0 {
		return
	}
	err := b.Usage.Record(ctx, counts, shown)
	if err == nil {
		b.desk.kept(shown)
		return
	}
	var stored *store.Error
	if !errors.As(err, &stored) || stored.Code != store.CodeUnknown { // counted twice is worse than not at all
		b.desk.add(counts)
	}
	if b.desk.cannotKeep() {
		b.Log.Warn("what was counted and shown cannot be kept just now, and stays in memory", "error", err)
	}
}

// toKeep takes what was counted, and copies where answers were shown.
func (d *desk) toKeep() (counts map[usage.Day]usage.Count, shown []usage.Shown, left int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	counts, left = d.counts, d.left
	d.counts, d.left = map[usage.Day]usage.Count{}, 0
	return counts, slices.Collect(maps.Values(d.shown)), left
}

// unkept are the messages that are in memory only.
func (d *desk) unkept() []usage.Shown {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Collect(maps.Values(d.shown))
}

// kept forgets what is kept by now.
func (d *desk) kept(shown []usage.Shown) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failed = false
	for _, s := range shown {
		if d.shown[s.Message] == s {
			delete(d.shown, s.Message)
		}
	}
}

// cannotKeep notes that nothing can be kept, and tells whether that is news.
func (d *desk) cannotKeep() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	was := d.failed
	d.failed = true
	return !was
}

// counted is what was asked in a server from a day on, what is not kept yet too.
func (b *Bot) counted(ctx context.Context, server, from string) (map[string]usage.Count, error) {
	b.desk.keeping.Lock()
	defer b.desk.keeping.Unlock()
	days, err := b.Usage.Counts(ctx, server, from)
	if days == nil {
		days = map[string]usage.Count{}
	}
	b.desk.mu.Lock()
	defer b.desk.mu.Unlock()
	for day, c := range b.desk.counts {
		if day.Server == server && day.Date >= from {
			sum := days[day.Date]
			sum.Add(c)
			days[day.Date] = sum
		}
	}
	return days, err
}
