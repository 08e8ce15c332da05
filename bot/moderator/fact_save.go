package moderator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/store"
)

// save saves what was typed, or says why not and keeps it.
func (h *Handlers) save(ctx context.Context, e *event.Event, d *draft, anyway bool) reply.Reply {
	fact, err := h.toSave(e, d)
	if err == nil {
		fact.Anyway, d.reviewed = anyway, fact
		var saved curate.Saved
		if saved, err = h.Curator.Save(ctx, editor(e), fact); err == nil {
			return h.saved(ctx, e, d, saved)
		}
	}
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
func (h *Handlers) toSave(e *event.Event, d *draft) (curate.Draft, error) {
	party, speaker, err := h.Curator.ReadSaidBy(e.Guild, d.statement, d.typed.saidBy)
	if err != nil {
		return curate.Draft{}, err
	}
	fact := curate.Draft{Statement: d.statement, Answers: d.waiting}
	if d.edited != nil {
		fact.Fact, fact.Seen = d.edited.Fact, d.edited.Seen
	}
	fact.Fact.Question, fact.Fact.Answer = d.typed.question, d.typed.answer
	fact.Fact.Party, fact.Fact.Speaker = party, speaker
	fact.Fact.AlsoAsked = strings.Split(d.typed.alsoAsked, "\n")
	if d.topics != nil {
		fact.Fact.Topics = d.topics
	}
	fact.Fact.Citations = quoting(fact.Fact.Citations, d.source, d.typed.quote)
	return fact, nil
}

// quoting puts a quote in the place of the one that citations have of a source.
func quoting(citations []kb.Citation, source, quote string) []kb.Citation {
	citations = slices.Clone(citations)
	for i := range citations {
		c := &citations[i]
		if c.Source != source {
			continue
		}
		if c.Quote != quote {
			c.Quote, c.At = quote, nil
		}
		return citations
	}
	return append(citations, kb.Citation{Source: source, Quote: quote})
}

// notSaved says that nothing was saved, and keeps what was typed.
func (h *Handlers) notSaved(ctx context.Context, e *event.Event, d *draft, err error) reply.Reply {
	r := h.failed(e, err)
	h.storeTyped(ctx, d, &r)
	r.Buttons = []discordgo.Button{h.draftButton(e, d, "Edit again", "✏️", actionEditAgain)}
	var stored *store.Error
	if errors.As(err, &stored) {
		r.Buttons = append(r.Buttons, h.draftButton(e, d, "Try again", "🔁", actionTryAgain))
	}
	return r
}

// saved shows what was saved, settles the questions that it answers, and has
// those who saw it before told.
func (h *Handlers) saved(ctx context.Context, e *event.Event, d *draft, saved curate.Saved) reply.Reply {
	r := reply.Reply{Private: true, Blocks: []reply.Block{reply.Ours("**Saved.** The next question is answered with it.")}}
	if saved.Repeated {
		r.Blocks = []reply.Block{reply.Ours("**Saved**, once: this was sent twice.")}
	}
	r.Add(h.knownFact(e, saved.ID)...)
	if !saved.Verified {
		r.Add(reply.Ours("A quote is shown as *not checked*, for the text of its source is not here. It is checked by itself once the text is: `/source edit`."))
	}
	if len(d.waiting) > 0 {
		h.Outbox.TellSoon()
		r.Add(reply.Ours("The question is out of the inbox, and whoever asked to be told gets a direct message."))
	}
	if d.edited != nil && !saved.Repeated {
		h.Outbox.CorrectSoon()
	}
	r.Buttons = h.factButtons(e, saved.ID)
	h.endDraft(ctx, d)
	return r
}

// overtaken shows what somebody else did first. The form can be sent again, with
// their change seen.
func (h *Handlers) overtaken(ctx context.Context, e *event.Event, d *draft, o *curate.EditConflict) reply.Reply {
	r := reply.Reply{Private: true, Blocks: []reply.Block{reply.Ours(fmt.Sprintf("**Not saved: %s changed this fact first.**", person(o.By)))}}
	r.Add(changes(o.Changes)...)
	if d.edited != nil {
		if now, err := h.Curator.FactAt(ctx, e.Guild, d.edited.ID); err == nil {
			now.Fact.Citations = quoting(now.Fact.Citations, d.source, d.typed.quote)
			d.edited = &now
		}
	}
	h.storeTyped(ctx, d, &r)
	r.Buttons = []discordgo.Button{h.draftButton(e, d, "Edit again", "✏️", actionEditAgain), h.draftButton(e, d, "Cancel", "✖️", actionDrop)}
	return r
}
