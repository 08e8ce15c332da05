// Package fault is what goes wrong with requests to Discord: refusals, limits, answers
// that come late or never. Package discordtest lets them happen.
package fault

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"
)

// object is a JSON object.
type object = map[string]any

// Fault is what happens to a request instead of its answer. Calling work
// answers it as usual.
type Fault func(w http.ResponseWriter, r *http.Request, work func(http.ResponseWriter))

// RouteLimit is a 429 of one route.
func RouteLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		TooMany(w, after, "user", false)
	}
}

// GlobalLimit is a 429 of all routes together.
func GlobalLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		TooMany(w, after, "global", true)
	}
}

// SharedLimit is a 429 that others caused; it does not count as invalid.
func SharedLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		TooMany(w, after, "shared", false)
	}
}

// HTMLLimit is a 429 of the proxy before Discord: a page, no JSON.
func HTMLLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		clear(w.Header()) // the proxy knows no buckets
		w.Header().Set("Content-Type", "text/html")
		if after > 0 {
			w.Header().Set("Retry-After", seconds(after))
		}
		w.WriteHeader(http.StatusTooManyRequests)
		_, _ = w.Write([]byte("<html><title>error 1015</title>You are being rate limited</html>"))
	}
}

// Status answers with a status and nothing of use.
func Status(status int) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		WriteJSON(w, status, object{"code": 0, "message": fmt.Sprintf("%d: %s", status, http.StatusText(status))})
	}
}

// TooLate answers that the interaction is unknown (10062), as Discord does
// after 3 s.
func TooLate() Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		UnknownInteraction.Write(w, UnknownInteraction.Message)
	}
}

// Hang answers nothing until the bot gives up.
func Hang() Fault {
	return func(_ http.ResponseWriter, r *http.Request, _ func(http.ResponseWriter)) {
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	}
}

// LoseAnswer does what was asked, and then cuts the connection instead of
// answering.
func LoseAnswer() Fault {
	return func(_ http.ResponseWriter, _ *http.Request, work func(http.ResponseWriter)) {
		work(httptest.NewRecorder())
		panic(http.ErrAbortHandler)
	}
}

// seconds rounds up, so that nobody who keeps to it comes too early.
func seconds(d time.Duration) string {
	return strconv.FormatFloat(math.Ceil(d.Seconds()*1000)/1000, 'f', 3, 64)
}

// TooMany writes a 429 with a scope: user, global or shared.
func TooMany(w http.ResponseWriter, after time.Duration, scope string, global bool) {
	h := w.Header()
	h.Set("Retry-After", seconds(after))
	h.Set("X-RateLimit-Scope", scope)
	h.Set("X-RateLimit-Reset-After", seconds(after))
	h.Set("X-RateLimit-Remaining", "0")
	if global {
		h.Set("X-RateLimit-Global", "true")
	}
	WriteJSON(w, http.StatusTooManyRequests, object{
		"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": global,
	})
}
