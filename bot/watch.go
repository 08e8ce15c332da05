package bot

import (
	"time"

	"verbatim/kb"
)

// Watch is who counts what is asked and answered. Its methods may be called from
// several goroutines at once and must not wait.
type Watch interface {
	// Asked hears of each question: how it ended, and how long the matcher took
	// (0: it was not asked). The outcome is "fact", "passage", "unknown",
	// "not-in-text", "no-such-statement", "ambiguous", "empty" or "limited"; of a
	// quotation "quote-" and its verdict, or "quote-unchecked".
	Asked(outcome string, matching time.Duration)
	// Sent hears of each reply: the time since the event came, and whether
	// Discord took it.
	Sent(took time.Duration, taken bool)
	// Panicked hears of each handler that panicked.
	Panicked()
}

// outcomeLimited is a question of somebody who asked too much.
const outcomeLimited = "limited"

func outcome(a kb.Answer) string {
	if a.Answered {
		return string(a.Kind)
	}
	return string(a.Reason)
}

// unwatched counts nothing.
type unwatched struct{}

func (unwatched) Asked(string, time.Duration) {}
func (unwatched) Sent(time.Duration, bool)    {}
func (unwatched) Panicked()                   {}
