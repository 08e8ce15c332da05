package member

import (
	"context"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
)

const (
	noTarget   = "There is no text in that message that I could look for."
	notNear    = "Nothing that I hold is near enough to that message."
	notNearBut = "Nothing that I hold is near enough to that message. This comes nearest:"
)

// find answers "Find the source": the fact or passage nearest to a message. The
// message is somebody else's, so nothing passes it on.
func (h *Handlers) find(ctx context.Context, e *event.Event) reply.Reply {
	if e.Target == "" {
		return reply.Whisper(noTarget)
	}
	q, a := h.answerTo(ctx, kb.Question{Text: e.Target, Server: e.Server})
	r := h.answered(e, q, a, true)
	switch {
	case a.Kind.IsTalk(): // it was said to somebody else
		return reply.Whisper(notNear)
	case a.Answered:
		return r
	case len(a.Nearest) > 0:
		r.Blocks = reply.Say(notNearBut).Blocks
	default:
		r.Blocks = reply.Say(notNear).Blocks
	}
	r.Buttons = h.offered(e, a.Nearest, offeredMost) // nothing to pass on
	return r
}
