package facts

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/quote"
)

// reviewed says why a draft was not saved, and what can be done.
func (h *Handlers) reviewed(ctx context.Context, e *event.Event, d *drafts.Draft, review *curate.Review) reply.Reply {
	r := reply.Reply{Private: true}
	again := h.Drafts.Button(e, d, "Edit again", "✏️", actionEditAgain)
	switch {
	case len(review.Problems) > 0:
		r.Blocks = []reply.Block{reply.Ours("**Not saved yet.**")}
		for _, p := range review.Problems {
			r.Add(reply.Block{Shown: reply.Plain(p), Words: p})
		}
		r.Buttons = []discordgo.Button{again}
	case len(review.Quotes) > 0:
		r.Blocks = []reply.Block{reply.Ours("**Not saved yet: the quote does not stand in the text of its source.**")}
		fixable := true
		for _, q := range review.Quotes {
			r.Add(compared(q)...)
			fixable = fixable && q.TrueWords() != ""
		}
		r.Buttons = []discordgo.Button{again}
		if fixable {
			r.Buttons = append([]discordgo.Button{h.Drafts.Button(e, d, "Use the true words", "✅", actionTrueWords)}, r.Buttons...)
			d.Reviewed.Fact.Citations = corrected(d.Reviewed.Fact.Citations, review.Quotes)
		}
	default:
		r.Blocks = []reply.Block{reply.Ours("**Not saved yet: this question is already answered.**")}
		for _, n := range review.Alike {
			r.Add(h.Known(e, n.ID)...)
		}
		d.Alike = review.Alike
		r.Buttons = []discordgo.Button{
			h.Drafts.Button(e, d, "Add the words to it", "➕", actionAddWords), h.Drafts.Button(e, d, "Save anyway", "💾", actionAnyway),
			again, h.Drafts.Button(e, d, "Cancel", "✖️", actionDrop),
		}
	}
	h.Drafts.Refuse(ctx, d, &r)
	return r
}

// compared shows a quote with what its source has instead.
func compared(q curate.QuoteCheck) []reply.Block {
	name := reply.SourceName(q.Source)
	if q.Result.Verdict == quote.NotFound {
		return []reply.Block{{Shown: "Nothing in " + reply.Link(name, q.Source.URL) + " is close to it.", Words: "Nothing in " + name + " is close to it."}}
	}
	blocks := []reply.Block{{Shown: "The text of " + reply.Link(name, q.Source.URL) + " has:\n" + reply.QuoteBlock(q.Result.Found), Words: "The text of " + name + " has:\n" + q.Result.Found}}
	if q.Result.Verdict == quote.Altered || q.Result.Verdict == quote.Spliced {
		above := reply.Block{Shown: "Compared with it (~~left out~~, **added**):", Words: "Compared with it:"}
		blocks = append(blocks, reply.Compared(above, q.Result.Diff))

	}
	return append(blocks, reply.Block{Shown: reply.Plain(q.Result.Why), Words: q.Result.Why})
}

// corrected puts the true words in the place of quotes.
func corrected(citations []kb.Citation, checks []curate.QuoteCheck) []kb.Citation {
	citations = append([]kb.Citation{}, citations...)
	for i := range citations {
		for _, q := range checks {
			if citations[i].Source == q.Citation.Source && citations[i].Quote == q.Citation.Quote {
				citations[i].Quote, citations[i].At = q.TrueWords(), nil
			}
		}
	}
	return citations
}

// editAgain opens the form with what was typed.
func (h *Handlers) editAgain(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.OpenForm(e, d)
}

// tryAgain saves the same once more.
func (h *Handlers) tryAgain(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.save(ctx, e, d, d.Reviewed.Anyway)
}

// useTrueWords saves a draft with the words as they stand in the source.
func (h *Handlers) useTrueWords(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	for _, c := range d.Reviewed.Fact.Citations {
		if c.Source == d.Source {
			d.Typed.Quote = c.Quote
		}
	}
	return h.save(ctx, e, d, false).Instead()
}

// saveAnyway saves a draft although its question is answered already.
func (h *Handlers) saveAnyway(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.save(ctx, e, d, true).Instead()
}

// addWords adds the phrasings of a draft to the fact that answers its question
// already.
func (h *Handlers) addWords(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if len(d.Alike) == 0 {
		return reply.Whisper(change.TooOld)
	}
	at, err := h.Curator.FactAt(ctx, e.Guild, d.Alike[0].ID)
	if err != nil {
		return h.notSaved(ctx, e, d, err)
	}
	f := at.Fact
	f.AlsoAsked = append(append(append([]string{}, f.AlsoAsked...), d.Reviewed.Fact.Question), d.Reviewed.Fact.AlsoAsked...)
	saved, err := h.Curator.Save(ctx, change.Editor(e), curate.Draft{Statement: at.Statement.ID, Fact: f, Seen: at.Seen, Anyway: true, Answers: d.Waiting})
	if err != nil {
		return h.notSaved(ctx, e, d, err)
	}
	d.Edited = nil // only words were added: nobody saw a wrong answer
	return h.saved(ctx, e, d, saved).Instead()
}

// dropDraft leaves it.
func (h *Handlers) dropDraft(ctx context.Context, e *event.Event) reply.Reply {
	if d, ok := h.Drafts.Of(e); ok {
		h.Drafts.End(ctx, d)
	}
	return reply.Say("Nothing was changed.").Instead()
}
