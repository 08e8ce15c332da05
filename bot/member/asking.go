package member

import (
	"context"
	"encoding/hex"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// asking is a question that buttons come back to, and what came of it: thousands
// are remembered, so no more than that.
type asking struct {
	Question kb.Question
	Answer   string    // its id; empty when there was none
	Reason   kb.Reason // why there was none
	Note     string
	Openly   bool // all could see the asking, so it is passed on when nothing answers it
	Borrowed bool // the words are somebody else's, so nobody passes them on
}

// How other processes know what is kept for them. It has no name of who asked.
const (
	stepAsked  = "asked"
	stepShared = "shared"
)

// rememberAsking remembers a question of a user, and returns the number that stands for it.
func (h *Handlers) rememberAsking(user string, a asking) []byte {
	n, about := event.NewNumber()
	h.asked.PutOf(user, n, a)
	if h.Steps != nil {
		h.Steps.Put(stepAsked, a.Question.Server, hex.EncodeToString(about), a, askedFor)
	}
	return about
}

// goOn hands a handler the question that a button or a menu belongs to, if it is
// still remembered, here or elsewhere.
func (h *Handlers) goOn(run func(context.Context, *event.Event, asking) reply.Reply) event.Run {
	return func(ctx context.Context, e *event.Event) reply.Reply {
		if asked, ok := h.askingOf(ctx, e); ok {
			return run(ctx, e, asked)
		}
		return reply.Whisper(e.Say("problem.expired"))
	}
}

func (h *Handlers) askingOf(ctx context.Context, e *event.Event) (a asking, ok bool) {
	n, ok := e.Used.Number()
	if !ok {
		return a, false
	}
	if a, ok = h.asked.Get(n); ok || h.Steps == nil {
		return a, ok
	}
	ok = h.Steps.Read(ctx, stepAsked, hex.EncodeToString(e.Used.About), &a)
	return a, ok
}

// firstShare tells whether an answer has not been shared yet, by whatever process.
// Where nobody knows of the others, it goes by this one.
func (h *Handlers) firstShare(ctx context.Context, e *event.Event) bool {
	n, _ := e.Used.Number()
	first := h.shared.First(n, true)
	if !first || h.Steps == nil {
		return first
	}
	elsewhere, err := h.Steps.First(ctx, stepShared, e.Server, hex.EncodeToString(e.Used.About), askedFor)
	if err != nil {
		h.Log.Warn("whether another process has shared an answer cannot be told", "id", e.ID, "error", err)
		return true
	}
	return elsewhere
}
