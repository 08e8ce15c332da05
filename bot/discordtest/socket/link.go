package socket

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// link is one websocket connection of a bot.
type link struct {
	g    *Gateway
	conn *websocket.Conn
	out  chan sending
	once sync.Once
	gone chan struct{}

	// Under the lock of the gateway.
	frozen bool // a zombie, or closed: nothing comes any more
	sends  []time.Time
}

// sending is a message on its way to the bot, of a type of websocket's.
type sending struct {
	kind int
	text []byte
}

// write sends what was put out, so that nobody waits for the network under
// the lock.
func (l *link) write() {
	for {
		select {
		case s := <-l.out:
			if l.conn.WriteMessage(s.kind, s.text) != nil {
				l.cut()
				return
			}
		case <-l.gone:
			return
		}
	}
}

// send and raw are called with the lock held. Neither waits.
func (l *link) send(frame object) { l.raw(AppendJSON(nil, frame)) }

func (l *link) raw(frame []byte) { l.put(websocket.TextMessage, frame) }

func (l *link) put(kind int, text []byte) {
	if l.frozen {
		return
	}
	select {
	case l.out <- sending{kind, text}:
	case <-l.gone:
	}
}

// cut ends the connection without a word.
func (l *link) cut() {
	l.once.Do(func() {
		close(l.gone)
		_ = l.conn.NetConn().Close()
	})
}

// closeWith ends the connection with a close code, after what was sent before.
// It is called with the lock held; the session is without a connection at
// once. A bot that does not close its side within a second is cut off.
func (l *link) closeWith(code int) {
	l.put(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""))
	l.frozen = true
	l.g.forget(l)
	time.AfterFunc(time.Second, l.cut)
}

// read handles what the bot sends until the connection ends.
func (l *link) read() {
	defer l.cut()
	for {
		_, text, err := l.conn.ReadMessage()
		if err != nil {
			l.ended(err)
			return
		}
		var frame struct {
			Op int             `json:"op"`
			D  json.RawMessage `json:"d"`
		}
		decoded := json.Unmarshal(text, &frame) == nil
		l.take(decoded, frame.Op, frame.D)
		l.g.world.Changed()
	}
}

// take handles one frame. The world stands still while a bot is told what there is.
func (l *link) take(decoded bool, op int, data json.RawMessage) {
	handle := func(r Ready) {
		l.g.mu.Lock()
		defer l.g.mu.Unlock()
		if !decoded {
			l.closeWith(closeNotDecoded)
			return
		}
		l.handle(op, data, r)
	}
	if op == opIdentify {
		l.g.world.Ready(handle)
		return
	}
	handle(Ready{})
}

// ended forgets the session when the bot itself closed with 1000 or 1001, as
// Discord does.
func (l *link) ended(err error) {
	if !websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway) {
		return
	}
	l.g.mu.Lock()
	defer l.g.mu.Unlock()
	for _, s := range l.g.sessions {
		if s.link == l || s.last == l {
			l.g.end(s)
			return
		}
	}
}

// handle is called with the lock held.
func (l *link) handle(op int, data json.RawMessage, r Ready) {
	if l.tooFast() {
		l.closeWith(closeTooFast)
		return
	}
	switch op {
	case opHeartbeat:
		l.g.heartbeats++
		if !l.frozen {
			l.send(object{"op": opAcknowledge})
		}
	case opIdentify:
		l.identify(data, r)
	case opResume:
		l.resume(data)
	case opPresence:
	default:
		l.closeWith(closeUnknownOp)
	}
}

// tooFast counts what a bot sends in a minute; Discord closes the connection
// of one that sends more than 120.
func (l *link) tooFast() bool {
	now := time.Now()
	l.sends = append(l.sends, now)
	for len(l.sends) > 0 && now.Sub(l.sends[0]) > time.Minute {
		l.sends = l.sends[1:]
	}
	// Heartbeats of some milliseconds, as tests have, count for nothing.
	return l.g.Heartbeat >= time.Second && len(l.sends) > sendsPerMinute
}
