package fault

import (
	"net/http"
	"path"
	"strconv"
	"time"
)

// limit is how many requests that fit a pattern Discord takes in a while, for
// each path by itself.
type limit struct {
	pattern string
	most    int
	every   time.Duration
	used    map[string]*window
}

type window struct {
	count int
	ends  time.Time
}

// Limits are what Discord takes of requests in a while. They have no lock of their own.
type Limits []*limit

// Add makes Discord take only so many requests that fit a pattern, for each path by
// itself; the others get a 429. Without it there are limits only in the headers.
func (l *Limits) Add(pattern string, most int, every time.Duration) {
	*l = append(*l, &limit{pattern: pattern, most: most, every: every, used: map[string]*window{}})
}

// Take counts a request and returns the headers of its bucket, or for one too many how
// long to wait.
func (l Limits) Take(method, below string) (http.Header, time.Duration) {
	for _, one := range l {
		if ok, _ := path.Match(one.pattern, method+" "+below); ok {
			return one.take(below)
		}
	}
	return bucket("stand-in", 1000, 999, time.Second), 0
}

func (l *limit) take(below string) (http.Header, time.Duration) {
	now := time.Now()
	w := l.used[below]
	if w == nil || now.After(w.ends) {
		w = &window{ends: now.Add(l.every)}
		l.used[below] = w
	}
	w.count++
	if w.count > l.most {
		return nil, w.ends.Sub(now)
	}
	return bucket(l.pattern, l.most, l.most-w.count, w.ends.Sub(now)), 0
}

func bucket(name string, most, remaining int, reset time.Duration) http.Header {
	h := http.Header{}
	h.Set("X-RateLimit-Bucket", strconv.QuoteToASCII(name))
	h.Set("X-RateLimit-Limit", strconv.Itoa(most))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(remaining))
	h.Set("X-RateLimit-Reset", seconds(time.Duration(time.Now().Add(reset).UnixMilli())*time.Millisecond))
	h.Set("X-RateLimit-Reset-After", seconds(reset))
	return h
}
