package socket

import (
	"slices"
	"time"
)

// faults are what goes wrong on the websocket side.
type faults struct {
	onResume      []Reaction
	onIdentify    []Reaction
	identifyEvery time.Duration
	silent        int  // connections that get no HELLO
	broken        int  // RESUMEs whose first event cannot be read
	closed        bool // no connections at all
	twice         bool // every event comes twice
}

// Reaction is what Discord does on RESUME or IDENTIFY instead of what it
// should. It is called with the lock held; the session is nil on IDENTIFY and
// when there is none to resume.
type Reaction func(l *link, s *session)

// AskToReconnect answers with op 7.
func AskToReconnect() Reaction {
	return func(l *link, _ *session) { l.send(object{"op": opReconnect, "d": nil}) }
}

// InvalidSession answers with op 9. A session that is not resumable is gone.
func InvalidSession(resumable bool) Reaction {
	return func(l *link, s *session) {
		if s != nil && !resumable {
			l.g.end(s)
		}
		l.send(object{"op": opInvalidSession, "d": resumable})
	}
}

// CloseWith closes the connection with a code.
func CloseWith(code int) Reaction {
	return func(l *link, _ *session) { l.closeWith(code) }
}

// Cut ends the connection without a word.
func Cut() Reaction {
	return func(l *link, _ *session) {
		l.g.forget(l)
		l.cut()
	}
}

// Silence answers nothing at all.
func Silence() Reaction {
	return func(*link, *session) {}
}

// SendFrame answers with a text that may be no frame at all.
func SendFrame(text string) Reaction {
	return func(l *link, _ *session) { l.raw([]byte(text)) }
}

// next takes the first of a queue.
func next(queue *[]Reaction) Reaction {
	if len(*queue) == 0 {
		return nil
	}
	first := (*queue)[0]
	*queue = (*queue)[1:]
	return first
}

// take counts one down and tells whether there was one.
func take(n *int) bool {
	if *n == 0 {
		return false
	}
	*n--
	return true
}

// OnResume sets what happens on the next RESUMEs, one reaction each.
func (g *Gateway) OnResume(reactions ...Reaction) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.onResume = append(g.faults.onResume, reactions...)
}

// OnIdentify sets what happens on the next IDENTIFYs, one reaction each.
func (g *Gateway) OnIdentify(reactions ...Reaction) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.onIdentify = append(g.faults.onIdentify, reactions...)
}

// IdentifyEvery answers an IDENTIFY that comes sooner after another with op 9,
// as Discord does within 5 s.
func (g *Gateway) IdentifyEvery(pause time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.identifyEvery = pause
}

// NoHello lets the next n connections open and then says nothing.
func (g *Gateway) NoHello(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.silent = n
}

// BreakFirst cuts the first event short that each of the next n RESUMEs brings.
// The others come as they should.
func (g *Gateway) BreakFirst(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.broken = n
}

// RefuseConnections turns the websocket side off and on again.
func (g *Gateway) RefuseConnections(refuse bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.closed = refuse
}

// Twice sends every event twice, and after a RESUME some that the bot had.
func (g *Gateway) Twice() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults.twice = true
	for _, s := range g.sessions {
		s.twice = true
	}
}

// each does something to every open connection.
func (g *Gateway) each(do Reaction) {
	g.mu.Lock()
	for _, l := range slices.Clone(g.links) {
		do(l, g.sessionOf(l))
	}
	g.mu.Unlock()
	g.world.Changed()
}

// Drop cuts every connection without a word.
func (g *Gateway) Drop() { g.each(Cut()) }

// Do does to every open connection what a reaction does: op 7, op 9, a close
// code, a frame that is none.
func (g *Gateway) Do(r Reaction) { g.each(r) }

// Zombie lets every connection stand open while nothing comes any more:
// neither acknowledgements nor events.
func (g *Gateway) Zombie() { g.each(func(l *link, _ *session) { l.frozen = true }) }
