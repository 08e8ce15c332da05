// Package endpoint takes the interactions that Discord posts over HTTP, for bots that
// keep no connection to it, and proves that they are Discord's.
//
// It must never answer one, but for Discord's PING: each is accepted with 202 and handed
// on, and its answer goes the way of all others, as a call to Discord. So it needs no
// memory of what was asked, and many processes may stand behind one address. Only cmd
// calls it.
package endpoint

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"verbatim/bot/event"
)

// Config says whose interactions are taken and where they go.
type Config struct {
	Key  func() ed25519.PublicKey      // of the application; nil while it is not known
	Take func(interaction []byte) bool // must not wait; false: it does nothing, for the program starts or ends
	Log  *slog.Logger
	Now  func() time.Time // nil: time.Now
}

const (
	// bodyMost is how long an interaction may be; those with a message and its embeds
	// have some 20 KB.
	bodyMost = 1 << 20
	// freshFor is how old a request may be, or how much Discord's clock may be ahead.
	// An interaction is of no use after 3 s.
	freshFor = 30 * time.Second
	// seenMost bounds what is remembered of requests, so that none counts twice.
	seenMost = 100_000
)

// kindPing is the interaction by which Discord asks whether anybody is there.
const kindPing = 1

type endpoint struct {
	Config
	seen *event.Memory[[ed25519.SignatureSize]byte, bool] // signatures
}

// New takes interactions at every path.
func New(c Config) http.Handler {
	if c.Now == nil {
		c.Now = time.Now
	}
	return endpoint{c, event.NewMemory[[ed25519.SignatureSize]byte, bool](seenMost, 2*freshFor+time.Second, c.Now)}
}

// ServeHTTP takes one request.
func (e endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "Discord posts its interactions here", http.StatusMethodNotAllowed)
		return
	}
	key := e.Key()
	if key == nil {
		http.Error(w, "the application's key is not known yet", http.StatusServiceUnavailable)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyMost))
	if err != nil {
		http.Error(w, "it could not be read", http.StatusBadRequest)
		return
	}
	if err := e.check(key, r.Header, body); err != nil {
		e.Log.Warn("a request that is not Discord's was refused", "why", err)
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	var kind struct{ Type int }
	if err := json.Unmarshal(body, &kind); err != nil {
		http.Error(w, "it is no interaction", http.StatusBadRequest)
		return
	}
	if kind.Type == kindPing {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"type":1}`)
		return
	}
	if !e.Take(body) {
		http.Error(w, "interactions are not taken just now", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// Why a request is refused.
var (
	errUnsigned = errors.New("the signature is not of this application's key")
	errStale    = errors.New("the time of the signature is not now")
	errAgain    = errors.New("the request was here before")
)

// check proves that a request is Discord's, of now, and the first of its like.
func (e endpoint) check(key ed25519.PublicKey, h http.Header, body []byte) error {
	at := h.Get("X-Signature-Timestamp")
	var signature [ed25519.SignatureSize]byte
	if n, err := hex.Decode(signature[:], cutTo(h.Get("X-Signature-Ed25519"), 2*ed25519.SignatureSize)); err != nil || n != len(signature) {
		return errUnsigned
	}
	if !ed25519.Verify(key, append([]byte(at), body...), signature[:]) {
		return errUnsigned
	}
	seconds, err := strconv.ParseInt(at, 10, 64)
	if err != nil || e.Now().Sub(time.Unix(seconds, 0)).Abs() > freshFor {
		return errStale
	}
	if !e.seen.First(signature, true) {
		return errAgain
	}
	return nil
}

// cutTo is a text of a length; of a longer one, nothing.
func cutTo(s string, most int) []byte {
	if len(s) > most {
		return nil
	}
	return []byte(s)
}
