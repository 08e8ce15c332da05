package gateway

import (
	"cmp"
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"

	"verbatim/bot/gateway/pace"

	"golang.org/x/time/rate"
)

const (
	// In no second are there more calls than perSecond and atOnce together,
	// which is Discord's limit of 50. The answers to interactions do not count.
	perSecond = 40
	atOnce    = 10
	// forNews is how long to wait for a call that is under way to tell of a
	// new window.
	forNews = 50 * time.Millisecond
)

// limits keeps calls within what Discord allows, as far as it said.
type limits struct {
	all *rate.Limiter

	mu     sync.Mutex
	routes map[string]*window
	swept  time.Time
	global time.Time // until when nothing may be called that counts in it
}

// window is what is left of a route's calls until it is reset.
type window struct {
	limit, left int
	reset       time.Time
}

func newLimits() *limits {
	return &limits{all: rate.NewLimiter(perSecond, atOnce), routes: map[string]*window{}}
}

// wait waits until a call may be made. It returns a *RateLimited at once when
// that is not before the context's deadline.
func (l *limits) wait(ctx context.Context, r route) error {
	if !r.interaction && l.all.Wait(ctx) != nil {
		return cmp.Or(ctx.Err(), error(&RateLimited{After: time.Second, Global: true}))
	}
	for {
		wait, global := l.take(r, time.Now())
		if wait <= 0 {
			return ctx.Err()
		}
		if err := l.pause(ctx, wait, global); err != nil {
			return err
		}
	}
}

func (l *limits) pause(ctx context.Context, wait time.Duration, global bool) error {
	if end, ok := ctx.Deadline(); ok && time.Now().Add(wait).After(end) {
		return &RateLimited{After: wait, Global: global}
	}
	return pace.Sleep(ctx, wait)
}

// take takes one call of a route, or tells how long to wait.
func (l *limits) take(r route, now time.Time) (wait time.Duration, global bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !r.interaction && now.Before(l.global) {
		return l.global.Sub(now), true
	}
	w := l.routes[r.key]
	switch {
	case w == nil:
		return 0, false
	case w.left > 0:
		w.left--
		return 0, false
	case now.Before(w.reset):
		return w.reset.Sub(now), false
	case w.reset.IsZero():
		w.reset = now.Add(forNews)
		return forNews, false
	}
	// A new window began. How long it is, the next answer tells.
	w.left, w.reset = max(w.limit, 1)-1, time.Time{}
	return 0, false
}

// learn takes over what an answer says of the limits of its route.
func (l *limits) learn(key string, h http.Header, now time.Time) {
	left, err := strconv.Atoi(h.Get("X-Ratelimit-Remaining"))
	after, ok := duration(h.Get("X-Ratelimit-Reset-After"))
	if err != nil || !ok {
		return
	}
	limit, _ := strconv.Atoi(h.Get("X-Ratelimit-Limit"))
	reset := now.Add(after)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sweep(now)
	w := l.routes[key]
	if w != nil && w.reset.Sub(reset).Abs() < after/2 {
		left = min(left, w.left) // some are under way
	}
	l.routes[key] = &window{limit: limit, left: left, reset: reset}
}

// stop lets no call of a route, or of any that counts in the limit of all, be
// made for a while.
func (l *limits) stop(r route, after time.Duration, global bool, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if global && !r.interaction {
		l.global = now.Add(after)
		return
	}
	l.routes[r.key] = &window{limit: 1, reset: now.Add(after)}
}

// sweep throws windows away that are over, at most once a second: each
// interaction has its own.
func (l *limits) sweep(now time.Time) {
	if now.Sub(l.swept) < time.Second {
		return
	}
	l.swept = now
	for key, w := range l.routes {
		if now.After(w.reset) {
			delete(l.routes, key)
		}
	}
}

// duration reads seconds, as in "1.337".
func duration(seconds string) (time.Duration, bool) {
	s, err := strconv.ParseFloat(seconds, 64)
	if err != nil || s < 0 || s > 24*60*60 {
		return 0, false
	}
	return time.Duration(s * float64(time.Second)), true
}
