package inbox

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// answer opens the form with the question in it.
func (h *Handlers) answer(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.Facts.OpenWithSource(e, d)
}

// link offers the facts that are nearest to the question.
func (h *Handlers) link(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	var options []discordgo.SelectMenuOption
	seen := map[string]bool{}
	offer := func(factID, question string) {
		if a, ok := h.Knowledge.Fact(factID, e.Guild); ok && a.Kind == kb.KindFact && !seen[factID] && len(options) < reply.OptionsMost {
			seen[factID] = true
			options = append(options, reply.Option(question, a.Text, event.OptionID(factID)))
		}
	}
	for _, n := range h.Knowledge.Ask(ctx, kb.Question{Text: d.Typed.Question, Server: e.Guild}).Nearest {
		offer(n.ID, n.Question)
	}
	for _, s := range h.Knowledge.Suggest(d.Typed.Question, "", e.Guild) {
		offer(s.ID, s.Question)
	}
	for _, s := range h.Knowledge.Suggest("", "", e.Guild) {
		offer(s.ID, s.Question)
	}
	if len(options) == 0 {
		return reply.Whisper(e.Say("inbox.no-fact"))
	}
	r := reply.Say(e.Say("inbox.which-fact"))
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, e.Say("menu.facts"), actionLinkTo, options)}
	return r
}

// linkTo links the question to the fact that was chosen.
func (h *Handlers) linkTo(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if e.Chosen() == "" {
		return change.TooOld(e)
	}
	a, ok := h.Finder.Option(e.Guild, e.Chosen())
	if !ok {
		return reply.Whisper(e.Say("inbox.fact-gone"))
	}
	saved, err := h.Curator.Link(ctx, change.Editor(e), d.Waiting, a.ID)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	h.Outbox.TellSoon()
	r := reply.Say(e.Say("inbox.linked"))
	r.Add(h.Facts.Known(e, saved.ID)...)
	r.Update = true
	return r
}

// dismiss takes a question out of the inbox for good.
func (h *Handlers) dismiss(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if err := h.Questions.Dismiss(ctx, change.Editor(e), d.Waiting); err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say(e.Say("inbox.dismissed")).Instead()
}
