package gateway_test

import (
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/fault"
	"verbatim/bot/discordtest/socket"
	"verbatim/bot/gateway"
)

func TestReadyFollowsTheConnection(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	d.OnIdentify(socket.Silence()) // a connection that is open is not yet ready
	e := begin(t, d, in(func(timing *gateway.Timing) { timing.ReadyWithin = time.Second }))
	d.Eventually(func() bool { return len(d.Identifies()) == 1 })
	if e.Ready() || e.Me() != nil {
		t.Error("ready before READY")
	}
	d.WaitCommands()
	says(t, ann, "hello")
	if !e.Ready() || e.Me().ID != d.BotID() {
		t.Errorf("ready %v as %v", e.Ready(), e.Me())
	}
	d.RefuseConnections(true)
	d.Drop()
	if !d.Eventually(func() bool { return !e.Ready() }) {
		t.Error("ready without a connection")
	}
}

// TestWhatEndsAConnection has what may happen to a connection, after which the
// session is resumed and nothing that was asked meanwhile is lost.
func TestWhatEndsAConnection(t *testing.T) {
	t.Parallel()
	ops := func(reactions ...socket.Reaction) func(*discordtest.Discord) {
		return func(d *discordtest.Discord) {
			d.OnResume(reactions[1:]...)
			d.Do(reactions[0])
		}
	}
	cut, op7 := socket.Cut(), socket.AskToReconnect()
	for _, c := range []struct {
		name    string
		happens func(*discordtest.Discord)
		resumes int
		reason  string
	}{
		{"the connection drops", (*discordtest.Discord).Drop, 1, "dropped"},
		{"Discord asks to reconnect", ops(op7), 1, "asked"},
		{"Discord asks to reconnect right after RESUME", ops(cut, op7, op7), 3, "asked"},
		{"the session is invalid and can be resumed", ops(socket.InvalidSession(true)), 1, "invalid session"},
		{"so it is right after RESUME", ops(cut, socket.InvalidSession(true)), 2, "invalid session"},
		{"Discord closes with 4000", ops(socket.CloseWith(4000)), 1, "closed"},
		{"Discord closes with 4008", ops(socket.CloseWith(4008)), 1, "closed"},
		{"Discord closes with 1001", ops(socket.CloseWith(1001)), 1, "closed"},
		{"a frame is cut short", ops(socket.SendFrame(`{"op":0,"t":"MESSAGE_CRE`)), 1, "bad frame"},
		{"a frame is null", ops(socket.SendFrame(`null`)), 1, "bad frame"},
		{"a frame has no operation", ops(socket.SendFrame(`{}`)), 1, "bad frame"},
		{"a frame is no JSON", ops(socket.SendFrame(`<html>`)), 1, "bad frame"},
		{"RESUME is answered with null", ops(cut, socket.SendFrame(`null`)), 2, "bad frame"},
		{"RESUME is not answered", ops(cut, socket.Silence()), 2, "silent"},
		{"Discord says nothing on the next connection", func(d *discordtest.Discord) { d.NoHello(1); d.Drop() }, 1, "silent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, ann := world(t, discordtest.Heartbeat(time.Minute))
			e := run(t, d, in(func(timing *gateway.Timing) { timing.HelloWithin, timing.ReadyWithin = time.Second, time.Second }))
			says(t, ann, "before")
			c.happens(d)
			says(t, ann, "during") // it may be sent while nobody listens
			says(t, ann, "after")
			if n := len(d.Resumes()); n != c.resumes {
				t.Errorf("%d RESUMEs, want %d", n, c.resumes)
			}
			if n := len(d.Identifies()); n != 1 {
				t.Errorf("%d IDENTIFYs, want 1", n)
			}
			if e.counted("ended "+c.reason) == 0 {
				t.Errorf("ended otherwise than %q: %v", c.reason, e.counts)
			}
			if n := e.counted("interaction"); n != 3 {
				t.Errorf("%d interactions handled, want 3", n)
			}
		})
	}
}

// TestADeadConnectionIsNoticedWithinTwoHeartbeats counts heartbeats, not time,
// so that a busy machine changes nothing.
func TestADeadConnectionIsNoticedWithinTwoHeartbeats(t *testing.T) {
	t.Parallel()
	d, ann := world(t, discordtest.Heartbeat(400*time.Millisecond))
	e := run(t, d)
	d.Eventually(func() bool { return d.Heartbeats() >= 3 })
	if len(d.Connections()) != 1 {
		t.Fatal("a connection in order was given up")
	}
	before := d.Heartbeats()
	d.Zombie()
	asked := ann.Slash("say", "word", "meanwhile")
	d.Eventually(func() bool { return e.counted("ended dead") == 1 })
	if n := d.Heartbeats() - before; n > 2 {
		t.Errorf("noticed after %d heartbeats, want 2", n)
	}
	if got := asked.Text(); got != "You said meanwhile." {
		t.Errorf("got %q", got)
	}
	if len(d.Resumes()) != 1 || len(d.Identifies()) != 1 {
		t.Errorf("%d RESUMEs and %d IDENTIFYs, want 1 and 1", len(d.Resumes()), len(d.Identifies()))
	}
}

func TestDiscordIsAwayForAWhile(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	// Neither the websocket nor the address of it: the last one is kept.
	d.RefuseConnections(true)
	d.FaultAlways("GET /gateway", fault.Status(500))
	d.Drop()
	asked := ann.Slash("say", "word", "meanwhile")
	d.Eventually(func() bool { return e.counted("ended refused") >= 2 })
	d.RefuseConnections(false)
	if got := asked.Text(); got != "You said meanwhile." {
		t.Errorf("got %q", got)
	}
}

func TestTheAddressIsAskedForAgainWhenItFails(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	d.Drop()
	says(t, ann, "at the same address")
	if n := len(d.Requests("GET /gateway")); n != 1 {
		t.Errorf("asked %d times for the address, want 1", n)
	}
	d.RefuseConnections(true)
	d.Drop()
	d.Eventually(func() bool { return e.counted("ended refused") >= 2 })
	if n := len(d.Requests("GET /gateway")); n < 2 {
		t.Errorf("asked %d times for the address, want it asked again", n)
	}
}

func TestAFrameThatStaysBroken(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	d.RefuseConnections(true)
	d.Drop()
	lost := ann.Mention("this one cannot be read")
	kept := ann.Slash("say", "word", "kept")
	d.BreakFirst(4)
	d.RefuseConnections(false)
	if got := kept.Text(); got != "You said kept." {
		t.Errorf("the one after it: %q", got)
	}
	says(t, ann, "after")
	if n := e.counted("ended bad frame"); n != 3 || len(d.Identifies()) != 1 {
		t.Errorf("left %d times, want 3, and %d IDENTIFYs, want 1", n, len(d.Identifies()))
	}
	if e.counted("message") != 0 {
		t.Errorf("what cannot be read was answered: %q", lost.Text())
	}
}

func TestDiscordMayAskForAHeartbeat(t *testing.T) {
	t.Parallel()
	d, ann := world(t, discordtest.Heartbeat(time.Hour))
	run(t, d)
	before := d.Heartbeats()
	d.Do(socket.SendFrame(`{"op":1,"d":null}`))
	if !d.Eventually(func() bool { return d.Heartbeats() > before }) {
		t.Error("no heartbeat came")
	}
	says(t, ann, "after")
}
