package access

import (
	"context"
	"log/slog"
	"time"

	"verbatim/bot/event"
	"verbatim/kb"
)

// Channels says what the bot does in which channel, as the settings of its server have
// it. Its methods may be called from many goroutines.
type Channels struct {
	discord  Discord
	settings func(server string) kb.Settings
	log      *slog.Logger
	above    *event.Memory[string, string] // the channel of a thread, or nothing
}

// A thread stays where it was opened; what Discord did not tell is asked for again.
const channelsMost, channelsFor = 20_000, 10 * time.Minute

// NewChannels makes Channels of which nothing is known yet. The settings are those of
// servers; nil where there are none.
func NewChannels(discord Discord, settings func(server string) kb.Settings, log *slog.Logger, now func() time.Time) *Channels {
	return &Channels{discord, settings, log, event.NewMemory[string, string](channelsMost, channelsFor, now)}
}

// Attention says what the bot does where an event comes from: what is set for the
// channel, or else for the one that a thread is in.
func (c *Channels) Attention(ctx context.Context, e *event.Event) kb.Attention {
	if e.Guild == "" || c.settings == nil {
		return kb.WhenAsked
	}
	set := c.settings(e.Guild).Channels
	if len(set) == 0 { // Discord need not be asked
		return kb.WhenAsked
	}
	if a, told := set[e.Channel]; told {
		return a
	}
	return set[c.channelOf(ctx, e.Channel)]
}

// Attends tells whether a message is answered: one that is for the bot unless it is
// never to answer there, and another question where it answers by itself.
func (c *Channels) Attends(ctx context.Context, e *event.Event) bool {
	if e.Unasked && !e.Asks() {
		return false
	}
	a := c.Attention(ctx, e)
	return a != kb.Never && (!e.Unasked || a == kb.ByItself)
}

// channelOf is the channel that a thread is in; "" for what is none, and where Discord
// does not tell.
func (c *Channels) channelOf(ctx context.Context, thread string) string {
	if above, known := c.above.Get(thread); known {
		return above
	}
	above := ""
	ch, err := c.discord.Channel(ctx, thread)
	switch {
	case err != nil:
		c.log.Warn("a channel could not be looked up", "error", err)
	case ch.IsThread():
		above = ch.ParentID
	}
	c.above.Put(thread, above)
	return above
}
