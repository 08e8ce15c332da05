package gateway

import (
	"net/http"
	"sync"
	"time"
)

// Discord shuts an address out that has 10,000 requests answered with 401, 403
// or 429 within 10 minutes. A tenth of it is far more than a bot in order has.
const (
	refusedPerSpan = 1000
	refusalSpan    = 10 * time.Minute
	refusalSlots   = 60
)

// breaker counts refused requests over the last ten minutes. Above the number
// no request is made; as old ones fall out of the span, some are again. Answers to
// interactions are made all the same: people wait for them, and Discord, which asked,
// takes them.
type breaker struct {
	mu    sync.Mutex
	slots [refusalSlots]int
	slot  int64 // the number of the slot that is counted in
}

// open tells whether too many requests were refused lately.
func (b *breaker) open(now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn(now)
	sum := 0
	for _, n := range b.slots {
		sum += n
	}
	return sum >= refusedPerSpan
}

// count counts an answer, if it is one that Discord counts. A 429 of a limit
// that others share is not.
func (b *breaker) count(status int, h http.Header, now time.Time) {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
	case http.StatusTooManyRequests:
		if h.Get("X-RateLimit-Scope") == "shared" {
			return
		}
	default:
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn(now)
	b.slots[b.slot%refusalSlots]++
}

// turn empties the slots that time has passed over.
func (b *breaker) turn(now time.Time) {
	current := now.UnixNano() / int64(refusalSpan/refusalSlots)
	for s := max(b.slot+1, current-refusalSlots+1); s <= current; s++ {
		b.slots[s%refusalSlots] = 0
	}
	b.slot = max(b.slot, current)
}
