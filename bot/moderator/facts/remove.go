package facts

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb/curate"
)

// remove asks before it takes a fact away.
func (h *Handlers) remove(_ context.Context, e *event.Event, at curate.FactAt) reply.Reply {
	d := h.Drafts.Begin(e, drafts.Draft{Edited: &at})
	question := "**Remove this fact?** It is not answered here any more from then on, and can be restored."
	if !at.Own {
		question = "**Remove this fact here?** It counts everywhere, and stays so in other servers. It can be restored."
	}
	r := reply.Reply{Blocks: append([]reply.Block{reply.Ours(question)}, h.Known(e, at.ID)...)}
	r.Buttons = []discordgo.Button{h.Drafts.Button(e, d, "Remove it", "🗑️", actionRemoveSure), h.Drafts.Button(e, d, "Cancel", "✖️", actionDrop)}
	return r
}

func (h *Handlers) removeSure(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	err := h.Curator.Remove(ctx, change.Editor(e), d.Edited.ID, d.Edited.Seen)
	var overtaken *curate.EditConflict
	switch {
	case errors.As(err, &overtaken):
		r := reply.Whisper(fmt.Sprintf("**Not removed: %s changed this fact first.** Look at it again with `/fact show`.", change.Person(overtaken.By)))
		r.Add(changes(overtaken.Changes)...)
		return r
	case err != nil:
		return change.Failed(h.Log, e, err)
	}
	h.Outbox.CorrectSoon()
	r := reply.Say("**Removed:** " + reply.OneLine(d.Edited.Fact.Question))
	r.Buttons, r.Update = []discordgo.Button{h.Drafts.Button(e, d, "Undo", "↩️", actionRestoreFact)}, true
	return r
}

// restoreNamed brings a fact back.
func (h *Handlers) restoreNamed(ctx context.Context, e *event.Event) reply.Reply {
	rev, err := strconv.ParseInt(e.Options[command.OptionRevision], 10, 64)
	if err != nil && e.Options[command.OptionRevision] != "" {
		return reply.Whisper("That is no revision. Choose one from the suggestions, or look with `/fact history`.")
	}
	return h.restore(ctx, e, h.ID(ctx, e), rev)
}

// restoreChosen brings back the revision that was chosen from a history, or what
// has just been removed.
func (h *Handlers) restoreChosen(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	rev, _ := strconv.ParseInt(e.Chosen(), 10, 64) // 0, the last, when nothing was chosen
	r := h.restore(ctx, e, d.Edited.ID, rev)
	r.Update = len(e.Values) == 0
	return r
}

func (h *Handlers) restore(ctx context.Context, e *event.Event, factID string, rev int64) reply.Reply {
	saved, err := h.Curator.Restore(ctx, change.Editor(e), factID, rev)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	h.Outbox.CorrectSoon()
	r := reply.Say("**Restored.** The next question is answered with it.")
	r.Add(h.Known(e, saved.ID)...)
	r.Buttons = h.factButtons(e, saved.ID)
	return r
}
