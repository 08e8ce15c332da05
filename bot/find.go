package bot

import (
	"context"

	"verbatim/kb"
)

const (
	noTarget   = "There is no text in that message that I could look for."
	notNear    = "Nothing that I hold is near enough to that message."
	notNearBut = "Nothing that I hold is near enough to that message. This comes nearest:"
)

// find answers "Find the source": the fact or passage nearest to a message. The
// message is somebody else's, so nothing passes it on.
func (b *Bot) find(ctx context.Context, e *Event) Reply {
	if e.Target == "" {
		return whisper(noTarget)
	}
	q, a := b.answerTo(ctx, kb.Question{Text: e.Target, Server: e.Server})
	r := b.answered(e, q, a, true)
	switch {
	case a.Answered:
		return r
	case len(r.Menus) > 0:
		r.Blocks = say(notNearBut).Blocks
	default:
		r.Blocks = say(notNear).Blocks
	}
	r.Buttons = nil
	return r
}
