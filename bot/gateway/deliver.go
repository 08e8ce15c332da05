package gateway

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/bwmarrin/discordgo"
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
// handles it, so that the connection does not wait for that.
func (l *Link) deliver(kind string, data json.RawMessage) {
	switch kind {
	case "INTERACTION_CREATE":
		if l.config.Interaction == nil {
			return
		}
		l.handle(kind, func(ctx context.Context) {
			i, err := readInteraction(data)
			if l.once(kind, i.ID, l.seen.interactions, err) {
				l.config.Interaction(ctx, i)
			}
		})
	case "MESSAGE_CREATE":
		if l.config.Message == nil || ofBot(data) {
			return
		}
		l.handle(kind, func(ctx context.Context) {
			m, err := readMessage(data)
			if l.once(kind, m.ID, l.seen.messages, err) {
				l.config.Message(ctx, m)
			}
		})
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
	return string(fields(fields(data)["author"])["bot"]) == "true"
}

// handle runs f in a goroutine of its own. A panic in it is logged and harms
// nothing else.
func (l *Link) handle(kind string, f func(context.Context)) {
	now := time.Now()
	ctx, cancel := context.WithDeadline(context.WithValue(l.handlers, receivedKey{}, now), now.Add(tokenLife))
	l.inFlight.Add(1)
	l.running.Add(1)
	go func() {
		defer l.inFlight.Done()
		defer l.running.Add(-1)
		defer cancel()
		defer l.guard(kind)
		f(ctx)
	}()
}

// guard is deferred around all that reads or handles what Discord sent.
func (l *Link) guard(kind string) {
	if what := recover(); what != nil {
		l.watch.Panicked()
		l.log.Error("a handler panicked", "event", kind, "panic", fmt.Sprint(what), "stack", string(debug.Stack()))
	}
}

// readInteraction reads an interaction. When Discord sent something in it that
// discordgo does not know, there is an error and all else that could be read:
// enough to answer.
func readInteraction(data json.RawMessage) (*discordgo.Interaction, error) {
	i := &discordgo.Interaction{}
	err := json.Unmarshal(data, i)
	if err == nil || i.ID != "" {
		return i, err
	}
	// The message on which a component was used may be what is not understood.
	reread := json.Unmarshal(without(data, "message"), i)
	if i.ID == "" && reread != nil {
		return i, reread
	}
	return i, err
}

// readMessage reads a message, without its components if those are unknown.
func readMessage(data json.RawMessage) (*discordgo.Message, error) {
	m := &discordgo.Message{}
	err := json.Unmarshal(data, m)
	if err == nil {
		return m, nil
	}
	m = &discordgo.Message{}
	if json.Unmarshal(without(data, "components", "referenced_message", "message_snapshots"), m) != nil {
		return m, err
	}
	return m, nil
}

// without is a JSON object less some of its fields.
func without(data json.RawMessage, names ...string) json.RawMessage {
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil {
		return data
	}
	for _, name := range names {
		delete(fields, name)
	}
	less, err := json.Marshal(fields)
	if err != nil {
		return data
	}
	return less
}
