package member

import (
	"context"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// find answers "Find the source": the fact or passage nearest to a message. The
// message is somebody else's, so nothing passes it on.
func (h *Handlers) find(ctx context.Context, e *event.Event) reply.Reply {
	if e.Target == "" {
		return reply.Whisper(e.Say("find.no-text"))
	}
	q, a := h.answerTo(ctx, kb.Question{Text: e.Target, Server: e.Server, Language: string(e.Language)})
	r := h.answered(e, q, a, true)
	switch {
	case a.Kind.IsTalk(): // it was said to somebody else
		return reply.Whisper(e.Say("find.not-near"))
	case a.Answered:
		return r
	case len(a.Nearest) > 0:
		r.Blocks = reply.Say(e.Say("find.not-near-but")).Blocks
	default:
		r.Blocks = reply.Say(e.Say("find.not-near")).Blocks
	}
	r.Buttons = h.offered(e, a.Nearest, offeredMost) // nothing to pass on
	return r
}
