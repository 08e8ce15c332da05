package serve

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func TestWhoNamesAnotherHostSeesNothing(t *testing.T) {
	h := fromHere(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { tell(w, http.StatusOK, "ok") }))
	for host, want := range map[string]int{
		"127.0.0.1:9464": 200, "localhost:9464": 200, "[::1]:9464": 200, "LOCALHOST": 200, "127.0.0.1": 200,
		"evil.example": 421, "evil.example:9464": 421, "localhost.evil.example": 421, "192.0.2.1:9464": 421, "": 421,
	} {
		r := httptest.NewRequest(http.MethodGet, "/metrics", nil)
		r.Host = host
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != want {
			t.Errorf("%q gets %d, want %d", host, w.Code, want)
		}
	}
}

func TestNamesFromOutsideMakeNoMetrics(t *testing.T) {
	m := newMetrics(nil)
	for i := range 10_000 {
		m.Event(fmt.Sprint("MADE_UP_", i))
		m.Request("GET /x", 600+i%300, 0)
	}
	m.Event("MESSAGE_CREATE")
	m.registry.Unregister(m.facts)
	w := httptest.NewRecorder()
	promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	body := w.Body.String()
	if n := strings.Count(body, "verbatim_gateway_events_total{"); n != 2 {
		t.Errorf("%d names of events are kept, want 2", n)
	}
	if n := strings.Count(body, "verbatim_rest_requests_total{"); n != 1 {
		t.Errorf("%d statuses are kept, want 1", n)
	}
}
