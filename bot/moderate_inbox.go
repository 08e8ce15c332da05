package bot

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/inbox"
)

// inboxList shows what waits, the most asked first.
func (b *Bot) inboxList(_ context.Context, e *Event) Reply {
	w := work{}
	if value := e.Options[optionSource]; value != "" {
		statement, source, ok := b.sourceOf(e, value)
		if !ok {
			return whisper("There is no such source here. Choose one from the suggestions.")
		}
		w.statement, w.source = statement, source.ID
	}
	return b.inboxPage(e, b.begin(e, w), 0)
}

// inboxTurn shows another page.
func (b *Bot) inboxTurn(_ context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(e.Used.about) < 10 {
		return whisper(workExpired)
	}
	r := b.inboxPage(e, w, int(binary.BigEndian.Uint16(e.Used.about[8:])))
	r.Update = true
	return r
}

func (b *Bot) inboxPage(e *Event, w *work, page int) Reply {
	groups := b.Questions.Groups(e.Guild)
	if len(groups) == 0 {
		return say("**Nothing waits.** Questions that could not be answered come here.")
	}
	pages := (len(groups) + optionsMost - 1) / optionsMost
	page = max(0, min(page, pages-1))
	asked := 0
	var options []discordgo.SelectMenuOption
	for i, g := range groups {
		asked += g.Count
		if i/optionsMost == page {
			about := "asked " + times(g.Count)
			if more := len(g.Questions) - 1; more > 0 {
				about += ", in " + count(more, "other way")
			}
			options = append(options, option(g.Questions[0].Question, about, g.Questions[0].ID))
		}
	}
	waits := "**1 question waits**"
	if len(groups) > 1 {
		waits = fmt.Sprintf("**%d questions wait**", len(groups))
	}
	r := say(waits + ", asked " + times(asked) + ". Choose one to answer it, to link it to a fact, or to dismiss it.")
	r.Menus = []discordgo.SelectMenu{b.workMenu(e, w, fmt.Sprintf("Questions, page %d of %d", page+1, pages), actionInboxOpen, options)}
	turn := func(text, emoji string, to int) {
		about := binary.BigEndian.AppendUint16(w.about(), uint16(to))
		r.Buttons = append(r.Buttons, b.button(e, text, emoji, id{action: actionInboxList, user: e.User, about: about}))
	}
	if page > 0 {
		turn("Back", "◀️", page-1)
	}
	if page+1 < pages {
		turn("More", "▶️", page+1)
	}
	return r
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// inboxOpen shows one question with what can be done.
func (b *Bot) inboxOpen(_ context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(e.Values) != 1 {
		return whisper(workExpired)
	}
	for _, g := range b.Questions.Groups(e.Guild) {
		if g.Questions[0].ID == e.Values[0] {
			one := b.begin(e, work{statement: w.statement, source: w.source})
			return b.inboxGroup(e, one, g)
		}
	}
	return whisper("That question does not wait any more: somebody settled it. Use `/inbox` again.")
}

func (b *Bot) inboxGroup(e *Event, w *work, g inbox.Group) Reply {
	first := g.Questions[0]
	w.typed = typing{question: first.Question}
	w.waiting = nil
	var others []string
	for i, q := range g.Questions {
		w.waiting = append(w.waiting, q.ID)
		if i > 0 {
			others = append(others, q.Question)
			w.typed.alsoAsked += q.Question + "\n"
		}
	}
	b.keepWork(w)
	r := Reply{Blocks: []Block{{block(first.Question), first.Question}}}
	small := fmt.Sprintf("Asked %s, first <t:%d:D>, last <t:%d:R>", times(g.Count), first.First/1000, g.Last/1000)
	if g.Tell > 0 {
		small += " · " + count(g.Tell, "person") + " to be told"
	}
	r.Blocks = append(r.Blocks, ours("-# "+small))
	if first.Given != "" {
		r.Blocks = append(r.Blocks, ours("-# It was answered with `"+first.Given+"`, and that was not what was meant."))
	}
	if len(others) > 0 {
		r.Blocks = append(r.Blocks, Block{"In other words:\n" + bullets(others), "In other words:\n" + bullets(others)})
	}
	r.Buttons = []discordgo.Button{
		b.workButton(e, w, "Answer", "✏️", actionInboxAnswer), b.workButton(e, w, "Link to a fact", "🔗", actionInboxLink),
		b.workButton(e, w, "Dismiss", "🗑️", actionInboxDismiss),
	}
	return r
}

// inboxAnswer opens the form with the question in it, or asks for the source
// first.
func (b *Bot) inboxAnswer(_ context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(w.waiting) == 0 {
		return whisper(workExpired)
	}
	if w.source != "" {
		return b.openForm(e, w)
	}
	var options []discordgo.SelectMenuOption
	for _, c := range b.suggestSources(e, "") {
		value, _ := c.Value.(string)
		options = append(options, option(c.Name, "", value))
	}
	if len(options) == 0 {
		return whisper("There is no source here yet. Add one with `/source add`.")
	}
	r := say("Which source does the answer stand in?")
	if len(options) > optionsMost {
		r.Blocks = append(r.Blocks, ours("These are the first 25. For another, use `/inbox source:` with suggestions."))
	}
	r.Menus = []discordgo.SelectMenu{b.workMenu(e, w, "Sources", actionInboxSource, options)}
	return r
}

// inboxSource opens the form after the source was chosen.
func (b *Bot) inboxSource(_ context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(e.Values) != 1 || len(w.waiting) == 0 {
		return whisper(workExpired)
	}
	statement, source, ok := b.sourceOf(e, e.Values[0])
	if !ok {
		return whisper("There is no such source here any more. Use `/inbox` again.")
	}
	w.statement, w.source = statement, source.ID
	return b.openForm(e, w)
}

// inboxLink offers the facts that are nearest to the question.
func (b *Bot) inboxLink(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(w.waiting) == 0 {
		return whisper(workExpired)
	}
	var options []discordgo.SelectMenuOption
	seen := map[string]bool{}
	offer := func(factID, question string) {
		if a, ok := b.Knowledge.Fact(factID, e.Guild); ok && a.Kind == kb.KindFact && !seen[factID] && len(options) < optionsMost {
			seen[factID] = true
			options = append(options, option(question, a.Text, handle(factID)))
		}
	}
	for _, n := range b.Knowledge.Ask(ctx, kb.Question{Text: w.typed.question, Server: e.Guild}).Nearest {
		offer(n.ID, n.Question)
	}
	for _, s := range b.Knowledge.Suggest(w.typed.question, "", e.Guild) {
		offer(s.ID, s.Question)
	}
	for _, s := range b.Knowledge.Suggest("", "", e.Guild) {
		offer(s.ID, s.Question)
	}
	if len(options) == 0 {
		return whisper("There is no fact here yet. Answer the question instead.")
	}
	r := say("Which fact answers it? From then on it is answered in these words too.")
	r.Menus = []discordgo.SelectMenu{b.workMenu(e, w, "The nearest facts", actionInboxLinkTo, options)}
	return r
}

// inboxLinkTo links the question to the fact that was chosen.
func (b *Bot) inboxLinkTo(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(e.Values) != 1 || len(w.waiting) == 0 {
		return whisper(workExpired)
	}
	a, ok := b.take(e.Guild, e.Values[0])
	if !ok {
		return whisper("That fact is not here any more. Use `/inbox` again.")
	}
	saved, err := b.Curator.Link(ctx, hand(e), w.waiting, a.ID)
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	b.tellSoon()
	r := say("**Linked.** The question is answered in these words from now on.")
	r.Blocks = append(r.Blocks, b.knownFact(e, saved.ID)...)
	r.Update = true
	return r
}

// inboxDismiss takes a question out of the inbox for good.
func (b *Bot) inboxDismiss(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(w.waiting) == 0 {
		return whisper(workExpired)
	}
	if err := b.Questions.Dismiss(ctx, hand(e), w.waiting); err != nil {
		return whisper(b.whyNot(e, err))
	}
	r := say("**Dismissed.** Its text is deleted, and it does not come back.")
	r.Update = true
	return r
}
