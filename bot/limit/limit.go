// Package limit says when one person, or one server, asks too much. It counts in
// memory only, and what is refused is never put off: whoever asks again later is
// answered. Package bot asks it before each handler and each suggestion.
package limit

import (
	"cmp"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"verbatim/bot/event"
)

// Rates say how much one person and one server may ask. What is zero is the
// usual.
type Rates struct {
	User        rate.Limit // questions and buttons a second, of one person; 1
	UserBurst   int        // at once; 12
	Server      rate.Limit // of all in one server; 250, a twentieth of what one core answers
	ServerBurst int        // at once; 500
	Typing      rate.Limit // key strokes a second that get suggestions; 10
	TypingBurst int        // at once; 40

	Unasked      rate.Limit // answers a second to what was not asked of the bot, in one channel; 0.1
	UnaskedBurst int        // at once; 3
}

// Limits counts. Its methods may be called from many goroutines.
type Limits struct {
	user, server, typing, unasked *buckets
}

// New makes Limits that have counted nothing.
func New(r Rates) Limits {
	return Limits{
		user:   newBuckets(cmp.Or(r.User, 1), cmp.Or(r.UserBurst, 12)),
		server: newBuckets(cmp.Or(r.Server, 250), cmp.Or(r.ServerBurst, 500)),
		typing: newBuckets(cmp.Or(r.Typing, 10), cmp.Or(r.TypingBurst, 40)),

		unasked: newBuckets(cmp.Or(r.Unasked, 0.1), cmp.Or(r.UnaskedBurst, 3)),
	}
}

// TooMuch is the sentence for who asks too much, or "" when all is fine; first
// tells that they have not been told yet.
func (l Limits) TooMuch(e *event.Event) (sentence string, first bool) {
	if fine, first := l.user.take(e.User); !fine {
		return e.Say("problem.too-much-you"), first
	}
	if fine, first := l.server.take(e.Guild); !fine {
		return e.Say("problem.too-much-here"), first
	}
	return "", false
}

// Typing tells whether what a person types just now gets suggestions.
func (l Limits) Typing(user string) bool {
	fine, _ := l.typing.take(user)
	return fine
}

// Unasked tells whether one more answer may be given in a channel to what was not asked
// of the bot.
func (l Limits) Unasked(channel string) bool {
	fine, _ := l.unasked.take(channel)
	return fine
}

// bucketsMost is how many people, and how many servers, are counted. One that
// falls out begins anew: it has asked nothing for longer than all the others.
const bucketsMost = 20_000

// buckets are limiters by name.
type buckets struct {
	rate  rate.Limit
	burst int
	mu    sync.Mutex
	known *event.Memory[string, *bucket]
}

type bucket struct {
	limiter *rate.Limiter
	refused bool // the last time
}

func newBuckets(r rate.Limit, burst int) *buckets {
	return &buckets{rate: r, burst: burst, known: event.NewMemory[string, *bucket](bucketsMost, time.Hour, time.Now)}
}

// take counts one more, and tells whether that is fine, and if not, whether it
// is the first that is too much.
func (b *buckets) take(name string) (fine, first bool) {
	if name == "" {
		return true, false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	k, ok := b.known.Get(name)
	if !ok {
		k = &bucket{limiter: rate.NewLimiter(b.rate, b.burst)}
	}
	b.known.Put(name, k)
	fine = k.limiter.Allow()
	first = !fine && !k.refused
	k.refused = !fine
	return fine, first
}
