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
	case a.Answered:
		return r
	case len(r.Menus) > 0:
		r.Blocks = reply.Say(notNearBut).Blocks
	default:
		r.Blocks = reply.Say(notNear).Blocks
	}
	r.Buttons = nil
	return r
}
