// Package gateway keeps a bot connected to Discord and carries its calls.
//
// A Link is one bot's tie to Discord. Its Run stays connected: it resumes
// after every loss, notices a connection that is dead, and gives up only when
// Discord says that a person must change something. What happens on Discord
// comes to the functions in Config, each in a goroutine of its own; what the
// bot answers goes through the Client.
//
// Calls, types and events are those of discordgo v0.29.0. Two of its parts are
// not used. Its websocket loop holds a lock over the whole handshake, handles
// frames in goroutines that nobody can recover, and answers op 9 with IDENTIFY
// at once; from outside that can neither be bounded nor repaired, so socket.go
// has that loop, on the websocket library that discordgo has. Its rate limiter
// keeps a bucket for every interaction for ever, makes all edits of answers
// wait for each other and knows no deadline; the transport in transport.go
// does that work, below discordgo.
//
// The package knows nothing of what the bot is for.
package gateway

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"verbatim/bot/gateway/pace"
	"verbatim/bot/gateway/redact"

	"github.com/bwmarrin/discordgo"
)

// DefaultAPI is the base of Discord's REST interface, in the version that
// discordgo speaks.
const DefaultAPI = "https://discord.com/api/v9"

// Config says what a Link connects to and who hears of what happens.
type Config struct {
	// Token is the bot's, without the word Bot before it.
	Token string
	// API is the REST base; empty means DefaultAPI. The address of the
	// websocket is the one that its GET /gateway returns.
	API string
	// Intents are the kinds of events that Discord sends.
	Intents discordgo.Intent
	// Shard is which of the bot's servers Discord tells of; the zero one is all.
	Shard Shard
	// Commands are registered everywhere after the first READY, if they differ
	// from those that are registered. Nil leaves them alone.
	Commands []*discordgo.ApplicationCommand

	// Interaction is called once for each interaction. Its Data is nil when
	// Discord sent a kind that discordgo does not know; its Member is nil
	// outside servers, its User inside them. Its locales, entitlements and
	// AppPermissions are not read, and of a Member and a User no more than who they
	// are and what they may.
	Interaction func(context.Context, *discordgo.Interaction)
	// Message is called once for each message, but for those of bots.
	Message func(context.Context, *discordgo.Message)

	// PermissionsChanged hears of each server where the bot may be allowed now what
	// it was not; nil: nobody does. It must not wait.
	PermissionsChanged func(guild string)

	Log     *slog.Logger // nil: nothing is logged
	Metrics Metrics      // nil: nobody counts
	Timing  Timing       // pauses and limits; its zero value is right for Discord
}

// Link is one bot's tie to Discord.
type Link struct {
	config  Config
	timing  Timing
	log     *slog.Logger
	metrics Metrics
	client  *Client
	seen    struct{ interactions, messages *memory }
	pace    *pace.Pace // of all shards of this process

	address string // of the websocket, as last told
	doubted bool   // the last attempt at it failed

	ready      atomic.Bool
	me         atomic.Pointer[discordgo.User]
	registered sync.Once

	handlers context.Context // of all handlers; Run sets it
	inFlight sync.WaitGroup
	idle     chan func()  // to goroutines that wait for something to do
	taking   sync.RWMutex // held while takes is looked at or changed
	takes    bool
	running  atomic.Int64 // handlers that have not returned
}

// New prepares a Link. Nothing is sent before Run.
func New(c Config) *Link {
	if c.API == "" {
		c.API = DefaultAPI
	}
	c.API = strings.TrimSuffix(c.API, "/")
	if c.Metrics == nil {
		c.Metrics = uncounted{}
	}
	l := &Link{config: c, timing: c.Timing.filled(), metrics: c.Metrics, idle: make(chan func())}
	l.log = slog.New(slog.DiscardHandler)
	if c.Log != nil {
		l.log = slog.New(redact.Handler(c.Log.Handler(), c.Token))
	}
	l.pace = pace.New(l.timing.IdentifyPause)
	l.seen.interactions, l.seen.messages = newMemory(remembered), newMemory(remembered)
	l.client = newClient(c, l.timing, l.metrics, l.log)
	return l
}

// Client carries the bot's calls. It may be used before Run and after it.
func (l *Link) Client() *Client { return l.client }

// Ready tells whether Discord has said READY or RESUMED on the connection that
// is open now.
func (l *Link) Ready() bool { return l.ready.Load() }

// Me is the bot's own user, or nil before the first READY.
func (l *Link) Me() *discordgo.User { return l.me.Load() }

// base is the transport under all calls; it is shared so that connections are
// kept open. Each attempt has its deadline in its context.
func base() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 256, 256
	return t
}
