// Package post posts interactions as Discord does to an application that has an
// Interactions Endpoint URL: signed, and to several addresses in turn.
package post

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Posts are where interactions go instead of to the gateway. It has no lock of its own.
type Posts struct {
	key ed25519.PrivateKey // of the application
	to  []string           // one after the other, as behind a load balancer
	n   int
}

// New has a key of its own, and nowhere to post to.
func New() Posts {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		panic(err) // there is always something random
	}
	return Posts{key: key}
}

// VerifyKey is the application's public key, in hexadecimal.
func (p *Posts) VerifyKey() string {
	public, _ := p.key.Public().(ed25519.PublicKey)
	return hex.EncodeToString(public)
}

// To has everything posted to these addresses.
func (p *Posts) To(addresses ...string) { p.to = addresses }

// Next is the address whose turn it is; empty if there is none.
func (p *Posts) Next() string {
	if len(p.to) == 0 {
		return ""
	}
	p.n++
	return p.to[p.n%len(p.to)]
}

// Ping asks an address with PING, as Discord does, and with one that is signed wrongly,
// which must be refused. It asks until eventually gives up, and the test ends then.
func (p *Posts) Ping(t testing.TB, address string, eventually func(func() bool) bool) {
	t.Helper()
	ping := map[string]any{"id": "1", "type": 1, "version": 1, "token": "ping", "application_id": "1"}
	if !eventually(func() bool {
		status, body := p.Send(address, ping)
		return status == http.StatusOK && strings.TrimSpace(body) == `{"type":1}`
	}) {
		t.Fatalf("discordtest: %s does not answer PING", address)
	}
	stranger := New()
	if status, _ := stranger.Send(address, ping); status != http.StatusUnauthorized {
		t.Errorf("discordtest: %s answers a request with a wrong signature with status %d", address, status)
	}
}

// Send posts a value and tells what came back; status 0: nothing did.
func (p *Posts) Send(address string, value any) (status int, answer string) {
	body, err := json.Marshal(value)
	if err != nil {
		panic(err) // it is ours
	}
	at := strconv.FormatInt(time.Now().Unix(), 10)
	r, err := http.NewRequest(http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return 0, err.Error()
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Signature-Timestamp", at)
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(p.key, append([]byte(at), body...))))
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	said, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(said)
}
