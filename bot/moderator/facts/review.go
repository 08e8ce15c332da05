package facts

import (
	"context"
	"slices"

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
	r := reply.Reply{Private: true, Blocks: h.whyReviewed(e, review)}
	switch {
	case len(review.Problems) > 0:
		r.Buttons = h.againButtons(e, d)
	case len(review.Quotes) > 0:
		r.Buttons = h.quotesButtons(e, d, review.Quotes)
	default:
		r.Buttons = h.alikeButtons(e, d, review.Alike)
	}
	h.Drafts.Refuse(ctx, e, d, &r)
	return r
}

// whyReviewed says what speaks against a draft: its problems, or else its quotes, or else
// the facts that answer its question already.
func (h *Handlers) whyReviewed(e *event.Event, review *curate.Review) []reply.Block {
	switch {
	case len(review.Problems) > 0:
		blocks := []reply.Block{reply.Ours(e.Say("fact.not-saved"))}
		for _, p := range review.Problems {
			words := p.Say(e.Language)
			blocks = append(blocks, reply.Block{Shown: reply.Plain(words), Words: words})
		}
		return blocks
	case len(review.Quotes) > 0:
		blocks := []reply.Block{reply.Ours(e.Say("fact.quote-differs"))}
		for _, q := range review.Quotes {
			blocks = append(blocks, compared(e.Language, q)...)
		}
		return blocks
	}
	blocks := []reply.Block{reply.Ours(e.Say("fact.answered-already"))}
	for _, n := range review.Alike {
		blocks = append(blocks, h.Known(e, n.ID)...)
	}
	return blocks
}

// againButtons open the form with what was typed.
func (h *Handlers) againButtons(e *event.Event, d *drafts.Draft) []discordgo.Button {
	return []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.edit-again"), "✏️", actionEditAgain)}
}

// quotesButtons put the true words in the place of quotes, if those of all are known.
func (h *Handlers) quotesButtons(e *event.Event, d *drafts.Draft, quotes []curate.QuoteCheck) []discordgo.Button {
	if slices.ContainsFunc(quotes, func(q curate.QuoteCheck) bool { return q.TrueWords() == "" }) {
		return h.againButtons(e, d)
	}
	d.Reviewed.Fact.Citations = corrected(d.Reviewed.Fact.Citations, quotes)
	return append([]discordgo.Button{h.Drafts.Button(e, d, e.Say("button.true-words"), "✅", actionTrueWords)}, h.againButtons(e, d)...)
}

// alikeButtons are what can be done where facts answer the question of a draft already.
func (h *Handlers) alikeButtons(e *event.Event, d *drafts.Draft, alike []kb.Nearest) []discordgo.Button {
	d.Alike = alike
	buttons := []discordgo.Button{
		h.Drafts.Button(e, d, e.Say("button.add-words"), "➕", actionAddWords), h.Drafts.Button(e, d, e.Say("button.save-anyway"), "💾", actionAnyway),
	}
	return append(append(buttons, h.againButtons(e, d)...), h.Drafts.Button(e, d, e.Say("button.cancel"), "✖️", actionDrop))
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
		return h.refused(ctx, e, d, err)
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
