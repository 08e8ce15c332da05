package facts

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
)

// unsaved lists what somebody typed and could not save.
func (h *Handlers) unsaved(ctx context.Context, e *event.Event) reply.Reply {
	inMemory, kept, err := h.Drafts.Refused(ctx, e)
	if err != nil {
		h.Log.Error("what was not saved could not be read", "id", e.ID, "error", err)
		return reply.Whisper(e.Say("problem.sorry"))
	}
	var options []discordgo.SelectMenuOption
	for _, d := range append(inMemory, kept...) {
		options = append(options, reply.Option(orDash(d.Typed.Question), d.Typed.Answer, d.Number()))
	}
	if len(options) == 0 {
		return reply.Whisper(e.Say("fact.all-saved"))
	}
	d := h.Drafts.Begin(e, drafts.Draft{})
	r := reply.Whisper(e.Say("fact.unsaved", catalog.Count, len(options), "Days", int(curate.UnsavedFor.Hours())/24))
	if n := len(inMemory); n > 0 {
		r.Add(reply.Ours(e.Say("fact.unwritten", catalog.Count, n)))
	}
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, e.Say("menu.unsaved"), actionUnsaved, options)}
	r.Buttons = []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.drop-all"), "🗑️", actionDropUnsaved)}
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
		return change.TooOld(e)
	}
	d, ok := h.Drafts.ByNumber(e, e.Chosen())
	if !ok || d.Statement == "" {
		return reply.Whisper(e.Say("fact.form-gone"))
	}
	return h.OpenForm(e, d)
}

// dropUnsaved forgets all that somebody typed and could not save.
func (h *Handlers) dropUnsaved(ctx context.Context, e *event.Event) reply.Reply {
	if err := h.Drafts.DropRefused(ctx, e); err != nil {
		return change.Failed(h.Log, e, err)
	}
	return reply.Say(e.Say("fact.dropped")).Instead()
}
