package gateway

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway/pace"
)

// Attend does what Run does without a connection: what it hands on is what [Link.Take] is
// given. It tells known the key by which Discord signs what it posts, and is ready from
// then on. It returns an error only when Discord does not accept the token.
func (l *Link) Attend(ctx context.Context, known func(key ed25519.PublicKey)) error {
	handlers, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	l.handlers = handlers
	for n := 0; ; n++ {
		a, err := l.client.application(ctx)
		if err == nil {
			l.me.Store(a.Bot)
			l.registered.Do(func() { go l.register(a.ID) })
			known(a.key)
			l.ready.Store(true)
			l.take(true)
			break
		}
		if unauthorized(err) {
			return stops[closeBadToken]
		}
		l.log.Warn("Discord does not say what this application is", "error", err)
		if pace.Sleep(ctx, backoff(n, l.timing.ReconnectMin, l.timing.ReconnectMax)) != nil {
			return nil
		}
	}
	<-ctx.Done()
	l.ready.Store(false)
	l.take(false)
	l.drain()
	return nil
}

// Take hands on an interaction that came another way than by a connection, and does not
// wait. It is false, and nothing was done, before Attend is ready and once it ends.
func (l *Link) Take(interaction []byte) bool {
	l.taking.RLock()
	defer l.taking.RUnlock()
	if !l.takes {
		return false
	}
	l.metrics.Event("INTERACTION_CREATE")
	l.deliver("INTERACTION_CREATE", interaction)
	return true
}

// take says whether interactions are taken. Those that were are at work when it returns.
func (l *Link) take(them bool) {
	l.taking.Lock()
	defer l.taking.Unlock()
	l.takes = them
}

// application is what Discord says of the bot's own.
type application struct {
	ID  string          `json:"id"`
	Bot *discordgo.User `json:"bot"`
	Key string          `json:"verify_key"`
	key ed25519.PublicKey
}

func (c *Client) application(ctx context.Context) (a application, err error) {
	address := discordgo.EndpointApplications + "/@me"
	body, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) ([]byte, error) {
		return s.RequestWithBucketID(http.MethodGet, address, nil, address, o)
	})
	if err == nil {
		err = json.Unmarshal(body, &a)
	}
	if err == nil {
		a.key, err = hex.DecodeString(a.Key)
	}
	if err == nil && (a.ID == "" || len(a.key) != ed25519.PublicKeySize) {
		err = errors.New("its id or its key is not in the answer")
	}
	return a, told(err, "ask what this application is")
}

func unauthorized(err error) bool {
	var rest *discordgo.RESTError
	return errors.As(err, &rest) && rest.Response != nil && rest.Response.StatusCode == http.StatusUnauthorized
}
