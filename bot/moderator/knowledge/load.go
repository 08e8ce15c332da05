package knowledge

import (
	"context"
	"encoding/hex"
	"log/slog"
	"time"

	"verbatim/bot/event"
	"verbatim/kb"
)

// A load is a knowledge file that was read and waits for a yes. It belongs to one
// person in one server.
type load struct {
	Number       string // that stands for it in its buttons
	User, Server string
	Statements   []*kb.Statement
}

// Steps keeps for other processes what people are at between two presses; that of
// kb/step is one. What each method promises is told there.
type Steps interface {
	Keep(ctx context.Context, kind, server, id string, value any, life time.Duration) error
	Read(ctx context.Context, kind, id string, into any) bool
	First(ctx context.Context, kind, server, id string, life time.Duration) (bool, error)
}

// loads are those that wait, in memory, and for other processes the last of each server
// in the database.
type loads struct {
	known *event.Memory[string, load] // by number
	steps Steps                       // nil: there are no other processes
	log   *slog.Logger
}

// What is remembered, and for how long.
const (
	loadsMost, loadsFor = 10, 24 * time.Hour
	loadsElsewhere      = time.Hour // they may be long
)

// How other processes know what is kept for them.
const (
	stepLoad  = "load"
	stepTaken = "load-taken"
)

func newLoads(c Config) loads {
	return loads{event.NewMemory[string, load](loadsMost, loadsFor, c.Now), c.Steps, c.Log}
}

// begin remembers a file in the place of an earlier one of the same person. When they
// are many, the oldest is forgotten.
func (l loads) begin(ctx context.Context, e *event.Event, statements []*kb.Statement) (about []byte) {
	l.known.Forget(func(_ string, one load) bool { return one.User == e.User && one.Server == e.Guild })
	return l.put(ctx, e, statements)
}

func (l loads) put(ctx context.Context, e *event.Event, statements []*kb.Statement) (about []byte) {
	_, about = event.NewNumber()
	one := load{hex.EncodeToString(about), e.User, e.Guild, statements}
	l.known.Put(one.Number, one)
	if l.steps == nil {
		return about
	}
	if err := l.steps.Keep(ctx, stepLoad, e.Guild, e.Guild, one, loadsElsewhere); err != nil {
		l.log.Warn("a file can only be loaded in the process that has read it", "id", e.ID, "error", err)
	}
	return about
}

// take is the file that the button of an event belongs to; it is forgotten, in all
// processes.
func (l loads) take(ctx context.Context, e *event.Event) ([]*kb.Statement, bool) {
	number := hex.EncodeToString(e.Used.About)
	one, ok := l.known.Get(number)
	if !ok && l.steps != nil {
		ok = l.steps.Read(ctx, stepLoad, e.Guild, &one)
	}
	if !ok || one.Number != number || one.User != e.User || one.Server != e.Guild {
		return nil, false
	}
	l.known.Forget(func(key string, _ load) bool { return key == number })
	if l.steps == nil {
		return one.Statements, true
	}
	first, err := l.steps.First(ctx, stepTaken, e.Guild, number, loadsFor)
	if err != nil {
		l.log.Warn("whether another process has loaded a file cannot be told", "id", e.ID, "error", err)
	}
	return one.Statements, first || err != nil // loading it twice is as once
}
