package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits say how much one person and one server may ask. What is zero is the
// usual.
type Limits struct {
	User        rate.Limit // questions and buttons a second, of one person; 1
	UserBurst   int        // at once; 12
	Server      rate.Limit // of all in one server; 250, a twentieth of what one core answers
	ServerBurst int        // at once; 500
	Typing      rate.Limit // key strokes a second that get suggestions; 10
	TypingBurst int        // at once; 40
}

// limitsMost is how many people, and how many servers, are counted. One that
// falls out begins anew: it has asked nothing for longer than all the others.
const limitsMost = 20_000

// limits counts.
type limits struct {
	user, server, typing *buckets
}

func newLimits(l Limits) limits {
	or := func(r rate.Limit, burst int, usual rate.Limit, most int) *buckets {
		if r <= 0 {
			r = usual
		}
		if burst <= 0 {
			burst = most
		}
		return newBuckets(r, burst)
	}
	return limits{
		user:   or(l.User, l.UserBurst, 1, 12),
		server: or(l.Server, l.ServerBurst, 250, 500),
		typing: or(l.Typing, l.TypingBurst, 10, 40),
	}
}

// buckets are limiters by name.
type buckets struct {
	rate  rate.Limit
	burst int
	mu    sync.Mutex
	known *memory[string, *bucket]
}

type bucket struct {
	limiter *rate.Limiter
	refused bool // the last time
}

func newBuckets(r rate.Limit, burst int) *buckets {
	return &buckets{rate: r, burst: burst, known: newMemory[string, *bucket](limitsMost, time.Hour, time.Now)}
}

// take counts one more, and tells whether that is fine, and if not, whether it
// is the first that is too much.
func (b *buckets) take(name string) (fine, first bool) {
	if name == "" {
		return true, false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	k, ok := b.known.get(name)
	if !ok {
		k = &bucket{limiter: rate.NewLimiter(b.rate, b.burst)}
	}
	b.known.put(name, k)
	fine = k.limiter.Allow()
	first = !fine && !k.refused
	k.refused = !fine
	return fine, first
}

const (
	tooMuchYou  = "That was a lot at once. Wait a few seconds, then ask again."
	tooMuchHere = "This server asks more than I can keep up with. Wait a few seconds, then ask again."
)

// tooMuch is the sentence for who asks too much, or "" when all is fine; first
// tells that they have not been told yet.
func (b *Bot) tooMuch(e *Event) (sentence string, first bool) {
	if fine, first := b.limits.user.take(e.User); !fine {
		return tooMuchYou, first
	}
	if fine, first := b.limits.server.take(e.Guild); !fine {
		return tooMuchHere, first
	}
	return "", false
}
