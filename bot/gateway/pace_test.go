package gateway

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestBackoff(t *testing.T) {
	t.Parallel()
	for n := range 100 {
		least, most := time.Second, time.Minute
		whole := most
		if n < 6 {
			whole = least << n
		}
		for range 20 {
			if got := backoff(n, least, most); got < whole/2 || got > whole {
				t.Errorf("the pause before attempt %d is %v, want a random part of the upper half of %v", n, got, whole)
			}
		}
	}
}

// TestTheBreaker refuses calls until it opens, and lets time pass until it
// closes.
func TestTheBreaker(t *testing.T) {
	t.Parallel()
	b, now := &breaker{}, time.Now()
	shared := http.Header{"X-Ratelimit-Scope": {"shared"}}
	for range 10 * refusedPerSpan {
		b.count(http.StatusNotFound, nil, now)
		b.count(http.StatusTooManyRequests, shared, now)
	}
	for range refusedPerSpan - 1 {
		b.count(http.StatusForbidden, nil, now)
	}
	if b.open(now) {
		t.Error("open although Discord does not count these")
	}
	b.count(http.StatusTooManyRequests, nil, now.Add(time.Minute))
	if !b.open(now.Add(time.Minute)) || !b.open(now.Add(refusalSpan-time.Minute)) {
		t.Error("not open after as many refusals")
	}
	if b.open(now.Add(refusalSpan + time.Second)) {
		t.Error("still open when the refusals are long past")
	}
}

func TestAMemoryKeepsTheLastIDs(t *testing.T) {
	t.Parallel()
	m := newMemory(3)
	for n := range 10 {
		id := strconv.Itoa(n)
		if !m.first(id) || m.first(id) {
			t.Errorf("%s is not known just after it came", id)
		}
	}
	if m.first("7") || m.first("8") || !m.first("6") {
		t.Error("want the last three known and no other")
	}
	if len(m.set) != 3 {
		t.Errorf("%d ids are kept, want 3", len(m.set))
	}
}

func TestRoutes(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]route{
		"POST /interactions/1/tok/callback":        {"POST /interactions/*/*/callback", "POST /interactions/1/tok/callback", true, true},
		"POST /webhooks/1/tok":                     {"POST /webhooks/*/*", "POST /webhooks/1/tok", true, false},
		"PATCH /webhooks/1/tok/messages/@original": {"PATCH /webhooks/*/*/messages/@original", "PATCH /webhooks/1/tok/messages/@original", true, true},
		"PATCH /channels/1/messages/2":             {"PATCH /channels/*/messages/*", "PATCH /channels/1/messages/*", false, true},
		"GET /guilds/1/members/2":                  {"GET /guilds/*/members/*", "GET /guilds/1/members/*", false, true},
		"PUT /applications/1/commands":             {"PUT /applications/*/commands", "PUT /applications/1/commands", false, true},
		"POST /users/@me/channels":                 {"POST /users/@me/channels", "POST /users/@me/channels", false, true},
		"GET ":                                     {"GET /", "GET /", false, true},
	} {
		method, below, _ := strings.Cut(path, " ")
		if got := routeOf(&http.Request{Method: method}, below); got != want {
			t.Errorf("%s is %+v, want %+v", path, got, want)
		}
	}
}
