//go:build twin

package twin_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// wire is what the program takes for Discord: it passes all on to the twin, and
// keeps what the twin took. It answers itself what the twin does not know: the
// address of the gateway, and which commands are registered.
type wire struct {
	url string

	mu    sync.Mutex
	taken map[string]json.RawMessage // bodies, by "METHOD /path"
}

func between(t *testing.T, w *twin) *wire {
	t.Helper()
	there, err := url.Parse(w.Rest + "/v10")
	if err != nil {
		t.Fatal(err)
	}
	b := &wire{taken: map[string]json.RawMessage{}}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(there) },
		ModifyResponse: func(r *http.Response) error {
			what := r.Request.Method + " " + strings.TrimPrefix(r.Request.URL.Path, there.Path)
			if r.StatusCode >= 300 {
				answer, _ := io.ReadAll(r.Body)
				t.Errorf("the twin refuses %s: %s, %s", what, r.Status, answer)
				r.Body = io.NopCloser(bytes.NewReader(answer))
				return nil
			}
			body, _ := r.Request.Context().Value(bodyKey{}).([]byte)
			b.mu.Lock()
			defer b.mu.Unlock()
			b.taken[what] = body
			return nil
		},
	}
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		switch r.Method + " " + r.URL.Path {
		case "GET /gateway":
			_ = json.NewEncoder(out).Encode(map[string]string{"url": w.Gateway})
		case "GET /applications/" + w.Bot + "/commands":
			_ = json.NewEncoder(out).Encode([]string{}) // none is registered
		default:
			proxy.ServeHTTP(out, kept(r))
		}
	}))
	t.Cleanup(server.Close)
	b.url = server.URL
	return b
}

type bodyKey struct{}

// kept is a request whose body can be read again.
func kept(r *http.Request) *http.Request {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	return r.WithContext(context.WithValue(r.Context(), bodyKey{}, body))
}

// wait waits until the twin has taken a request, and returns its body.
func (b *wire) wait(t *testing.T, what string) json.RawMessage {
	t.Helper()
	for range 1000 {
		b.mu.Lock()
		body, ok := b.taken[what]
		b.mu.Unlock()
		if ok {
			return body
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the twin has not taken %s; it took %v", what, b.names())
	return nil
}

func (b *wire) names() (all []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for what := range b.taken {
		all = append(all, what)
	}
	return all
}

// get reads what the twin itself shows.
func (w *twin) get(path string, into any) {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, w.Rest+"/v10"+path, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+w.Token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if err := json.NewDecoder(answer.Body).Decode(into); err != nil {
		w.t.Fatal(err)
	}
}
