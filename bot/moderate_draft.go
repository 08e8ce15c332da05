package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/quote"
)

// reviewed says why a draft was not saved, and what can be done.
func (b *Bot) reviewed(ctx context.Context, e *Event, w *work, review *curate.Review) Reply {
	r := Reply{Private: true}
	again := b.workButton(e, w, "Edit again", "✏️", actionEditAgain)
	switch {
	case len(review.Problems) > 0:
		r.Blocks = []Block{ours("**Not saved yet.**")}
		for _, p := range review.Problems {
			r.Blocks = append(r.Blocks, Block{plain(p), p})
		}
		r.Buttons = []discordgo.Button{again}
	case len(review.Quotes) > 0:
		r.Blocks = []Block{ours("**Not saved yet: the quote does not stand in the text of its source.**")}
		fixable := true
		for _, q := range review.Quotes {
			r.Blocks = append(r.Blocks, compared(q)...)
			fixable = fixable && q.TrueWords() != ""
		}
		r.Buttons = []discordgo.Button{again}
		if fixable {
			r.Buttons = append([]discordgo.Button{b.workButton(e, w, "Use the true words", "✅", actionTrueWords)}, r.Buttons...)
			w.draft.Fact.Citations = corrected(w.draft.Fact.Citations, review.Quotes)
		}
	default:
		r.Blocks = []Block{ours("**Not saved yet: this question is already answered.**")}
		for _, n := range review.Alike {
			r.Blocks = append(r.Blocks, b.knownFact(e, n.ID)...)
		}
		w.alike = review.Alike
		r.Buttons = []discordgo.Button{
			b.workButton(e, w, "Add the words to it", "➕", actionAddWords), b.workButton(e, w, "Save anyway", "💾", actionAnyway),
			again, b.workButton(e, w, "Cancel", "✖️", actionDrop),
		}
	}
	b.keepTyped(ctx, w, &r)
	return r
}

// compared shows a quote with what its source has instead.
func compared(q curate.QuoteCheck) []Block {
	name := sourceName(q.Source)
	if q.Result.Verdict == quote.NotFound {
		return []Block{{"Nothing in " + link(name, q.Source.URL) + " is close to it.", "Nothing in " + name + " is close to it."}}
	}
	blocks := []Block{{"The text of " + link(name, q.Source.URL) + " has:\n" + block(q.Result.Found), "The text of " + name + " has:\n" + q.Result.Found}}
	if q.Result.Verdict == quote.Altered || q.Result.Verdict == quote.Spliced {
		blocks = append(blocks, Block{
			"Compared with it (~~left out~~, **added**):\n> " + strings.ReplaceAll(marked(q.Result.Diff), "\n", "\n> "),
			"Compared with it:\n" + quote.Marked(q.Result.Diff),
		})
	}
	return append(blocks, Block{plain(q.Result.Why), q.Result.Why})
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

// knownFact shows a fact with its question.
func (b *Bot) knownFact(e *Event, factID string) []Block {
	a, ok := b.Knowledge.Fact(factID, e.Guild)
	if !ok {
		return nil
	}
	head := Block{"**" + oneLine(a.Question) + "** · `" + factID + "`", a.Question + " (" + factID + ")"}
	return append([]Block{head}, card(a)...)
}

// saved shows what was saved, settles the questions that it answers, and has
// those who saw it before told.
func (b *Bot) saved(ctx context.Context, e *Event, w *work, saved curate.Saved) Reply {
	r := Reply{Private: true, Blocks: []Block{ours("**Saved.** The next question is answered with it.")}}
	if saved.Repeated {
		r.Blocks = []Block{ours("**Saved**, once: this was sent twice.")}
	}
	r.Blocks = append(r.Blocks, b.knownFact(e, saved.ID)...)
	if !saved.Verified {
		r.Blocks = append(r.Blocks, ours("A quote is shown as *not checked*, for the text of its source is not here. It is checked by itself once the text is: `/source edit`."))
	}
	if len(w.waiting) > 0 {
		b.tellSoon()
		r.Blocks = append(r.Blocks, ours("The question is out of the inbox, and whoever asked to be told gets a direct message."))
	}
	if w.edited != nil && !saved.Repeated {
		b.correctSoon()
	}
	r.Buttons = b.factButtons(e, saved.ID)
	b.endWork(ctx, w)
	return r
}

// factButtons are what can be done with a fact that is shown.
func (b *Bot) factButtons(e *Event, factID string) []discordgo.Button {
	w := b.begin(e, work{edited: &curate.FactAt{ID: factID}})
	return []discordgo.Button{
		b.workButton(e, w, "Edit", "✏️", actionEditFact), b.workButton(e, w, "Remove", "🗑️", actionRemoveFact),
		b.workButton(e, w, "History", "🕓", actionHistory),
	}
}

// overtaken shows what somebody else did first. The form can be sent again, with
// their change seen.
func (b *Bot) overtaken(ctx context.Context, e *Event, w *work, o *curate.EditConflict) Reply {
	r := Reply{Private: true, Blocks: []Block{ours(fmt.Sprintf("**Not saved: %s changed this fact first.**", person(o.By)))}}
	r.Blocks = append(r.Blocks, changes(o.Changes)...)
	if w.edited != nil {
		if now, err := b.Curator.FactAt(ctx, e.Guild, w.edited.ID); err == nil {
			now.Fact.Citations = quoting(now.Fact.Citations, w.source, w.typed.quote)
			w.edited = &now
		}
	}
	b.keepTyped(ctx, w, &r)
	r.Buttons = []discordgo.Button{b.workButton(e, w, "Edit again", "✏️", actionEditAgain), b.workButton(e, w, "Cancel", "✖️", actionDrop)}
	return r
}

// editAgain opens the form with what was typed.
func (b *Bot) editAgain(_ context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.statement == "" {
		return whisper(workExpired)
	}
	return b.openForm(e, w)
}

// tryAgain saves the same once more.
func (b *Bot) tryAgain(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.statement == "" {
		return whisper(workExpired)
	}
	return b.save(ctx, e, w, w.draft.Anyway)
}

// useTrueWords saves a draft with the words as they stand in the source.
func (b *Bot) useTrueWords(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.statement == "" {
		return whisper(workExpired)
	}
	for _, c := range w.draft.Fact.Citations {
		if c.Source == w.source {
			w.typed.quote = c.Quote
		}
	}
	r := b.save(ctx, e, w, false)
	r.Update = true
	return r
}

// saveAnyway saves a draft although its question is answered already.
func (b *Bot) saveAnyway(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.statement == "" {
		return whisper(workExpired)
	}
	r := b.save(ctx, e, w, true)
	r.Update = true
	return r
}

// addWords adds the phrasings of a draft to the fact that answers its question
// already.
func (b *Bot) addWords(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(w.alike) == 0 {
		return whisper(workExpired)
	}
	at, err := b.Curator.FactAt(ctx, e.Guild, w.alike[0].ID)
	if err != nil {
		return b.notSaved(ctx, e, w, err)
	}
	f := at.Fact
	f.AlsoAsked = append(append(append([]string{}, f.AlsoAsked...), w.draft.Fact.Question), w.draft.Fact.AlsoAsked...)
	saved, err := b.Curator.Save(ctx, hand(e), curate.Draft{Statement: at.Statement.ID, Fact: f, Seen: at.Seen, Anyway: true, Answers: w.waiting})
	if err != nil {
		return b.notSaved(ctx, e, w, err)
	}
	w.edited = nil // only words were added: nobody saw a wrong answer
	r := b.saved(ctx, e, w, saved)
	r.Update = true
	return r
}

// dropWork leaves it.
func (b *Bot) dropWork(ctx context.Context, e *Event) Reply {
	if w, ok := b.work(e); ok {
		b.endWork(ctx, w)
	}
	r := say("Nothing was changed.")
	r.Update = true
	return r
}
