package moderator

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// inboxAnswer opens the form with the question in it, or asks for the source
// first.
func (h *Handlers) inboxAnswer(_ context.Context, e *event.Event, d *draft) reply.Reply {
	if d.source != "" {
		return h.openForm(e, d)
	}
	var options []discordgo.SelectMenuOption
	for _, c := range h.suggestSources(e, "") {
		value, _ := c.Value.(string)
		options = append(options, reply.Option(c.Name, "", value))
	}
	if len(options) == 0 {
		return reply.Whisper("There is no source here yet. Add one with `/source add`.")
	}
	r := reply.Say("Which source does the answer stand in?")
	if len(options) > reply.OptionsMost {
		r.Add(reply.Ours("These are the first 25. For another, use `/inbox source:` with suggestions."))
	}
	r.Menus = []discordgo.SelectMenu{h.draftMenu(e, d, "Sources", actionInboxSource, options)}
	return r
}

// inboxSource opens the form after the source was chosen.
func (h *Handlers) inboxSource(_ context.Context, e *event.Event, d *draft) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(draftExpired)
	}
	statement, source, ok := h.sourceOf(e, e.Chosen())
	if !ok {
		return reply.Whisper("There is no such source here any more. Use `/inbox` again.")
	}
	d.statement, d.source = statement, source.ID
	return h.openForm(e, d)
}

// inboxLink offers the facts that are nearest to the question.
func (h *Handlers) inboxLink(ctx context.Context, e *event.Event, d *draft) reply.Reply {
	var options []discordgo.SelectMenuOption
	seen := map[string]bool{}
	offer := func(factID, question string) {
		if a, ok := h.Knowledge.Fact(factID, e.Guild); ok && a.Kind == kb.KindFact && !seen[factID] && len(options) < reply.OptionsMost {
			seen[factID] = true
			options = append(options, reply.Option(question, a.Text, event.OptionID(factID)))
		}
	}
	for _, n := range h.Knowledge.Ask(ctx, kb.Question{Text: d.typed.question, Server: e.Guild}).Nearest {
		offer(n.ID, n.Question)
	}
	for _, s := range h.Knowledge.Suggest(d.typed.question, "", e.Guild) {
		offer(s.ID, s.Question)
	}
	for _, s := range h.Knowledge.Suggest("", "", e.Guild) {
		offer(s.ID, s.Question)
	}
	if len(options) == 0 {
		return reply.Whisper("There is no fact here yet. Answer the question instead.")
	}
	r := reply.Say("Which fact answers it? From then on it is answered in these words too.")
	r.Menus = []discordgo.SelectMenu{h.draftMenu(e, d, "The nearest facts", actionInboxLinkTo, options)}
	return r
}

// inboxLinkTo links the question to the fact that was chosen.
func (h *Handlers) inboxLinkTo(ctx context.Context, e *event.Event, d *draft) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(draftExpired)
	}
	a, ok := h.Finder.Option(e.Guild, e.Chosen())
	if !ok {
		return reply.Whisper("That fact is not here any more. Use `/inbox` again.")
	}
	saved, err := h.Curator.Link(ctx, editor(e), d.waiting, a.ID)
	if err != nil {
		return h.failed(e, err)
	}
	h.Outbox.TellSoon()
	r := reply.Say("**Linked.** The question is answered in these words from now on.")
	r.Add(h.knownFact(e, saved.ID)...)
	r.Update = true
	return r
}

// inboxDismiss takes a question out of the inbox for good.
func (h *Handlers) inboxDismiss(ctx context.Context, e *event.Event, d *draft) reply.Reply {
	if err := h.Inbox.Dismiss(ctx, editor(e), d.waiting); err != nil {
		return h.failed(e, err)
	}
	return reply.Say("**Dismissed.** Its text is deleted, and it does not come back.").Instead()
}
