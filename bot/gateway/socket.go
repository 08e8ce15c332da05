package gateway

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// ending is why a connection is over.
type ending struct {
	reason string // a word of Metrics.Ended
	code   int    // Discord's close code, if it sent one
	err    error
	ready  bool // READY or RESUMED had come
}

// socket is one connection to Discord's gateway.
type socket struct {
	l       *Link
	conn    *websocket.Conn
	session *session
	every   time.Duration // between heartbeats

	text bytes.Buffer // what is being read; see read

	identified func() // ends the turn to identify

	seq     atomic.Int64 // the session's, for heartbeats
	ready   atomic.Bool  // READY or RESUMED has come
	writing sync.Mutex

	closing sync.Once
	ended   ending // once done is closed
	done    chan struct{}
}

// connect opens one connection, lives through it and tells how it ended. The
// session is resumed if there is one.
func (l *Link) connect(ctx context.Context, s *session) ending {
	identified := func() {}
	if s.id == "" {
		l.pace.Ask(func() int { return l.atOnce(ctx) })
		done, err := l.pace.Wait(ctx, l.config.Shard.Number)
		if err != nil {
			return ending{reason: "closed", err: err}
		}
		defer done()
		identified = done
	}
	c, err := l.dial(ctx, s)
	if err != nil {
		return ending{reason: "refused", err: err}
	}
	c.identified = identified
	stop := context.AfterFunc(ctx, func() {
		c.end(ending{reason: "closed", err: ctx.Err()}, websocket.CloseNormalClosure)
	})
	defer stop()
	return c.live()
}

// where is the address of the websocket: the last one told, unless the last
// attempt at it failed; then it is asked for again.
func (l *Link) where(ctx context.Context) (string, error) {
	if l.address == "" || l.doubted {
		told, err := l.client.gateway(ctx)
		if err != nil && l.address == "" {
			return "", err
		}
		if err == nil {
			l.address = told
		}
	}
	return l.address, nil
}

func (l *Link) dial(ctx context.Context, s *session) (*socket, error) {
	address, err := l.where(ctx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, l.timing.HelloWithin)
	defer cancel()
	query := "/?v=" + discordgo.APIVersion + "&encoding=json"
	dialer := websocket.Dialer{Proxy: http.ProxyFromEnvironment}
	conn, response, err := dialer.DialContext(ctx, strings.TrimSuffix(address, "/")+query, nil)
	l.doubted = err != nil
	if err != nil {
		return nil, err
	}
	_ = response.Body.Close()
	conn.SetReadLimit(greatestFrame)
	// To repeat Discord's 1000 or 1001 would end the session.
	conn.SetCloseHandler(func(int, string) error { return nil })
	c := &socket{l: l, conn: conn, session: s, done: make(chan struct{})}
	c.seq.Store(s.seq)
	return c, nil
}

// live shakes hands and reads until the connection is over.
func (c *socket) live() ending {
	if err := c.hello(); err != nil {
		e := readEnding(err)
		if e.code == 0 {
			e.reason = "silent"
		}
		return c.leave(e)
	}
	go c.beat()
	c.introduce()
	late := time.AfterFunc(c.l.timing.ReadyWithin, func() {
		if !c.ready.Load() {
			c.leave(ending{reason: "silent", err: errors.New("neither READY nor RESUMED came")})
		}
	})
	defer late.Stop()
	for {
		select {
		case <-c.done:
			return c.ended // what is left is sent again after RESUME
		default:
			c.read()
		}
	}
}

// read handles one frame. All are read into the same memory, which grows with the
// longest; that of a very long one is given back.
func (c *socket) read() {
	if c.text.Cap() > longText {
		c.text = bytes.Buffer{}
	}
	c.text.Reset()
	_, r, err := c.conn.NextReader()
	if err == nil {
		_, err = c.text.ReadFrom(r)
	}
	if err != nil {
		c.leave(readEnding(err))
		return
	}
	f, err := readFrame(c.text.Bytes())
	if err != nil {
		c.bad(err)
		return
	}
	c.handle(f)
}

// readEnding tells a connection that Discord closed from one that broke and
// from one that was dead: its deadline moves with each acknowledgement.
func readEnding(err error) ending {
	var closed *websocket.CloseError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &closed) && closed.Code != websocket.CloseAbnormalClosure:
		return ending{reason: "closed", code: closed.Code, err: err}
	case errors.As(err, &timeout) && timeout.Timeout():
		return ending{reason: "dead", err: err}
	}
	return ending{reason: "dropped", err: err}
}

func (c *socket) hello() error {
	if err := c.conn.SetReadDeadline(time.Now().Add(c.l.timing.HelloWithin)); err != nil {
		return err
	}
	_, text, err := c.conn.ReadMessage()
	if err != nil {
		return err
	}
	f, err := readFrame(text)
	if err != nil {
		return err
	}
	if c.every, err = f.interval(); err != nil {
		return err
	}
	return c.alive()
}

// alive gives the connection two heartbeats until it counts as dead.
func (c *socket) alive() error {
	return c.conn.SetReadDeadline(time.Now().Add(2 * c.every))
}

// introduce resumes the session or starts one.
func (c *socket) introduce() {
	token := c.l.config.Token
	if c.session.id != "" {
		c.session.failed++ // until RESUMED
		c.write(opResume, map[string]any{"token": token, "session_id": c.session.id, "seq": c.session.seq})
		return
	}
	c.l.metrics.Identified()
	c.l.pace.Count(c.l.config.Shard.Number, time.Now())
	c.write(opIdentify, discordgo.Identify{
		Token:          token,
		Intents:        c.l.config.Intents,
		LargeThreshold: 50,
		Properties:     discordgo.IdentifyProperties{OS: runtime.GOOS, Browser: "discordgo", Device: "discordgo"},
		Shard:          c.l.config.Shard.identify(),
	})
	c.identified()
}

// beat sends heartbeats, the first after a random part of the interval, as
// Discord asks.
func (c *socket) beat() {
	timer := time.NewTimer(jitter(c.every))
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			c.heartbeat()
			timer.Reset(c.every)
		case <-c.done:
			return
		}
	}
}

func (c *socket) heartbeat() {
	if seq := c.seq.Load(); seq > 0 {
		c.write(opHeartbeat, seq)
		return
	}
	c.write(opHeartbeat, nil)
}

// write sends a frame. That it failed shows when reading.
func (c *socket) write(op int, data any) {
	text, err := json.Marshal(map[string]any{"op": op, "d": data})
	if err != nil {
		c.leave(ending{reason: "closed", err: err})
		return
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	_ = c.conn.SetWriteDeadline(time.Now().Add(c.every))
	_ = c.conn.WriteMessage(websocket.TextMessage, text)
}

// leave closes the connection so that its session can be resumed.
func (c *socket) leave(e ending) ending { return c.end(e, closeAndResume) }

// end closes the connection with a code, unless that has happened, and returns
// why it was done first.
func (c *socket) end(e ending, code int) ending {
	c.closing.Do(func() {
		e.ready = c.ready.Load()
		c.ended = e
		close(c.done)
		frame := websocket.FormatCloseMessage(code, "")
		_ = c.conn.WriteControl(websocket.CloseMessage, frame, time.Now().Add(time.Second))
		_ = c.conn.Close()
	})
	return c.ended
}
