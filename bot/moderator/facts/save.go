package facts

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/store"
)

// SaveDraft saves a draft as it stands. Where it is not saved, ok is false, and the reply
// says why, as after a form.
func (h *Handlers) SaveDraft(ctx context.Context, e *event.Event, d *drafts.Draft) (refusal reply.Reply, ok bool) {
	saved, err := h.put(ctx, e, d, false)
	if err != nil {
		return h.refused(ctx, e, d, err), false
	}
	h.settle(ctx, d, saved)
	return reply.Reply{}, true
}

// save saves what was typed, or says why not and keeps it.
func (h *Handlers) save(ctx context.Context, e *event.Event, d *drafts.Draft, anyway bool) reply.Reply {
	saved, err := h.put(ctx, e, d, anyway)
	if err != nil {
		return h.refused(ctx, e, d, err)
	}
	r := h.saved(ctx, e, d, saved)
	r.Add(h.hints(ctx, e, saved.ID)...)
	return r
}

func (h *Handlers) put(ctx context.Context, e *event.Event, d *drafts.Draft, anyway bool) (curate.Saved, error) {
	fact, err := h.toSave(e, d)
	if err != nil {
		return curate.Saved{}, err
	}
	fact.Anyway, d.Reviewed = anyway, fact
	return h.Curator.Save(ctx, change.Editor(e), fact)
}

// refused says why nothing was saved, and keeps what was typed.
func (h *Handlers) refused(ctx context.Context, e *event.Event, d *drafts.Draft, err error) reply.Reply {
	var review *curate.Review
	var overtaken *curate.EditConflict
	switch {
	case errors.As(err, &review):
		return h.reviewed(ctx, e, d, review)
	case errors.As(err, &overtaken):
		return h.overtaken(ctx, e, d, overtaken)
	}
	return h.notSaved(ctx, e, d, err)
}

// toSave is what was typed as a fact to be saved.
func (h *Handlers) toSave(e *event.Event, d *drafts.Draft) (curate.Draft, error) {
	party, speaker, err := h.Curator.ReadSaidBy(e.Guild, d.Statement, d.Typed.SaidBy)
	if err != nil {
		return curate.Draft{}, err
	}
	fact := curate.Draft{Statement: d.Statement, Answers: d.Waiting}
	if d.Edited != nil {
		fact.Fact, fact.Seen = d.Edited.Fact, d.Edited.Seen
	}
	fact.Fact.Question, fact.Fact.Answer = d.Typed.Question, d.Typed.Answer
	fact.Fact.Party, fact.Fact.Speaker = party, speaker
	fact.Fact.AlsoAsked = strings.Split(d.Typed.AlsoAsked, "\n")
	if d.Topics != nil {
		fact.Fact.Topics = d.Topics
	}
	fact.Fact.Citations = quoting(fact.Fact.Citations, d)
	return fact, nil
}

// quoting puts the quote of a draft in the place of the one that it is of, or behind the
// citations if they have none of its source.
func quoting(citations []kb.Citation, d *drafts.Draft) []kb.Citation {
	i := quoted(citations, d)
	if i < 0 {
		return append(slices.Clone(citations), kb.Citation{Source: d.Source, Quote: d.Typed.Quote})
	}
	citations = slices.Clone(citations)
	if c := &citations[i]; c.Quote != d.Typed.Quote {
		c.Quote, c.At = d.Typed.Quote, nil
	}
	return citations
}

// quoted is which of the citations the quote of a draft is of; -1 if none is of its
// source.
func quoted(citations []kb.Citation, d *drafts.Draft) int {
	if i := d.Citation; i < len(citations) && citations[i].Source == d.Source {
		return i
	}
	return slices.IndexFunc(citations, func(c kb.Citation) bool { return c.Source == d.Source })
}

// notSaved says that nothing was saved, and keeps what was typed.
func (h *Handlers) notSaved(ctx context.Context, e *event.Event, d *drafts.Draft, err error) reply.Reply {
	r := change.Failed(h.Log, e, err)
	h.Drafts.Refuse(ctx, e, d, &r)
	r.Buttons = []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.edit-again"), "✏️", actionEditAgain)}
	var stored *store.Error
	if errors.As(err, &stored) {
		r.Buttons = append(r.Buttons, h.Drafts.Button(e, d, e.Say("button.try-again"), "🔁", actionTryAgain))
	}
	return r
}

// settle ends a draft that was saved: who waits for it, and who saw it before, is told.
func (h *Handlers) settle(ctx context.Context, d *drafts.Draft, saved curate.Saved) {
	if len(d.Waiting) > 0 {
		h.Outbox.TellSoon()
	}
	if d.Edited != nil && !saved.Repeated {
		h.Outbox.CorrectSoon()
	}
	h.Drafts.End(ctx, d)
}

// saved shows what was saved, and settles it.
func (h *Handlers) saved(ctx context.Context, e *event.Event, d *drafts.Draft, saved curate.Saved) reply.Reply {
	r := reply.Reply{Private: true, Blocks: []reply.Block{reply.Ours(e.Say("fact.saved"))}}
	if saved.Repeated {
		r.Blocks = []reply.Block{reply.Ours(e.Say("fact.saved-twice"))}
	}
	r.Add(h.Known(e, saved.ID)...)
	if !saved.Verified {
		r.Add(reply.Ours(e.Say("fact.not-verified")))
	}
	if len(d.Waiting) > 0 {
		r.Add(reply.Ours(e.Say("fact.settled")))
	}
	r.Buttons = h.factButtons(e, saved.ID)
	if d.After != 0 {
		next := h.Drafts.Begin(e, drafts.Draft{Statement: d.Statement, Source: d.Source})
		r.Buttons = append([]discordgo.Button{h.Drafts.Button(e, next, e.Say("button.next-draft"), "▶️", d.After)}, r.Buttons...)
	}
	h.settle(ctx, d, saved)
	return r
}

// overtaken shows what somebody else did first. The form can be sent again, with
// their change seen.
func (h *Handlers) overtaken(ctx context.Context, e *event.Event, d *drafts.Draft, o *curate.EditConflict) reply.Reply {
	r := reply.Reply{Private: true, Blocks: []reply.Block{reply.Ours(e.Say("fact.overtaken", "Who", change.Person(o.By)))}}
	r.Add(changes(e.Language, o.Changes)...)
	if d.Edited != nil {
		if now, err := h.Curator.FactAt(ctx, e.Guild, d.Edited.ID); err == nil {
			was := d.Edited.Fact.Citations
			if i := quoted(was, d); i >= 0 { // theirs may stand elsewhere now
				is := func(c kb.Citation) bool { return c.Source == was[i].Source && c.Quote == was[i].Quote }
				d.Citation = max(slices.IndexFunc(now.Fact.Citations, is), 0)
			}
			now.Fact.Citations = quoting(now.Fact.Citations, d)
			d.Edited = &now
		}
	}
	h.Drafts.Refuse(ctx, e, d, &r)
	r.Buttons = []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.edit-again"), "✏️", actionEditAgain), h.Drafts.Button(e, d, e.Say("button.cancel"), "✖️", actionDrop)}
	return r
}
