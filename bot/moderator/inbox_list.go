package moderator

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb/inbox"
)

// inboxList shows what waits, the most asked first.
func (h *Handlers) inboxList(_ context.Context, e *event.Event) reply.Reply {
	d := draft{}
	if value := e.Options[command.OptionSource]; value != "" {
		statement, source, ok := h.sourceOf(e, value)
		if !ok {
			return reply.Whisper("There is no such source here. Choose one from the suggestions.")
		}
		d.statement, d.source = statement, source.ID
	}
	return h.inboxPage(e, h.begin(e, d), 0)
}

// inboxTurn shows another page.
func (h *Handlers) inboxTurn(_ context.Context, e *event.Event, d *draft) reply.Reply {
	if len(e.Used.About) < 10 {
		return reply.Whisper(draftExpired)
	}
	return h.inboxPage(e, d, int(binary.BigEndian.Uint16(e.Used.About[8:]))).Instead()
}

func (h *Handlers) inboxPage(e *event.Event, d *draft, page int) reply.Reply {
	groups := h.Inbox.Groups(e.Guild)
	if len(groups) == 0 {
		return reply.Say("**Nothing waits.** Questions that could not be answered come here.")
	}
	pages := (len(groups) + reply.OptionsMost - 1) / reply.OptionsMost
	page = max(0, min(page, pages-1))
	asked := 0
	var options []discordgo.SelectMenuOption
	for i, g := range groups {
		asked += g.Count
		if i/reply.OptionsMost == page {
			about := "asked " + times(g.Count)
			if more := len(g.Questions) - 1; more > 0 {
				about += ", in " + reply.Count(more, "other way")
			}
			options = append(options, reply.Option(g.Questions[0].Question, about, g.Questions[0].ID))
		}
	}
	waits := "**1 question waits**"
	if len(groups) > 1 {
		waits = fmt.Sprintf("**%d questions wait**", len(groups))
	}
	r := reply.Say(waits + ", asked " + times(asked) + ". Choose one to answer it, to link it to a fact, or to dismiss it.")
	r.Menus = []discordgo.SelectMenu{h.draftMenu(e, d, fmt.Sprintf("Questions, page %d of %d", page+1, pages), actionInboxOpen, options)}
	turn := func(text, emoji string, to int) {
		about := binary.BigEndian.AppendUint16(d.about(), uint16(to))
		r.Buttons = append(r.Buttons, h.Signer.Button(e, text, emoji, event.ID{Action: actionInboxList, User: e.User, About: about}))
	}
	if page > 0 {
		turn("Back", "◀️", page-1)
	}
	if page+1 < pages {
		turn("More", "▶️", page+1)
	}
	return r
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// inboxOpen shows one question with what can be done.
func (h *Handlers) inboxOpen(_ context.Context, e *event.Event, d *draft) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(draftExpired)
	}
	for _, g := range h.Inbox.Groups(e.Guild) {
		if g.Questions[0].ID == e.Chosen() {
			one := h.begin(e, draft{statement: d.statement, source: d.source})
			return h.inboxGroup(e, one, g)
		}
	}
	return reply.Whisper("That question does not wait any more: somebody settled it. Use `/inbox` again.")
}

func (h *Handlers) inboxGroup(e *event.Event, d *draft, g inbox.Group) reply.Reply {
	first := g.Questions[0]
	d.typed = typing{question: first.Question}
	d.waiting = nil
	var others []string
	for i, q := range g.Questions {
		d.waiting = append(d.waiting, q.ID)
		if i > 0 {
			others = append(others, q.Question)
			d.typed.alsoAsked += q.Question + "\n"
		}
	}
	h.putDraft(d)
	r := reply.Reply{Blocks: []reply.Block{{Shown: reply.QuoteBlock(first.Question), Words: first.Question}}}
	small := fmt.Sprintf("Asked %s, first <t:%d:D>, last <t:%d:R>", times(g.Count), first.First/1000, g.Last/1000)
	if g.Tell > 0 {
		small += " · " + reply.Count(g.Tell, "person") + " to be told"
	}
	r.Add(reply.Ours("-# " + small))
	if first.Given != "" {
		r.Add(reply.Ours("-# It was answered with `" + first.Given + "`, and that was not what was meant."))
	}
	if len(others) > 0 {
		r.Add(reply.Block{Shown: "In other words:\n" + bullets(others), Words: "In other words:\n" + bullets(others)})
	}
	r.Buttons = []discordgo.Button{
		h.draftButton(e, d, "Answer", "✏️", actionInboxAnswer), h.draftButton(e, d, "Link to a fact", "🔗", actionInboxLink),
		h.draftButton(e, d, "Dismiss", "🗑️", actionInboxDismiss),
	}
	return r
}
