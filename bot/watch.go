package bot

import (
	"time"

	"verbatim/kb"
)

// Watch is who counts what is asked and answered. Any of the functions may be
// nil; all may be called from several goroutines at once and must not wait.
type Watch struct {
	// Asked hears of each question: how it ended, and how long the matcher took
	// (0: it was not asked). The outcome is "fact", "passage", "unknown",
	// "not-in-text", "no-such-statement", "ambiguous", "empty" or "limited".
	Asked func(outcome string, matching time.Duration)
	// Sent hears of each reply: the time since the event came, and whether
	// Discord took it.
	Sent func(took time.Duration, taken bool)
	// Panicked hears of each handler that panicked.
	Panicked func()
}

// outcomeLimited is a question of somebody who asked too much.
const outcomeLimited = "limited"

func outcome(a kb.Answer) string {
	if a.Answered {
		return string(a.Kind)
	}
	return string(a.Reason)
}

func (w Watch) filled() Watch {
	if w.Asked == nil {
		w.Asked = func(string, time.Duration) {}
	}
	if w.Sent == nil {
		w.Sent = func(time.Duration, bool) {}
	}
	if w.Panicked == nil {
		w.Panicked = func() {}
	}
	return w
}
