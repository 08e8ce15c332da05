package facts

import (
	"context"
	"slices"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/pages"
	"verbatim/bot/reply"
	"verbatim/kb/catalog"
)

// list lists facts, a line each.
func (h *Handlers) list(_ context.Context, e *event.Event) reply.Reply {
	topic, party := e.Options[command.OptionTopic], e.Options[command.OptionParty]
	var lines []pages.Line
	n := 0
	for _, head := range h.Knowledge.Heads(e.Guild) {
		if only := e.Options[command.OptionStatement]; only != "" && only != head.ID {
			continue
		}
		s, ok := h.Knowledge.Statement(head.ID, e.Guild)
		if !ok {
			continue
		}
		lines = append(lines, pages.Line{Block: reply.Block{Shown: "**" + reply.OneLine(s.Title) + "**", Words: s.Title}, Heads: true})
		before := n
		for _, f := range s.Facts {
			if topic != "" && !slices.Contains(f.Topics, topic) || party != "" && f.Party != party {
				continue
			}
			n++
			lines = append(lines, pages.Line{Block: lineOf(f.Question, f.ID, s.ID+"/"+f.ID)})
		}
		if n == before {
			lines = lines[:len(lines)-1]
		}
	}
	return h.Pages.Show(e, e.Say("fact.facts", catalog.Count, n), lines)
}

// lineOf is a fact in a list.
func lineOf(question, fact, id string) reply.Block {
	return reply.Block{Shown: "- " + reply.OneLine(question) + " · `" + fact + "`", Words: "- " + question + " (" + id + ")"}
}

// find lists the facts whose questions fit some words, the best first.
func (h *Handlers) find(_ context.Context, e *event.Event) reply.Reply {
	found := h.Knowledge.Suggest(e.Options[command.OptionText], e.Options[command.OptionStatement], e.Guild)
	if len(found) == 0 {
		return reply.Whisper(e.Say("fact.found-none"))
	}
	var lines []pages.Line
	for _, s := range found {
		lines = append(lines, pages.Line{Block: lineOf(s.Question, s.ID, s.ID)})
	}
	return h.Pages.Show(e, e.Say("fact.facts", catalog.Count, len(found)), lines)
}
