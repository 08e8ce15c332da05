package endpoint_test

import (
	"crypto/ed25519"
	"encoding/hex"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/bot/endpoint"
)

// now is when everything happens.
var now = time.Unix(1_800_000_000, 0)

type request struct {
	method, at, body, signature string
}

// signed is a request as Discord makes it.
func signed(key ed25519.PrivateKey, body string, at time.Time) request {
	r := request{method: http.MethodPost, at: strconv.FormatInt(at.Unix(), 10), body: body}
	r.signature = hex.EncodeToString(ed25519.Sign(key, []byte(r.at+body)))
	return r
}

func TestOnlyWhatDiscordSignedNowIsTaken(t *testing.T) {
	public, private, _ := ed25519.GenerateKey(nil)
	_, other, _ := ed25519.GenerateKey(nil)
	const command = `{"type": 2, "id": "7"}`
	ok := signed(private, command, now)
	with := func(change func(*request)) request {
		r := signed(private, command, now.Add(time.Second))
		change(&r)
		return r
	}
	var taken []string
	h := endpoint.New(endpoint.Config{
		Key: func() ed25519.PublicKey { return public }, Take: func(i []byte) bool { taken = append(taken, string(i)); return true },
		Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return now },
	})
	for _, c := range []struct {
		what   string
		sent   request
		status int
		body   string // what it begins with
		taken  bool
	}{
		{"a command", ok, http.StatusAccepted, "", true},
		{"the same once more", ok, http.StatusUnauthorized, "the request was here before", false},
		{"PING", signed(private, `{"type":1,"id":"1"}`, now), http.StatusOK, `{"type":1}`, false},
		{"another key", signed(other, command, now), http.StatusUnauthorized, "the signature", false},
		{"another body", with(func(r *request) { r.body = strings.Replace(r.body, "7", "8", 1) }), http.StatusUnauthorized, "the signature", false},
		{"another time", with(func(r *request) { r.at = "1800000002" }), http.StatusUnauthorized, "the signature", false},
		{"no signature", with(func(r *request) { r.signature = "" }), http.StatusUnauthorized, "the signature", false},
		{"half of it", with(func(r *request) { r.signature = r.signature[:64] }), http.StatusUnauthorized, "the signature", false},
		{"more than it", with(func(r *request) { r.signature += "00" }), http.StatusUnauthorized, "the signature", false},
		{"no hex", with(func(r *request) { r.signature = strings.Repeat("g", 128) }), http.StatusUnauthorized, "the signature", false},
		{"an old one", signed(private, command, now.Add(-time.Minute)), http.StatusUnauthorized, "the time", false},
		{"one of the future", signed(private, command, now.Add(time.Minute)), http.StatusUnauthorized, "the time", false},
		{"a few seconds late", signed(private, command, now.Add(-20*time.Second)), http.StatusAccepted, "", true},
		{"no JSON", signed(private, `{"type`, now), http.StatusBadRequest, "it is no interaction", false},
		{"too long", signed(private, strings.Repeat(" ", 1<<20)+command, now), http.StatusBadRequest, "it could not be read", false},
		{"another method", with(func(r *request) { r.method = http.MethodGet }), http.StatusMethodNotAllowed, "Discord posts", false},
	} {
		before := len(taken)
		r := httptest.NewRequest(c.sent.method, "/", strings.NewReader(c.sent.body))
		r.Header.Set("X-Signature-Ed25519", c.sent.signature)
		r.Header.Set("X-Signature-Timestamp", c.sent.at)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		body, _ := io.ReadAll(w.Body)
		if w.Code != c.status || !strings.HasPrefix(string(body), c.body) || (len(taken) > before) != c.taken {
			t.Errorf("%s: status %d, %q, taken %v", c.what, w.Code, body, len(taken) > before)
		}
	}
}

func TestWithoutTheKeyDiscordIsAskedToComeAgain(t *testing.T) {
	h := endpoint.New(endpoint.Config{Key: func() ed25519.PublicKey { return nil }})
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil)); w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d", w.Code)
	}
}

func TestWhatIsNotTakenIsNotAccepted(t *testing.T) {
	public, private, _ := ed25519.GenerateKey(nil)
	h := endpoint.New(endpoint.Config{
		Key: func() ed25519.PublicKey { return public }, Take: func([]byte) bool { return false },
		Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return now },
	})
	s := signed(private, `{"type": 2, "id": "7"}`, now)
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(s.body))
	r.Header.Set("X-Signature-Ed25519", s.signature)
	r.Header.Set("X-Signature-Timestamp", s.at)
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d", w.Code)
	}
}

func FuzzRequests(f *testing.F) {
	public, private, _ := ed25519.GenerateKey(nil)
	s := signed(private, `{"type":1}`, now)
	f.Add(s.body, s.at, s.signature)
	f.Add("", "", "")
	h := endpoint.New(endpoint.Config{
		Key: func() ed25519.PublicKey { return public }, Take: func([]byte) bool { panic("taken") },
		Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return now },
	})
	f.Fuzz(func(t *testing.T, body, at, signature string) {
		r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		r.Header["X-Signature-Ed25519"], r.Header["X-Signature-Timestamp"] = []string{signature}, []string{at}
		h.ServeHTTP(httptest.NewRecorder(), r)
	})
}
