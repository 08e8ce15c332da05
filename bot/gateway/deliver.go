package gateway

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	"verbatim/bot/gateway/fields"
	"verbatim/bot/gateway/read"
)

// tokenLife is how long Discord takes follow-ups to an interaction.
const tokenLife = 15 * time.Minute

type receivedKey struct{}

// Received is when the event came that a handler's context belongs to, or the
// zero time for another context.
func Received(ctx context.Context) time.Time {
	at, _ := ctx.Value(receivedKey{}).(time.Time)
	return at
}

// deliver hands an event to its function, once. It is read in the goroutine that
// handles it, so that the connection does not wait for that, from a copy, since
// data shares memory with what comes next.
func (l *Link) deliver(kind string, data json.RawMessage) {
	switch kind {
	case "GUILD_CREATE", "GUILD_UPDATE", "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBER_UPDATE",
		"CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE":
		l.permissionsChanged(kind, data)
	case "INTERACTION_CREATE":
		if l.config.Interaction == nil {
			return
		}
		data = bytes.Clone(data)
		l.handle(kind, func(ctx context.Context) {
			i, err := read.Interaction(data)
			if l.once(kind, i.ID, l.seen.interactions, err) {
				l.config.Interaction(ctx, i)
			}
		})
	case "MESSAGE_CREATE":
		if l.config.Message == nil || ofBot(data) {
			return
		}
		data = bytes.Clone(data)
		l.handle(kind, func(ctx context.Context) {
			m, err := read.Message(data)
			if l.once(kind, m.ID, l.seen.messages, err) {
				l.config.Message(ctx, m)
			}
		})
	}
}

// permissionsChanged passes on which server an event is of.
func (l *Link) permissionsChanged(kind string, data json.RawMessage) {
	defer l.guard(kind)
	name := "guild_id"
	if kind == "GUILD_CREATE" || kind == "GUILD_UPDATE" {
		name = "id"
	}
	guild, err := fields.Text(fields.Of(data, name))
	if err == nil && guild != "" && l.config.PermissionsChanged != nil {
		l.config.PermissionsChanged(guild)
	}
}

// once tells whether an event was not seen before. One without an id can neither
// be told from others nor be answered.
func (l *Link) once(kind, id string, seen *memory, err error) bool {
	if err != nil {
		l.log.Warn("Discord sent something unknown", "event", kind, "id", id, "error", err)
	}
	return id != "" && seen.first(id)
}

// ofBot tells whether a message is of a bot, such as this one: most messages
// that a bot hears of are its own, and those are the longest.
func ofBot(data json.RawMessage) bool {
	return string(fields.Of(fields.Of(data, "author"), "bot")) == "true"
}

// handle runs f in a goroutine of its own. A panic in it is logged and harms
// nothing else.
func (l *Link) handle(kind string, f func(context.Context)) {
	now := time.Now()
	ctx, cancel := context.WithDeadline(context.WithValue(l.handlers, receivedKey{}, now), now.Add(tokenLife))
	l.inFlight.Add(1)
	l.running.Add(1)
	l.work(func() {
		defer l.inFlight.Done()
		defer l.running.Add(-1)
		defer cancel()
		defer l.guard(kind)
		f(ctx)
	})
}

// workerWaits is how long a goroutine waits for another event.
const workerWaits = time.Second

// work runs do in a goroutine that waits for something to do, whose stack has grown as far
// as a handler needs, or in a new one.
func (l *Link) work(do func()) {
	select {
	case l.idle <- do:
		return
	default:
	}
	go func() {
		waited := time.NewTimer(workerWaits)
		defer waited.Stop()
		for {
			do()
			waited.Reset(workerWaits)
			select {
			case do = <-l.idle:
			case <-waited.C:
				return
			}
		}
	}()
}

// guard is deferred around all that reads or handles what Discord sent.
func (l *Link) guard(kind string) {
	if what := recover(); what != nil {
		l.metrics.Panicked()
		l.log.Error("a handler panicked", "event", kind, "panic", fmt.Sprint(what), "stack", string(debug.Stack()))
	}
}
