package sources

import (
	"context"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/pages"
	"verbatim/bot/reply"
	"verbatim/kb/catalog"
)

// aliasAdd adds other names of a name.
func (h *Handlers) aliasAdd(ctx context.Context, e *event.Event) reply.Reply {
	a, err := h.Curator.AddAlias(ctx, change.Editor(e), e.Options[command.OptionStatement], e.Options[command.OptionName], change.Split(e.Options[command.OptionOther]))
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say(e.Say("alias.saved", "Name", reply.OneLine(a.Name), "Others", reply.OneLine(e.Language.List(a.Other...))))
}

// aliasRemove takes other names away.
func (h *Handlers) aliasRemove(ctx context.Context, e *event.Event) reply.Reply {
	if err := h.Curator.RemoveAlias(ctx, change.Editor(e), e.Options[command.OptionName], change.Split(e.Options[command.OptionOther])); err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say(e.Say("alias.removed"))
}

// aliasList lists the names, a line each.
func (h *Handlers) aliasList(_ context.Context, e *event.Event) reply.Reply {
	all := h.Curator.Aliases(e.Guild)
	var lines []pages.Line
	for _, a := range all {
		where := " " + e.Say("alias.everywhere")
		if a.Own {
			where = ""
		}
		others := e.Language.List(a.Other...)
		lines = append(lines, pages.Line{Block: reply.Block{
			Shown: "- " + reply.OneLine(a.Name) + ": " + reply.OneLine(others) + where, Words: "- " + a.Name + ": " + others + where,
		}})
	}
	return h.Pages.Show(e, e.Say("alias.names", catalog.Count, len(all)), lines)
}
