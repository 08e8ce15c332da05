package facts

import (
	"context"
	"fmt"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb/curate"
)

// unsaved lists what somebody typed and could not save.
func (h *Handlers) unsaved(ctx context.Context, e *event.Event) reply.Reply {
	inMemory, kept, err := h.Drafts.Refused(ctx, e)
	if err != nil {
		h.Log.Error("what was not saved could not be read", "id", e.ID, "error", err)
		return reply.Whisper(reply.Sorry)
	}
	var options []discordgo.SelectMenuOption
	for _, d := range append(inMemory, kept...) {
		options = append(options, reply.Option(orDash(d.Typed.Question), d.Typed.Answer, d.Number()))
	}
	if len(options) == 0 {
		return reply.Whisper("All that you typed here is saved, or was dropped.")
	}
	d := h.Drafts.Begin(e, drafts.Draft{})
	r := reply.Whisper(fmt.Sprintf("You have %s not saved yet, the last one first. Each is kept for %d days, and only you see it.",
		reply.Count(len(options), "form"), int(curate.UnsavedFor.Hours())/24))
	if n := len(inMemory); n > 0 {
		r.Add(reply.Ours(fmt.Sprintf("Of these, %d could not be written down: kept only until this bot is restarted.", n)))
	}
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, "Go on with one", actionUnsaved, options)}
	r.Buttons = []discordgo.Button{h.Drafts.Button(e, d, "Drop them all", "🗑️", actionDropUnsaved)}
	return r
}

// orDash is never empty, as a label must not be.
func orDash(s string) string {
	if reply.Label(s, reply.OptionMost) == "" {
		return "–"
	}
	return s
}

// openUnsaved opens the form that was chosen.
func (h *Handlers) openUnsaved(_ context.Context, e *event.Event) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(change.TooOld)
	}
	d, ok := h.Drafts.ByNumber(e, e.Chosen())
	if !ok || d.Statement == "" {
		return reply.Whisper("That form is not there any more: it was saved, dropped, or is too old.")
	}
	return h.OpenForm(e, d)
}

// dropUnsaved forgets all that somebody typed and could not save.
func (h *Handlers) dropUnsaved(ctx context.Context, e *event.Event) reply.Reply {
	if err := h.Drafts.DropRefused(ctx, e); err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say("**Dropped.** Nothing of it is kept.").Instead()
}
