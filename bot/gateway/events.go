package gateway

import "encoding/json"

// handle does what a frame asks for.
func (c *socket) handle(f frame) {
	switch *f.Op {
	case opDispatch:
		c.dispatch(f)
	case opHeartbeat:
		c.heartbeat()
	case opAcknowledge:
		_ = c.alive()
	case opReconnect:
		c.leave(ending{reason: "asked"})
	case opInvalidSession:
		if !f.resumable() {
			c.session.forget()
		}
		c.leave(ending{reason: "invalid session"})
	}
}

// dispatch passes an event on, and notes how far we are.
func (c *socket) dispatch(f frame) {
	if f.Kind == "READY" {
		if err := c.start(f.Data); err != nil {
			c.bad(err)
			return
		}
	}
	c.session.bad = 0
	c.session.seq = max(c.session.seq, f.Seq)
	c.seq.Store(c.session.seq)
	c.l.metrics.Event(f.Kind)
	switch f.Kind {
	case "READY", "RESUMED":
		c.ready.Store(true)
		c.session.failed = 0
		c.l.ready.Store(true)
		c.l.log.Info("connected to Discord", "by", f.Kind)
	default:
		c.l.deliver(f.Kind, f.Data)
	}
}

func (c *socket) start(data json.RawMessage) error {
	r, err := readReady(data)
	if err != nil {
		return err
	}
	c.session.id = r.SessionID
	c.l.me.Store(r.User)
	c.l.registered.Do(func() { go c.l.register(r.Application.ID) })
	return nil
}

// bad leaves the connection for a frame that is none, so that RESUME brings it
// again. A frame that stays so is left out in the end: better to lose one
// event than all that follow.
func (c *socket) bad(err error) {
	c.session.bad++
	if c.session.bad > badFramesBeforeDoubt {
		c.l.log.Warn("left out a frame that could not be read", "error", err)
		return
	}
	c.leave(ending{reason: "bad frame", err: err})
}
