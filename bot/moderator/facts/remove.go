package facts

import (
	"context"
	"errors"
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
	question := e.Say("fact.remove")
	if !at.Own {
		question = e.Say("fact.remove-here")
	}
	r := reply.Reply{Blocks: append([]reply.Block{reply.Ours(question)}, h.Known(e, at.ID)...)}
	r.Buttons = []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.remove-sure"), "🗑️", actionRemoveSure), h.Drafts.Button(e, d, e.Say("button.cancel"), "✖️", actionDrop)}
	return r
}

func (h *Handlers) removeSure(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	err := h.Curator.Remove(ctx, change.Editor(e), d.Edited.ID, d.Edited.Seen)
	var overtaken *curate.EditConflict
	switch {
	case errors.As(err, &overtaken):
		r := reply.Whisper(e.Say("fact.not-removed", "Who", change.Person(overtaken.By)))
		r.Add(changes(e.Language, overtaken.Changes)...)
		return r
	case err != nil:
		return change.Failed(h.Log, e, err)
	}
	h.Outbox.CorrectSoon()
	r := reply.Say(e.Say("fact.removed", "Question", reply.OneLine(d.Edited.Fact.Question)))
	r.Buttons, r.Update = []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.undo"), "↩️", actionRestoreFact)}, true
	return r
}

// restoreNamed brings a fact back.
func (h *Handlers) restoreNamed(ctx context.Context, e *event.Event) reply.Reply {
	rev, err := strconv.ParseInt(e.Options[command.OptionRevision], 10, 64)
	if err != nil && e.Options[command.OptionRevision] != "" {
		return reply.Whisper(e.Say("fact.no-revision"))
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
	r := reply.Say(e.Say("fact.restored"))
	r.Add(h.Known(e, saved.ID)...)
	r.Buttons = h.factButtons(e, saved.ID)
	return r
}
