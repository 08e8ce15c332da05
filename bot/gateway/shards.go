package gateway

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/bwmarrin/discordgo"
)

// A Shard is a part of the servers that a bot is in: Discord tells the connection of
// shard n of m about those whose id, without its last 22 bits, leaves n when it is
// divided by m, and the first one about direct messages. The zero Shard is all of them.
type Shard struct{ Number, Of int }

func (s Shard) identify() *[2]int {
	if s.Of == 0 {
		return nil
	}
	return &[2]int{s.Number, s.Of}
}

// NewShards prepares a Link for each of some shards of a bot. They share its calls, so
// that all keep to its limits together, and identify one after the other, as many at
// once as Discord allows. The commands are registered by whoever has the first shard.
func NewShards(c Config, shards ...Shard) []*Link {
	var all []*Link
	for _, s := range shards {
		own := c
		own.Shard = s
		if s.Number != 0 {
			own.Commands = nil
		}
		l := New(own)
		if len(all) > 0 {
			l.client, l.pace = all[0].client, all[0].pace
		}
		all = append(all, l)
	}
	return all
}

// atOnce is how many shards may identify at once. Without an answer they go one by one.
func (l *Link) atOnce(ctx context.Context) int {
	if l.config.Shard.Of == 0 {
		return 1
	}
	n, err := l.client.concurrency(ctx)
	if err != nil {
		l.log.Warn("Discord does not say how many shards may identify at once; they go one by one", "error", err)
	}
	return n
}

// concurrency asks how many shards may identify at once.
func (c *Client) concurrency(ctx context.Context) (n int, err error) {
	body, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) ([]byte, error) {
		return s.RequestWithBucketID("GET", discordgo.EndpointGatewayBot, nil, discordgo.EndpointGatewayBot, o)
	})
	var answer struct {
		Limit struct {
			AtOnce int `json:"max_concurrency"`
		} `json:"session_start_limit"`
	}
	if err == nil {
		err = json.Unmarshal(body, &answer)
	}
	if err == nil && answer.Limit.AtOnce < 1 {
		err = errors.New("it is not in the answer")
	}
	return answer.Limit.AtOnce, told(err, "ask how many shards may identify at once")
}
