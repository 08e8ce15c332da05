package discordtest

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// posts are where interactions go instead of to the gateway, under the lock of Discord.
type posts struct {
	key ed25519.PrivateKey // of the application
	to  []string           // one after the other, as behind a load balancer
	n   int
}

func newPosts() posts {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		panic(err) // there is always something random
	}
	return posts{key: key}
}

// PostTo has interactions posted to these addresses in turn, as Discord does once an
// application has an Interactions Endpoint URL. It asks each with PING first, as Discord
// does, and with one that is signed wrongly, which must be refused.
func (d *Discord) PostTo(addresses ...string) {
	d.t.Helper()
	for _, address := range addresses {
		ping := object{"id": "1", "type": 1, "version": 1, "token": "ping", "application_id": d.application}
		if !d.Eventually(func() bool {
			status, body := d.send(address, ping, d.posts.key)
			return status == http.StatusOK && strings.TrimSpace(body) == `{"type":1}`
		}) {
			d.t.Fatalf("discordtest: %s does not answer PING", address)
		}
		if status, _ := d.send(address, ping, newPosts().key); status != http.StatusUnauthorized {
			d.t.Errorf("discordtest: %s answers a request with a wrong signature with status %d", address, status)
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.posts.to = addresses
}

// post posts an interaction; what the bot does about it comes as a call. The caller
// holds the lock.
func (d *Discord) post(payload object) {
	address := d.posts.to[d.posts.n%len(d.posts.to)]
	d.posts.n++
	go func() {
		if status, body := d.send(address, payload, d.posts.key); status != http.StatusAccepted {
			d.t.Errorf("discordtest: an interaction is answered with status %d: %s", status, body)
		}
	}()
}

// send posts and tells what came back; status 0: nothing did.
func (d *Discord) send(address string, payload object, key ed25519.PrivateKey) (status int, answer string) {
	body, err := json.Marshal(payload)
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
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(key, append([]byte(at), body...))))
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	said, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(said)
}
