package member

import (
	"context"

	"verbatim/bot/event"
	"verbatim/bot/reply"
)

// about answers /about.
func (h *Handlers) about(_ context.Context, e *event.Event) reply.Reply {
	kept := e.Language.Join(e.Say("about.stores"), e.Say("about.nothing-written"))
	if h.Inbox != nil {
		kept = e.Language.Join(e.Say("about.stores"), e.Say("about.written", "TellMe", e.Say("button.tell-me"))) + "\n" + e.Say("about.delete")
	}
	return reply.Reply{Private: true, Blocks: []reply.Block{
		reply.Ours(e.Say("about.what")), reply.Ours(e.Say("about.how")),
		reply.Ours(e.Say("about.ask", "Find", e.Say("command.find"), "Check", e.Say("command.check"))), reply.Ours(kept),
	}}
}
