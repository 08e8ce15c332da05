// Package post posts interactions to a bot as Discord does: signed, with a PING before
// the first. It must never know what is in one; discordtest has it.
package post

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A Sender posts with one application's key to some addresses in turn, as if they stood
// behind a load balancer.
type Sender struct {
	key ed25519.PrivateKey
	to  []string
	n   int
}

// New is a Sender without an address.
func New() *Sender {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		panic(err) // there is always something random
	}
	return &Sender{key: key}
}

// Key is the application's public key, as Discord tells it.
func (s *Sender) Key() string { return hex.EncodeToString(s.key.Public().(ed25519.PublicKey)) }

// To are the addresses from now on.
func (s *Sender) To(addresses []string) { s.to = addresses }

// Posts tells whether there is an address.
func (s *Sender) Posts() bool { return len(s.to) > 0 }

// Next is the address whose turn it is.
func (s *Sender) Next() string {
	s.n++
	return s.to[(s.n-1)%len(s.to)]
}

// Try asks an address with PING, and with one that is signed wrongly, which it must
// refuse.
func (s *Sender) Try(address string) error {
	const ping = `{"id":"1","type":1,"version":1,"token":"ping","application_id":"1"}`
	if status, body := send(address, []byte(ping), s.key); status != http.StatusOK || strings.TrimSpace(body) != `{"type":1}` {
		return fmt.Errorf("%s answers PING with status %d: %s", address, status, body)
	}
	if status, _ := send(address, []byte(ping), New().key); status != http.StatusUnauthorized {
		return fmt.Errorf("%s answers a request with a wrong signature with status %d", address, status)
	}
	return nil
}

// Post posts an interaction, which has to be accepted; what the bot does about it comes
// as a call.
func (s *Sender) Post(address string, interaction map[string]any) error {
	sent, err := json.Marshal(interaction)
	if err != nil {
		return fmt.Errorf("write an interaction: %w", err)
	}
	if status, body := send(address, sent, s.key); status != http.StatusAccepted {
		return fmt.Errorf("an interaction is answered with status %d: %s", status, body)
	}
	return nil
}

// send posts and tells what came back; status 0: nothing did.
func send(address string, body []byte, key ed25519.PrivateKey) (status int, answer string) {
	at := strconv.FormatInt(time.Now().Unix(), 10)
	r, err := http.NewRequest(http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return 0, err.Error()
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Signature-Timestamp", at)
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(key, append([]byte(at), body...))))
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	said, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(said)
}
