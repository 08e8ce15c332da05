package gateway

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

// pace keeps IDENTIFYs apart.
type pace struct {
	mu    sync.Mutex
	pause time.Duration
	sent  []time.Time // within a day
}

// wait waits until the next IDENTIFY may be sent.
func (p *pace) wait(ctx context.Context) error {
	return sleep(ctx, time.Until(p.next(time.Now())))
}

// count notes that one is being sent.
func (p *pace) count(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent = append(p.sent, now)
}

// next is when the next IDENTIFY may be sent, seen from now.
func (p *pace) next(now time.Time) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.sent) > 0 && now.Sub(p.sent[0]) > identifyDay {
		p.sent = p.sent[1:]
	}
	if len(p.sent) == 0 {
		return now
	}
	pause := p.pause
	if len(p.sent) >= identifiesAtEase {
		pause = max(pause, identifySlowly)
	}
	return p.sent[len(p.sent)-1].Add(pause)
}

// sleep waits, unless the context ends first.
func sleep(ctx context.Context, d time.Duration) error {
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
