package serve

import (
	"context"
	"crypto/ed25519"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"verbatim/bot/gateway"
)

// ties are what ties a bot to Discord: connections to the gateway, interactions that
// Discord posts, or both.
type ties struct {
	links  []*gateway.Link
	posted bool // the first link takes what Discord posts
	key    atomic.Pointer[ed25519.PublicKey]
}

func newTies(c gateway.Config, shards []gateway.Shard, posted bool) *ties {
	if posted {
		shards = append([]gateway.Shard{{}}, shards...)
	}
	return &ties{links: gateway.NewShards(c, shards...), posted: posted}
}

// run keeps them until the context ends, or Discord refuses one for good.
func (t *ties) run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	for n, l := range t.links {
		group.Go(func() error {
			if n == 0 && t.posted {
				return l.Attend(ctx, func(key ed25519.PublicKey) { t.key.Store(&key) })
			}
			return l.Run(ctx)
		})
	}
	return group.Wait()
}

// ready tells whether everything that was asked for is there.
func (t *ties) ready() bool {
	for _, l := range t.links {
		if !l.Ready() {
			return false
		}
	}
	return true
}

// me is the id of the bot's user, or empty before it is known.
func (t *ties) me() string {
	for _, l := range t.links {
		if me := l.Me(); me != nil {
			return me.ID
		}
	}
	return ""
}

func (t *ties) take(interaction []byte) bool { return t.links[0].Take(interaction) }

// publicKey is the one by which Discord signs; nil until it is known.
func (t *ties) publicKey() ed25519.PublicKey {
	if key := t.key.Load(); key != nil {
		return *key
	}
	return nil
}
