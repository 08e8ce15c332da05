package knowledge

import (
	"time"

	"verbatim/bot/event"
	"verbatim/kb"
)

// A load is a knowledge file that was read and waits for a yes. It belongs to one
// person in one server.
type load struct {
	number       uint64
	user, server string
	statements   []*kb.Statement
}

// loads are those that wait, in memory.
type loads struct {
	known *event.Memory[uint64, load] // by number
}

// What is remembered, and for how long.
const loadsMost, loadsFor = 10, 24 * time.Hour

func newLoads(now func() time.Time) loads {
	return loads{event.NewMemory[uint64, load](loadsMost, loadsFor, now)}
}

// begin remembers a file in the place of an earlier one of the same person. When they
// are many, the oldest is forgotten.
func (l loads) begin(e *event.Event, statements []*kb.Statement) (about []byte) {
	l.known.Forget(func(_ uint64, one load) bool { return one.user == e.User && one.server == e.Guild })
	return l.put(e, statements)
}

func (l loads) put(e *event.Event, statements []*kb.Statement) (about []byte) {
	n, about := event.NewNumber()
	l.known.Put(n, load{n, e.User, e.Guild, statements})
	return about
}

// take is the file that the button of an event belongs to; it is forgotten.
func (l loads) take(e *event.Event) ([]*kb.Statement, bool) {
	n, ok := e.Used.Number()
	if !ok {
		return nil, false
	}
	one, ok := l.known.Get(n)
	if !ok || one.user != e.User || one.server != e.Guild {
		return nil, false
	}
	l.known.Forget(func(key uint64, _ load) bool { return key == n })
	return one.statements, true
}
