package discordtest

import (
	"strconv"
	"time"

	"verbatim/bot/discordtest/socket"
)

// discordEpoch is the first millisecond of 2015, from which ids count.
const discordEpoch = 1420070400000

// nextID is for callers that hold the lock.
func (d *Discord) nextID() string {
	id := (time.Now().UnixMilli() - discordEpoch) << 22
	if id <= d.lastID {
		id = d.lastID + 1
	}
	d.lastID = id
	return strconv.FormatInt(id, 10)
}

// change tells everyone who waits that something happened. The caller holds
// the lock.
func (d *Discord) change() {
	close(d.changed)
	d.changed = make(chan struct{})
}

// await waits until cond holds, which is called with the lock held, and tells
// whether it came to hold in time.
func (d *Discord) await(limit time.Duration, cond func() bool) bool {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	for {
		d.mu.Lock()
		ok, changed := cond(), d.changed
		d.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-changed:
		case <-deadline.C:
			return false
		case <-d.done:
			return false
		}
	}
}

// Eventually waits until cond holds or the patience is at an end, and tells
// which. It is looked at whenever something happens, and every 5 ms.
func (d *Discord) Eventually(cond func() bool) bool {
	for end := time.Now().Add(d.patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if cond() {
			return true
		}
	}
	return cond()
}

// WaitConnected waits for Connected and ends the test when it does not come.
func (d *Discord) WaitConnected() {
	d.t.Helper()
	if !d.await(2*d.patience, d.Connected) {
		d.t.Fatal("discordtest: the bot did not connect")
	}
}

// dispatch tells the bot of an event. The caller holds the lock.
func (d *Discord) dispatch(e socket.Event) {
	d.Dispatch(e)
	d.change()
}

// world is the stand-in as its websocket side sees it.
type world struct{ d *Discord }

// Ready has the bot and the servers that it is in.
func (w world) Ready(use func(socket.Ready)) {
	d := w.d
	d.mu.Lock()
	defer d.mu.Unlock()
	r := socket.Ready{Bot: d.bot.json(), Application: d.application, URL: d.gatewayURL()}
	for _, g := range d.guilds {
		if !g.foreign {
			r.Guilds = append(r.Guilds, socket.Guild{ID: g.id, JSON: g.json()})
		}
	}
	use(r)
}

// Changed wakes everyone who waits.
func (w world) Changed() {
	w.d.mu.Lock()
	defer w.d.mu.Unlock()
	w.d.change()
}
