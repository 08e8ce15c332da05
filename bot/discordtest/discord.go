// Package discordtest is a stand-in for Discord, for tests.
//
// It speaks HTTP and websocket on loopback as Discord does. A test starts it,
// lets a bot connect, and then acts as people do: it types a command, takes a
// suggestion, presses a button, chooses from a menu, fills in a form, writes a
// direct message. What the bot answers can be read as a person would see it:
//
//	d := discordtest.Start(t)
//	ann := d.Guild("News").Member("ann", discordtest.ManageServer)
//	reply := ann.Slash("ask", "question", "Can the engine think?")
//	reply.Text()           // the answer, as readable lines
//	reply.Press("Context") // the answer to a button
//
// Everything that the bot sends is checked as Discord would (see package
// check), and the test fails with one sentence for each violation. Faults are
// scripted: see Fault, and package socket for Drop, Zombie, OnResume and their neighbours.
package discordtest

import (
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"verbatim/bot/discordtest/check"
	"verbatim/bot/discordtest/post"
	"verbatim/bot/discordtest/socket"
)

// object is a JSON object.
type object = map[string]any

// Discord is the stand-in. Its methods may be called from several goroutines,
// save those that end the test when what they need is not there (the ones that
// return a *Reply, a *Form or a *Typing), which belong to the test's own.
type Discord struct {
	*socket.Gateway

	t      testing.TB
	server *httptest.Server
	done   chan struct{} // closed when the test ends

	ackWithin time.Duration
	patience  time.Duration
	unchecked bool
	remembers int // of each kind; 0: all

	mu           sync.Mutex
	changed      chan struct{} // closed and made anew when anything happens
	lastID       int64
	application  string // the application's id
	bot          *user
	users        map[string]*user
	guilds       []*Guild
	channels     map[string]*Channel
	messages     []*message
	interactions map[string]*interaction
	tokens       []string            // of the interactions, in order
	commands     map[string][]object // by guild's id; "" for everywhere
	files        map[string][]byte   // by path, below the base

	rest  rest
	posts *post.Sender
}

// Option changes a stand-in before it starts.
type Option func(*Discord)

// Heartbeat sets the interval between heartbeats that Discord asks for (real:
// 41.25 s; here 1 s unless told).
func Heartbeat(interval time.Duration) Option {
	return func(d *Discord) { d.Heartbeat = interval }
}

// AcknowledgeWithin sets how long Discord waits for the answer to an
// interaction (3 s unless told).
func AcknowledgeWithin(limit time.Duration) Option {
	return func(d *Discord) { d.ackWithin = limit }
}

// Patience sets how long a person waits for a message to come or to be filled
// in (5 s unless told).
func Patience(limit time.Duration) Option {
	return func(d *Discord) { d.patience = limit }
}

// Unchecked turns off the checks of what the bot sends, for tests of a bot
// that is known to send wrong things.
func Unchecked() Option {
	return func(d *Discord) { d.unchecked = true }
}

// Remember sets how many events, requests, messages and interactions the
// stand-in remembers at least, each the last ones; all, unless told. What it
// remembers is memory that the bot which is measured beside it has to share.
func Remember(most int) Option {
	return func(d *Discord) { d.remembers, d.Remembers = most, most }
}

// last are the last ones that are remembered.
func last[T any](all []T, most int) []T {
	if most == 0 || len(all) < 2*most {
		return all
	}
	return slices.Clone(all[len(all)-most:])
}

// Start starts a stand-in that ends with the test.
func Start(t testing.TB, options ...Option) *Discord {
	t.Helper()
	d := &Discord{
		t:            t,
		done:         make(chan struct{}),
		posts:        post.New(),
		ackWithin:    3 * time.Second,
		patience:     5 * time.Second,
		changed:      make(chan struct{}),
		users:        map[string]*user{},
		channels:     map[string]*Channel{},
		interactions: map[string]*interaction{},
		commands:     map[string][]object{},
		files:        map[string][]byte{},
	}
	d.Gateway = socket.New(socket.Settings{Token: token, Heartbeat: time.Second}, world{d})
	for _, o := range options {
		o(d)
	}
	if err := check.Described(); err != nil && !d.unchecked {
		t.Log("REQUESTS ARE CHECKED BY HAND-WRITTEN RULES ONLY: " + err.Error())
	}
	d.application = d.id()
	d.bot = d.user("Verbatim", true)
	d.server = httptest.NewServer(d.routes())
	t.Cleanup(d.close)
	return d
}

func (d *Discord) close() {
	close(d.done)
	d.Drop()
	d.server.CloseClientConnections()
	d.server.Close()
}

// URL is the base of the REST interface, as in https://discord.com/api/v9.
func (d *Discord) URL() string { return d.server.URL + "/api/v9" }

// token is the bot's token, without the word Bot before it.
const token = "MTk4NjIy.stand-in.s3cr3t-t0ken"

// Token is the bot's token, without the word Bot before it.
func (d *Discord) Token() string { return token }

// BotID is the id of the bot's user.
func (d *Discord) BotID() string { return d.bot.id }

// id makes an id that is greater than all before it and tells its time.
func (d *Discord) id() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.nextID()
}

// problem fails the test, unless it is over already.
func (d *Discord) problem(format string, a ...any) {
	select {
	case <-d.done:
	default:
		d.t.Errorf("discordtest: "+format, a...)
	}
}
