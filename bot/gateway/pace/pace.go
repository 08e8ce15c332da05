// Package pace keeps a bot's IDENTIFYs apart, as Discord wants them.
//
// It must never send anything: whoever identifies waits here for its turn. Only
// bot/gateway calls it.
package pace

import (
	"context"
	"sync"
	"time"
)

// Discord resets the token of a bot that identifies more than 1,000 times a
// day. Beyond half of that the pauses are such that the day's count stays
// below it.
const (
	identifiesAtEase = 500
	identifyDay      = 24 * time.Hour
	identifySlowly   = 3 * time.Minute
)

// A Pace keeps the IDENTIFYs of a process apart. Discord lets so many shards identify at
// once, and wants a pause between two that have the same rest when their numbers are
// divided by that; such shards have one line. It may be used from many goroutines.
type Pace struct {
	pause time.Duration
	asked sync.Once

	mu     sync.Mutex
	atOnce int
	sent   []time.Time // within a day
	lines  map[int]*line
}

// New is a Pace with a pause between two of a line. Shards go one by one.
func New(pause time.Duration) *Pace {
	return &Pace{pause: pause, atOnce: 1, lines: map[int]*line{}}
}

// Ask asks once how many shards may identify at once.
func (p *Pace) Ask(ask func() int) {
	p.asked.Do(func() {
		n := ask()
		p.mu.Lock()
		defer p.mu.Unlock()
		p.atOnce = max(1, n)
	})
}

// A line is of shards that identify one after the other.
type line struct {
	turn chan struct{} // has room for the one whose turn it is
	last time.Time     // when one was sent
}

// Wait waits until a shard's turn has come to identify. The turn ends with done, which
// may be called more than once.
func (p *Pace) Wait(ctx context.Context, shard int) (done func(), err error) {
	turn := p.line(shard).turn
	select {
	case turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	done = sync.OnceFunc(func() { <-turn })
	if err := Sleep(ctx, time.Until(p.next(shard, time.Now()))); err != nil {
		done()
		return nil, err
	}
	return done, nil
}

func (p *Pace) line(shard int) *line {
	p.mu.Lock()
	defer p.mu.Unlock()
	number := shard % p.atOnce
	if p.lines[number] == nil {
		p.lines[number] = &line{turn: make(chan struct{}, 1)}
	}
	return p.lines[number]
}

// Count notes that one is being sent.
func (p *Pace) Count(shard int, now time.Time) {
	l := p.line(shard)
	p.mu.Lock()
	defer p.mu.Unlock()
	l.last = now
	p.sent = append(p.sent, now)
}

// next is when the next IDENTIFY of a line may be sent, seen from now.
func (p *Pace) next(shard int, now time.Time) time.Time {
	last := p.line(shard)
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.sent) > 0 && now.Sub(p.sent[0]) > identifyDay {
		p.sent = p.sent[1:]
	}
	at := now
	if !last.last.IsZero() {
		at = last.last.Add(p.pause)
	}
	if n := len(p.sent); n >= identifiesAtEase {
		at = later(at, p.sent[n-1].Add(identifySlowly))
	}
	return at
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// Sleep waits, unless the context ends first.
func Sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
