// Package socket is the websocket side of the stand-in: connections, sessions that
// outlive them, and what goes wrong with both. It knows nothing of servers, people or
// messages; discordtest tells it what to send, and is told when something happened.
package socket

import (
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// The intents that messages are told by.
const (
	IntentGuilds = 1 << 9
	IntentDirect = 1 << 12

	intentContent = 1 << 15
)

// The gateway's operations.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opPresence       = 3
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opAcknowledge    = 11
)

// The gateway's close codes that the stand-in uses by itself.
const (
	closeUnknownOp    = 4001
	closeNotDecoded   = 4002
	closeBadToken     = 4004
	closeTooFast      = 4008
	closeBadShard     = 4010
	closeBadIntents   = 4013
	closePrivileged   = 4014
	sendsPerMinute    = 120
	intentsPrivileged = 1<<1 | 1<<8 | 1<<15
	intentsAll        = 1<<26 - 1
)

// object is a JSON object.
type object = map[string]any

// World is what a socket is the way to.
type World interface {
	// Ready calls use with what a bot is told that has identified itself, and lets
	// nothing of it change meanwhile.
	Ready(use func(Ready))
	// Changed is told that something happened.
	Changed()
}

// Ready is what a bot is told that has identified itself.
type Ready struct {
	Bot         map[string]any // its user
	Application string         // its application's id
	URL         string         // where to resume
	Guilds      []Guild
}

// Guild is a server that the bot is in.
type Guild struct {
	ID   string
	JSON map[string]any // as GUILD_CREATE brings it
}

// Settings are what a gateway keeps to.
type Settings struct {
	Token      string        // of the bot, without the word Bot before it
	Heartbeat  time.Duration // between two heartbeats
	Privileged bool          // whether privileged intents may be asked for
	Remembers  int           // events of a session that are kept at least; 0: all
}

// Gateway is the websocket side. Its methods may be called from several goroutines.
type Gateway struct {
	Settings
	world World

	mu         sync.Mutex
	links      []*link // connections that are open
	sessions   []*session
	named      int // sessions so far
	identified []time.Time
	lines      map[int]time.Time // the last IDENTIFY of each
	atOnce     int               // shards that may identify; 0: one
	resumed    []time.Time
	connected  []time.Time
	heartbeats int
	faults     faults
}

// New makes a gateway to a world.
func New(s Settings, world World) *Gateway { return &Gateway{Settings: s, world: world} }

// session outlives a connection: what it missed is sent again on RESUME.
type session struct {
	id      string
	intents int
	shard   [2]int            // number, of how many
	events  []json.RawMessage // with sequence numbers from 1 after those that are gone
	gone    int
	link    *link // nil while not connected
	last    *link // while not connected: the one that it had
	twice   bool

	remembers int // events; 0: all
}

// Event is something to tell the bot. One with an intent goes only to sessions that
// asked for it.
type Event struct {
	Kind   string
	Data   map[string]any
	Whole  map[string]any // instead, for sessions that may read the content of messages
	Intent int
}

// ServeHTTP opens a connection, and returns when it ends.
func (g *Gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.mu.Lock()
	refused := g.faults.closed
	g.mu.Unlock()
	if refused {
		http.Error(w, "no", http.StatusServiceUnavailable)
		return
	}
	up := websocket.Upgrader{}
	conn, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	l := &link{g: g, conn: conn, out: make(chan sending, 1<<16), gone: make(chan struct{})}
	g.open(l)
	g.world.Changed()
	go l.write()
	l.read()
	g.mu.Lock()
	g.forget(l)
	g.mu.Unlock()
	g.world.Changed()
}

func (g *Gateway) open(l *link) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.connected = append(g.connected, time.Now())
	g.links = append(g.links, l)
	if !take(&g.faults.silent) {
		l.send(object{"op": opHello, "d": object{"heartbeat_interval": g.Heartbeat.Milliseconds()}})
	}
}

// forget takes a connection that ended off the list, so that its session can
// be resumed. The caller holds the lock.
func (g *Gateway) forget(l *link) {
	g.links = slices.DeleteFunc(g.links, func(x *link) bool { return x == l })
	for _, s := range g.sessions {
		if s.link == l {
			s.link, s.last = nil, l
		}
	}
}

// Dispatch tells every session of an event. It waits for nothing.
func (g *Gateway) Dispatch(e Event) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, s := range g.sessions {
		if (e.Intent == 0 || s.intents&e.Intent != 0) && s.hears(e.guild()) {
			s.dispatch(e)
		}
	}
}

func (s *session) dispatch(e Event) {
	data := e.Data
	if e.Whole != nil && s.intents&intentContent != 0 {
		data = e.Whole
	}
	frame := AppendJSON(make([]byte, 0, 2048), object{"op": opDispatch, "t": e.Kind, "s": s.gone + len(s.events) + 1, "d": data})
	s.remember(frame)
	if s.link != nil {
		s.link.raw(frame)
		if s.twice {
			s.link.raw(frame)
		}
	}
}

// remember keeps an event, and lets the oldest go when there are twice as many as are
// to be kept.
func (s *session) remember(frame json.RawMessage) {
	s.events = append(s.events, frame)
	if more := len(s.events) - s.remembers; s.remembers > 0 && more >= s.remembers {
		s.events = slices.Clone(s.events[more:])
		s.gone += more
	}
}

// Connected tells whether a bot is connected and has had its READY or RESUMED.
func (g *Gateway) Connected() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.ContainsFunc(g.sessions, func(s *session) bool { return s.link != nil })
}

// Identifies are the times at which a bot sent IDENTIFY.
func (g *Gateway) Identifies() []time.Time {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Clone(g.identified)
}

// Resumes are the times at which a bot sent RESUME.
func (g *Gateway) Resumes() []time.Time {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Clone(g.resumed)
}

// Connections are the times at which a bot opened a websocket.
func (g *Gateway) Connections() []time.Time {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Clone(g.connected)
}

// Heartbeats is the number of heartbeats that a bot sent.
func (g *Gateway) Heartbeats() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.heartbeats
}
