package facts

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb/curate"
)

// show shows a fact with all that is kept of it.
func (h *Handlers) show(_ context.Context, e *event.Event, at curate.FactAt) reply.Reply {
	r := reply.Reply{Blocks: h.Known(e, at.ID), Buttons: h.factButtons(e, at.ID)}
	if !at.MayChange(change.Editor(e)) {
		r.Buttons = r.Buttons[len(r.Buttons)-1:] // its history only
	}
	small := e.Say("fact.everywhere")
	if at.Own {
		small = e.Say("fact.own")
	}
	if len(at.Fact.Topics) > 0 {
		small += " · " + e.Say("fact.topics", "Topics", e.Language.List(at.Fact.Topics...))
	}
	r.Add(reply.Block{Shown: "-# " + reply.OneLine(small), Words: small})
	if also := at.Fact.AlsoAsked; len(also) > 0 {
		r.Add(reply.Block{Shown: e.Say("fact.also") + "\n" + change.Bullets(also), Words: e.Say("fact.also") + "\n- " + strings.Join(also, "\n- ")})
	}
	r.Add(answersOf(e, at.Fact)...)
	return r
}

// Known shows a fact with its question.
func (h *Handlers) Known(e *event.Event, factID string) []reply.Block {
	a, ok := h.Knowledge.Fact(factID, e.Guild)
	if !ok {
		return nil
	}
	head := reply.Block{Shown: "**" + reply.OneLine(a.Question) + "** · `" + factID + "`", Words: a.Question + " (" + factID + ")"}
	return append([]reply.Block{head}, reply.Answer(e.Language, a)...)
}

// factButtons are what can be done with a fact that is shown.
func (h *Handlers) factButtons(e *event.Event, factID string) []discordgo.Button {
	d := h.Drafts.Begin(e, drafts.Draft{Edited: &curate.FactAt{ID: factID}})
	return []discordgo.Button{
		h.Drafts.Button(e, d, e.Say("button.edit"), "✏️", actionEditFact), h.Drafts.Button(e, d, e.Say("button.remove"), "🗑️", actionRemoveFact),
		h.Drafts.Button(e, d, e.Say("button.history"), "🕓", actionHistory),
	}
}
