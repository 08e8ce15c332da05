package inbox

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// answer opens the form with the question in it, or asks for the source
// first.
func (h *Handlers) answer(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if d.Source != "" {
		return h.Facts.OpenForm(e, d)
	}
	var options []discordgo.SelectMenuOption
	for _, c := range sources.Suggest(h.Curator, e.Guild, "") {
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
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, "Sources", actionSource, options)}
	return r
}

// source opens the form after the source was chosen.
func (h *Handlers) source(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(change.TooOld)
	}
	statement, source, ok := sources.Of(h.Curator, e, e.Chosen())
	if !ok {
		return reply.Whisper("There is no such source here any more. Use `/inbox` again.")
	}
	d.Statement, d.Source = statement, source.ID
	return h.Facts.OpenForm(e, d)
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
		return reply.Whisper("There is no fact here yet. Answer the question instead.")
	}
	r := reply.Say("Which fact answers it? From then on it is answered in these words too.")
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, "The nearest facts", actionLinkTo, options)}
	return r
}

// linkTo links the question to the fact that was chosen.
func (h *Handlers) linkTo(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(change.TooOld)
	}
	a, ok := h.Finder.Option(e.Guild, e.Chosen())
	if !ok {
		return reply.Whisper("That fact is not here any more. Use `/inbox` again.")
	}
	saved, err := h.Curator.Link(ctx, change.Editor(e), d.Waiting, a.ID)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	h.Outbox.TellSoon()
	r := reply.Say("**Linked.** The question is answered in these words from now on.")
	r.Add(h.Facts.Known(e, saved.ID)...)
	r.Update = true
	return r
}

// dismiss takes a question out of the inbox for good.
func (h *Handlers) dismiss(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if err := h.Questions.Dismiss(ctx, change.Editor(e), d.Waiting); err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say("**Dismissed.** Its text is deleted, and it does not come back.").Instead()
}
