package sources

import (
	"context"
	"slices"
	"strings"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
)

// aliasAdd adds other names of a name.
func (h *Handlers) aliasAdd(ctx context.Context, e *event.Event) reply.Reply {
	a, err := h.Curator.AddAlias(ctx, change.Editor(e), e.Options[command.OptionStatement], e.Options[command.OptionName], change.Split(e.Options[command.OptionOther]))
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say("**Saved:** " + reply.OneLine(a.Name) + " is also " + reply.OneLine(strings.Join(a.Other, ", ")) + ".")
}

// aliasRemove takes other names away.
func (h *Handlers) aliasRemove(ctx context.Context, e *event.Event) reply.Reply {
	if err := h.Curator.RemoveAlias(ctx, change.Editor(e), e.Options[command.OptionName], change.Split(e.Options[command.OptionOther])); err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say("**Removed.** Add it again with `/alias add`.")
}

// aliasList lists the names, a line each.
func (h *Handlers) aliasList(_ context.Context, e *event.Event) reply.Reply {
	all := h.Curator.Aliases(e.Guild)
	r := reply.Say(reply.Count(len(all), "name") + " with others.")
	for chunk := range slices.Chunk(all, 10) {
		lines := reply.Block{}
		for i, a := range chunk {
			where := " (everywhere)"
			if a.Own {
				where = ""
			}
			line := reply.Block{Shown: "- " + reply.OneLine(a.Name) + ": " + reply.OneLine(strings.Join(a.Other, ", ")) + where, Words: "- " + a.Name + ": " + strings.Join(a.Other, ", ") + where}
			if i == 0 {
				lines = line
				continue
			}
			lines = reply.Join(lines, line)
		}
		r.Add(lines)
	}
	return r
}
