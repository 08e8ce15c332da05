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

type attemptsKey struct{}

// transport sends discordgo's requests to the base of the configuration, keeps
// to Discord's limits, and tries again what may be tried again while there is
// time.
type transport struct {
	api     string
	base    http.RoundTripper
	timing  Timing
	watch   Watch
	log     *slog.Logger
	limits  *limits
	breaker *breaker
}

// RoundTrip makes one call.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx := r.Context()
	below := strings.TrimPrefix(r.URL.String(), strings.TrimSuffix(DefaultAPI, "/"))
	path, _, _ := strings.Cut(below, "?")
	where := routeOf(r, path)
	attempts, _ := ctx.Value(attemptsKey{}).(*int)
	for n := 0; ; n++ {
		if t.breaker.open(time.Now()) {
			t.watch.Paused()
			return nil, ErrPaused
		}
		if err := t.limits.wait(ctx, where); err != nil {
			return nil, err
		}
		if attempts != nil {
			*attempts++
		}
		response, err := t.attempt(r, below, where)
		pause, again := t.verdict(where, response, err, n)
		if !again {
			return t.last(response, err)
		}
		t.log.Debug("calls Discord again", "route", where.name, "attempt", n+1, "pause", pause, "error", err)
		if t.limits.pause(ctx, pause, false) != nil {
			return t.last(response, err)
		}
	}
}

// attempt sends the request once and reads the whole answer.
func (t *transport) attempt(r *http.Request, below string, where route) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), t.patience(r.Context()))
	defer cancel()
	request, err := t.redirected(ctx, r, below)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	response, err := t.base.RoundTrip(request)
	if err == nil {
		var body []byte
		body, err = io.ReadAll(response.Body)
		_ = response.Body.Close()
		response.Body = io.NopCloser(bytes.NewReader(body))
	}
	now := time.Now()
	if err != nil {
		t.watch.Request(where.name, 0, now.Sub(start))
		return nil, err
	}
	t.watch.Request(where.name, response.StatusCode, now.Sub(start))
	t.breaker.count(response.StatusCode, response.Header, now)
	t.limits.learn(where.key, response.Header, now)
	return response, nil
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

// redirected is the request to the configured base.
func (t *transport) redirected(ctx context.Context, r *http.Request, below string) (*http.Request, error) {
	var body io.Reader
	if r.GetBody != nil {
		b, err := r.GetBody()
		if err != nil {
			return nil, err
		}
		body = b
	}
	request, err := http.NewRequestWithContext(ctx, r.Method, t.api+below, body)
	if err != nil {
		return nil, err
	}
	request.Header, request.ContentLength = r.Header.Clone(), r.ContentLength
	return request, nil
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
