package gateway

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"
)

// greatestAttempts bounds how often a call is tried.
const greatestAttempts = 5

// call is a call as it is made, as often as that takes.
type call struct {
	method, below string // the path, with its query, below the base
	header        http.Header
	body          []byte
	where         route
}

// transport sends calls to the base of the configuration, keeps to Discord's
// limits, and tries again what may be tried again while there is time.
type transport struct {
	api     string
	base    http.RoundTripper
	timing  Timing
	metrics Metrics
	log     *slog.Logger
	limits  *limits
	breaker *breaker
}

// RoundTrip makes one call of discordgo's.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	made := call{method: r.Method, header: r.Header}
	made.below = strings.TrimPrefix(r.URL.String(), strings.TrimSuffix(DefaultAPI, "/"))
	path, _, _ := strings.Cut(made.below, "?")
	made.where = routeOf(r, path)
	if r.Body != nil {
		body, err := io.ReadAll(r.Body)
		_ = r.Body.Close()
		if err != nil {
			return nil, err
		}
		made.body = body
	}
	response, _, err := t.send(r.Context(), made)
	return response, err
}

// send makes a call, and tells how often it was tried.
func (t *transport) send(ctx context.Context, c call) (response *http.Response, attempts int, err error) {
	for n := 0; ; n++ {
		if !c.where.interaction && t.breaker.open(time.Now()) {
			t.metrics.Paused()
			return nil, n, ErrPaused
		}
		if err := t.limits.wait(ctx, c.where); err != nil {
			return nil, n, err
		}
		response, err := t.attempt(ctx, c)
		pause, again := t.verdict(c.where, response, err, n)
		if again {
			t.log.Debug("calls Discord again", "route", c.where.name, "attempt", n+1, "pause", pause, "error", err)
			again = t.limits.pause(ctx, pause, false) == nil
		}
		if !again {
			response, err = t.last(response, err)
			return response, n + 1, err
		}
	}
}

// attempt sends the request once and reads the whole answer.
func (t *transport) attempt(ctx context.Context, c call) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, t.patience(ctx))
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, c.method, t.api+c.below, bytes.NewReader(c.body))
	if err != nil {
		return nil, err
	}
	request.Header = c.header
	start := time.Now()
	response, err := t.base.RoundTrip(request)
	if err == nil {
		err = readWhole(response)
	}
	now := time.Now()
	if err != nil {
		t.metrics.Request(c.where.name, 0, now.Sub(start))
		return nil, err
	}
	t.metrics.Request(c.where.name, response.StatusCode, now.Sub(start))
	t.breaker.count(response.StatusCode, response.Header, now)
	t.limits.learn(c.where.key, response.Header, now)
	return response, nil
}

// readWhole puts the body of an answer into memory.
func readWhole(r *http.Response) error {
	if r.Body == http.NoBody {
		return nil
	}
	body, err := io.ReadAll(r.Body)
	_ = r.Body.Close()
	r.Body = io.NopCloser(bytes.NewReader(body))
	return err
}

// patience is how long one attempt may take: half of the time that is left, so
// that there is time for another.
func (t *transport) patience(ctx context.Context) time.Duration {
	end, ok := ctx.Deadline()
	if !ok {
		return t.timing.Attempt
	}
	return min(t.timing.Attempt, time.Until(end)/2)
}

// verdict tells whether to try again, and after which pause.
func (t *transport) verdict(where route, response *http.Response, err error, n int) (pause time.Duration, again bool) {
	if n+1 >= greatestAttempts {
		return 0, false
	}
	pause = backoff(n, t.timing.RetryMin, 20*t.timing.RetryMin)
	if err != nil {
		return pause, where.repeatable || neverSent(err)
	}
	switch response.StatusCode {
	case http.StatusTooManyRequests:
		after, global := t.tooMany(response, n)
		t.limits.stop(where, after, global, time.Now())
		return 0, true // limits.wait waits
	case http.StatusBadGateway, http.StatusServiceUnavailable:
		return pause, true // nobody was there to do it
	}
	return pause, response.StatusCode >= 500 && where.repeatable
}

// neverSent tells an attempt that did not reach Discord from one that may have.
func neverSent(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// tooMany is how long a 429 asks to wait. The proxy before Discord sends a
// page of HTML, at times without saying how long.
func (t *transport) tooMany(response *http.Response, n int) (after time.Duration, global bool) {
	h := response.Header
	global = h.Get("X-RateLimit-Global") != "" || h.Get("X-RateLimit-Scope") == "global"
	if after, ok := duration(h.Get("Retry-After")); ok && after > 0 {
		return after, global
	}
	return backoff(n, 10*t.timing.RetryMin, 100*t.timing.RetryMin), global
}

// last is what the caller gets in the end. Of a 429 discordgo would want JSON,
// of a 502 it would repeat the page, and of the headers it would learn limits
// that are kept here.
func (t *transport) last(response *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	for name := range response.Header {
		if strings.HasPrefix(name, "X-Ratelimit-") {
			response.Header.Del(name)
		}
	}
	switch response.StatusCode {
	case http.StatusTooManyRequests:
		after, global := t.tooMany(response, 0)
		return nil, &RateLimited{After: after, Global: global}
	case http.StatusBadGateway:
		response.Body = http.NoBody
	}
	return response, nil
}
