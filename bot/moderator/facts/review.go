package facts

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
	"verbatim/kb/quote"
	"verbatim/kb/wording"
)

// reviewed says why a draft was not saved, and what can be done.
func (h *Handlers) reviewed(ctx context.Context, e *event.Event, d *drafts.Draft, review *curate.Review) reply.Reply {
	r := reply.Reply{Private: true}
	again := h.Drafts.Button(e, d, e.Say("button.edit-again"), "✏️", actionEditAgain)
	switch {
	case len(review.Problems) > 0:
		r.Blocks = []reply.Block{reply.Ours(e.Say("fact.not-saved"))}
		for _, p := range review.Problems {
			words := p.Say(e.Language)
			r.Add(reply.Block{Shown: reply.Plain(words), Words: words})
		}
		r.Buttons = []discordgo.Button{again}
	case len(review.Quotes) > 0:
		r.Blocks = []reply.Block{reply.Ours(e.Say("fact.quote-differs"))}
		fixable := true
		for _, q := range review.Quotes {
			r.Add(compared(e.Language, q)...)
			fixable = fixable && q.TrueWords() != ""
		}
		r.Buttons = []discordgo.Button{again}
		if fixable {
			r.Buttons = append([]discordgo.Button{h.Drafts.Button(e, d, e.Say("button.true-words"), "✅", actionTrueWords)}, r.Buttons...)
			d.Reviewed.Fact.Citations = corrected(d.Reviewed.Fact.Citations, review.Quotes)
		}
	default:
		r.Blocks = []reply.Block{reply.Ours(e.Say("fact.answered-already"))}
		for _, n := range review.Alike {
			r.Add(h.Known(e, n.ID)...)
		}
		d.Alike = review.Alike
		r.Buttons = []discordgo.Button{
			h.Drafts.Button(e, d, e.Say("button.add-words"), "➕", actionAddWords), h.Drafts.Button(e, d, e.Say("button.save-anyway"), "💾", actionAnyway),
			again, h.Drafts.Button(e, d, e.Say("button.cancel"), "✖️", actionDrop),
		}
	}
	h.Drafts.Refuse(ctx, e, d, &r)
	return r
}

// compared shows a quote with what its source has instead.
func compared(l catalog.Language, q curate.QuoteCheck) []reply.Block {
	words := reply.SourceName(l, q.Source)
	shown := reply.Link(words, q.Source.URL)
	if q.Result.Verdict == quote.NotFound {
		return []reply.Block{{Shown: l.Say("fact.nothing-close", "Source", shown), Words: l.Say("fact.nothing-close", "Source", words)}}
	}
	above := reply.Block{Shown: l.Say("fact.text-has", "Source", shown), Words: l.Say("fact.text-has", "Source", words)}
	blocks := []reply.Block{reply.Join(above, reply.Block{Shown: reply.QuoteBlock(q.Result.Found), Words: q.Result.Found})}
	if q.Result.Verdict == quote.Altered || q.Result.Verdict == quote.Spliced {
		blocks = append(blocks, reply.Compared(reply.ComparedWith(l), q.Result.Diff))
	}
	why := wording.Why(l, q.Result)
	return append(blocks, reply.Block{Shown: reply.Plain(why), Words: why})
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
	if i := quoted(d.Reviewed.Fact.Citations, d); i >= 0 {
		d.Typed.Quote = d.Reviewed.Fact.Citations[i].Quote
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
		return change.TooOld(e)
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
	return reply.Say(e.Say("fact.not-changed")).Instead()
}
