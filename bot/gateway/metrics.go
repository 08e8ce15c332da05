package gateway

import "time"

// Metrics are who counts what happens. Its methods may be called from several
// goroutines at once and must not wait.
type Metrics interface {
	// Event hears of each event of Discord's, by its name there.
	Event(kind string)
	// Ended hears why a connection ended: "dropped", "dead", "asked",
	// "invalid session", "bad frame", "silent", "refused" or "closed".
	Ended(reason string)
	// Identified hears of each IDENTIFY, of which Discord allows 1,000 a day.
	Identified()
	// Request hears of each attempt of a call: its route without ids, the
	// status of the answer (0: none came) and how long it took.
	Request(route string, status int, took time.Duration)
	// Panicked hears of each handler that panicked.
	Panicked()
	// Paused hears of each call that was not made because too many were
	// refused before it.
	Paused()
}

// uncounted counts nothing.
type uncounted struct{}

func (uncounted) Event(string)                       {}
func (uncounted) Ended(string)                       {}
func (uncounted) Identified()                        {}
func (uncounted) Request(string, int, time.Duration) {}
func (uncounted) Panicked()                          {}
func (uncounted) Paused()                            {}
