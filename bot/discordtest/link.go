package discordtest

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// link is one websocket connection of a bot.
type link struct {
	d    *Discord
	conn *websocket.Conn
	out  chan []byte
	once sync.Once
	gone chan struct{}

	// Under the lock of Discord.
	frozen bool // a zombie: nothing comes any more
	sends  []time.Time
}

// write sends what was put out, so that nobody waits for the network under
// the lock.
func (l *link) write() {
	for {
		select {
		case frame := <-l.out:
			if l.conn.WriteMessage(websocket.TextMessage, frame) != nil {
				l.cut()
				return
			}
		case <-l.gone:
			return
		}
	}
}

// send and raw are called with the lock held. Neither waits.
func (l *link) send(frame object) {
	text, err := json.Marshal(frame)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	l.raw(text)
}

func (l *link) raw(frame []byte) {
	if l.frozen {
		return
	}
	select {
	case l.out <- frame:
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
func (l *link) closeWith(code int) {
	go func() {
		for end := time.Now().Add(time.Second); len(l.out) > 0 && time.Now().Before(end); {
			time.Sleep(time.Millisecond)
		}
		frame := websocket.FormatCloseMessage(code, "")
		_ = l.conn.WriteControl(websocket.CloseMessage, frame, time.Now().Add(time.Second))
		time.Sleep(20 * time.Millisecond)
		l.cut()
	}()
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
		if json.Unmarshal(text, &frame) != nil {
			l.closeWith(closeNotDecoded)
			continue
		}
		l.d.mu.Lock()
		l.handle(frame.Op, frame.D)
		l.d.change()
		l.d.mu.Unlock()
	}
}

// ended forgets the session when the bot itself closed with 1000 or 1001, as
// Discord does.
func (l *link) ended(err error) {
	if !websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway) {
		return
	}
	l.d.mu.Lock()
	defer l.d.mu.Unlock()
	if s := l.d.sessionOf(l); s != nil {
		l.d.end(s)
	}
}

// handle is called with the lock held.
func (l *link) handle(op int, data json.RawMessage) {
	if l.tooFast() {
		l.closeWith(closeTooFast)
		return
	}
	switch op {
	case opHeartbeat:
		l.d.gateway.heartbeats++
		if !l.frozen {
			l.send(object{"op": opAcknowledge})
		}
	case opIdentify:
		l.identify(data)
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
	return l.d.heartbeat >= time.Second && len(l.sends) > sendsPerMinute
}
