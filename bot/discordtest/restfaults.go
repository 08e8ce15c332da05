package discordtest

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"path"
	"strconv"
	"time"
)

// Fault is what happens to a request instead of its answer. Calling work
// answers it as usual.
type Fault func(w http.ResponseWriter, r *http.Request, work func(http.ResponseWriter))

// scripted is a queue of faults for the requests that fit a pattern.
type scripted struct {
	pattern string
	faults  []Fault
	endless bool
}

// Fault lets the next requests whose "METHOD /path" fits the pattern (as of
// path.Match) meet these faults, one each.
func (d *Discord) Fault(pattern string, faults ...Fault) {
	d.script(scripted{pattern: pattern, faults: faults})
}

// FaultAlways lets every request that fits the pattern meet a fault, until
// Heal.
func (d *Discord) FaultAlways(pattern string, f Fault) {
	d.script(scripted{pattern: pattern, faults: []Fault{f}, endless: true})
}

// Heal ends all faults of requests.
func (d *Discord) Heal() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest.faults = nil
}

func (d *Discord) script(s scripted) {
	if _, err := path.Match(s.pattern, ""); err != nil {
		panic(fmt.Sprintf("discordtest: %q: %v", s.pattern, err))
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest.faults = append(d.rest.faults, s)
}

// fault takes the fault that is next for a request. The caller holds the lock.
func (d *Discord) fault(request string) Fault {
	for i := range d.rest.faults {
		s := &d.rest.faults[i]
		if ok, _ := path.Match(s.pattern, request); !ok || len(s.faults) == 0 {
			continue
		}
		f := s.faults[0]
		if !s.endless {
			s.faults = s.faults[1:]
		}
		return f
	}
	return nil
}

// RouteLimit is a 429 of one route.
func RouteLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		tooMany(w, after, "user", false)
	}
}

// GlobalLimit is a 429 of all routes together.
func GlobalLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		tooMany(w, after, "global", true)
	}
}

// SharedLimit is a 429 that others caused; it does not count as invalid.
func SharedLimit(after time.Duration) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		tooMany(w, after, "shared", false)
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
		writeJSON(w, status, object{"code": 0, "message": fmt.Sprintf("%d: %s", status, http.StatusText(status))})
	}
}

// TooLate answers that the interaction is unknown (10062), as Discord does
// after 3 s.
func TooLate() Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		unknownInteract.write(w, unknownInteract.message)
	}
}

// Hang answers nothing until the bot gives up.
func Hang() Fault {
	return func(_ http.ResponseWriter, r *http.Request, _ func(http.ResponseWriter)) {
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	}
}

// Slow answers as usual, later.
func Slow(by time.Duration) Fault {
	return func(w http.ResponseWriter, r *http.Request, work func(http.ResponseWriter)) {
		select {
		case <-time.After(by):
		case <-r.Context().Done():
		}
		work(w)
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

func tooMany(w http.ResponseWriter, after time.Duration, scope string, global bool) {
	h := w.Header()
	h.Set("Retry-After", seconds(after))
	h.Set("X-RateLimit-Scope", scope)
	h.Set("X-RateLimit-Reset-After", seconds(after))
	h.Set("X-RateLimit-Remaining", "0")
	if global {
		h.Set("X-RateLimit-Global", "true")
	}
	writeJSON(w, http.StatusTooManyRequests, object{
		"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": global,
	})
}
