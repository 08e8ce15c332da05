package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/websocket"
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
	intentGuilds      = 1 << 9
	intentDirect      = 1 << 12
	intentsPrivileged = 1<<1 | 1<<8 | 1<<15
	intentsAll        = 1<<26 - 1
)

// gateway is the state of the websocket side, under the lock of Discord.
type gateway struct {
	links      []*link // connections that are open
	sessions   []*session
	identified []time.Time
	lines      map[int]time.Time // the last IDENTIFY of each
	atOnce     int               // shards that may identify; 0: one
	resumed    []time.Time
	connected  []time.Time
	heartbeats int
	faults     faults
}

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

// event is something to tell the bot. An event with an intent goes only to
// sessions that asked for it.
type event struct {
	kind   string
	data   object
	intent int
}

func (d *Discord) socket(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	refused := d.gateway.faults.closed
	d.mu.Unlock()
	if refused {
		http.Error(w, "no", http.StatusServiceUnavailable)
		return
	}
	up := websocket.Upgrader{}
	conn, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	l := &link{d: d, conn: conn, out: make(chan sending, 1<<16), gone: make(chan struct{})}
	d.mu.Lock()
	d.gateway.connected = append(d.gateway.connected, time.Now())
	d.gateway.links = append(d.gateway.links, l)
	if !take(&d.gateway.faults.silent) {
		l.send(object{"op": opHello, "d": object{"heartbeat_interval": d.heartbeat.Milliseconds()}})
	}
	d.change()
	d.mu.Unlock()
	go l.write()
	l.read()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.forget(l)
	d.change()
}

// forget takes a connection that ended off the list, so that its session can
// be resumed. The caller holds the lock.
func (d *Discord) forget(l *link) {
	d.gateway.links = slices.DeleteFunc(d.gateway.links, func(x *link) bool { return x == l })
	for _, s := range d.gateway.sessions {
		if s.link == l {
			s.link, s.last = nil, l
		}
	}
}

// dispatch tells every session of an event. The caller holds the lock.
func (d *Discord) dispatch(e event) {
	for _, s := range d.gateway.sessions {
		if (e.intent == 0 || s.intents&e.intent != 0) && s.hears(e.guild()) {
			s.dispatch(e)
		}
	}
	d.change()
}

// guild is the server that an event is of; empty for direct messages.
func (e event) guild() string {
	name := "guild_id"
	if strings.HasPrefix(e.kind, "GUILD_") {
		name = "id"
	}
	id, _ := e.data[name].(string)
	return id
}

// hears tells whether a session's shard is told of a server.
func (s *session) hears(guild string) bool {
	id, _ := strconv.ParseUint(guild, 10, 64)
	return int(id>>22%uint64(s.shard[1])) == s.shard[0]
}

// early notes an IDENTIFY of a shard, and tells whether it came too soon after the one
// before it of its line.
func (g *gateway) early(shard int) bool {
	now, line := time.Now(), shard%max(1, g.atOnce)
	if g.lines == nil {
		g.lines = map[int]time.Time{}
	}
	last := g.lines[line]
	g.lines[line], g.identified = now, append(g.identified, now)
	return !last.IsZero() && now.Sub(last) < g.faults.identifyEvery
}

// IdentifyAtOnce sets how many shards may identify at once; 1 unless told.
func (d *Discord) IdentifyAtOnce(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.gateway.atOnce = n
}

// Shards are those that are connected, by their numbers.
func (d *Discord) Shards() (all []int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, s := range d.gateway.sessions {
		if s.link != nil {
			all = append(all, s.shard[0])
		}
	}
	slices.Sort(all)
	return all
}

func (s *session) dispatch(e event) {
	frame := appendJSON(make([]byte, 0, 2048), object{"op": opDispatch, "t": e.kind, "s": s.gone + len(s.events) + 1, "d": e.data})
	all := append(s.events, frame)
	s.events = last(all, s.remembers)
	s.gone += len(all) - len(s.events)
	if s.link != nil {
		s.link.raw(frame)
		if s.twice {
			s.link.raw(frame)
		}
	}
}

// Connected tells whether a bot is connected and has had its READY or RESUMED.
func (d *Discord) Connected() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.connected()
}

func (d *Discord) connected() bool {
	return slices.ContainsFunc(d.gateway.sessions, func(s *session) bool { return s.link != nil })
}

// WaitConnected waits for Connected and ends the test when it does not come.
func (d *Discord) WaitConnected() {
	d.t.Helper()
	if !d.await(2*d.patience, d.connected) {
		d.t.Fatal("discordtest: the bot did not connect")
	}
}

// Identifies are the times at which a bot sent IDENTIFY.
func (d *Discord) Identifies() []time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.gateway.identified)
}

// Resumes are the times at which a bot sent RESUME.
func (d *Discord) Resumes() []time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.gateway.resumed)
}

// Connections are the times at which a bot opened a websocket.
func (d *Discord) Connections() []time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.gateway.connected)
}

// Heartbeats is the number of heartbeats that a bot sent.
func (d *Discord) Heartbeats() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.gateway.heartbeats
}
