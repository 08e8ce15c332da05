package facts

import (
	"context"
	"slices"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// list lists facts, a line each.
func (h *Handlers) list(_ context.Context, e *event.Event) reply.Reply {
	topic, party := e.Options[command.OptionTopic], e.Options[command.OptionParty]
	r := reply.Reply{}
	n := 0
	for _, head := range h.Knowledge.Heads(e.Guild) {
		if only := e.Options[command.OptionStatement]; only != "" && only != head.ID {
			continue
		}
		s, ok := h.Knowledge.Statement(head.ID, e.Guild)
		if !ok {
			continue
		}
		fits := slices.DeleteFunc(slices.Clone(s.Facts), func(f kb.Fact) bool {
			return topic != "" && !slices.Contains(f.Topics, topic) || party != "" && f.Party != party
		})
		if len(fits) == 0 && topic+party != "" {
			continue
		}
		r.Add(reply.Block{Shown: "**" + reply.OneLine(s.Title) + "**", Words: s.Title})
		for _, f := range fits {
			n++
			line := reply.Block{Shown: "- " + reply.OneLine(f.Question) + " · `" + f.ID + "`", Words: "- " + f.Question + " (" + s.ID + "/" + f.ID + ")"}
			if last := &r.Blocks[len(r.Blocks)-1]; reply.Units(last.Shown)+reply.Units(line.Shown) < reply.ContentMost/2 {
				*last = reply.Join(*last, line)
			} else {
				r.Add(line)
			}
		}
	}
	r.Blocks = append([]reply.Block{reply.Ours(e.Say("fact.facts", catalog.Count, n))}, r.Blocks...)
	return r
}
