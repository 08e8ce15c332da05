package gateway

import "time"

// Watch is who counts what happens. Its methods may be called from several
// goroutines at once and must not wait.
type Watch interface {
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

// unwatched counts nothing.
type unwatched struct{}

func (unwatched) Event(string)                       {}
func (unwatched) Ended(string)                       {}
func (unwatched) Identified()                        {}
func (unwatched) Request(string, int, time.Duration) {}
func (unwatched) Panicked()                          {}
func (unwatched) Paused()                            {}
