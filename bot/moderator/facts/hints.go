package facts

import (
	"context"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb/wording"
)

// hints are what somebody may want to look at again of a fact that they saved, in small
// print below it.
func (h *Handlers) hints(ctx context.Context, e *event.Event, id string) (all []reply.Block) {
	hints := h.Curator.HintsOn(ctx, e.Guild, id)
	say := func(key string, args ...any) { all = append(all, reply.Ours("-# 💡 "+e.Say(key, args...))) }
	if hints.Untold != "" {
		say("hint.untold", "Asked", wording.Asked(e.Language, hints.Untold))
	}
	for _, n := range hints.Repeats {
		say("hint.repeats", "Question", reply.OneLine(n.Question), "Fact", "`"+n.ID+"`")
	}
	for _, a := range hints.Names {
		say("hint.names", "Name", reply.OneLine(a.Name), "Other", reply.OneLine(e.Language.List(a.Other...)))
	}
	return all
}
