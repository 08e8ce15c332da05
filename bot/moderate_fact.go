package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
)

// factAdd opens the form for a new fact.
func (b *Bot) factAdd(_ context.Context, e *Event) Reply {
	statement, source, ok := b.sourceOf(e, e.Options[optionSource])
	if !ok {
		return whisper("There is no such source here. Choose one from the suggestions, or add it with `/source add`.")
	}
	w := b.begin(e, work{statement: statement, source: source.ID, topics: split(e.Options[optionTopic])})
	w.typed.saidBy = e.Options[optionParty]
	return b.openForm(e, w)
}

// split cuts a list with commas; nil when there is nothing.
func split(list string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '，' || r == '،' || r == '、' }) {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// sourceOf is the source that an id or handle stands for.
func (b *Bot) sourceOf(e *Event, value string) (statement string, s kb.Source, ok bool) {
	for _, head := range b.Curator.Outlines(e.Guild) {
		for _, source := range head.Sources {
			if handle(head.ID+"/"+source.ID) == value {
				return head.ID, source, true
			}
		}
	}
	return "", kb.Source{}, false
}

// factOf is the fact that an id or handle stands for.
func (b *Bot) factOf(ctx context.Context, e *Event, value string) (curate.FactAt, Reply, bool) {
	if a, ok := b.take(e.Guild, value); ok && a.Kind == kb.KindFact {
		value = a.ID
	}
	at, err := b.Curator.FactAt(ctx, e.Guild, value)
	switch {
	case errors.Is(err, kb.ErrNotHeld):
		return at, whisper("There is no such fact here. Choose one from the suggestions; `/fact restore` has those that were removed."), false
	case err != nil:
		b.Log.Error("a fact could not be read", "id", e.ID, "error", err)
		return at, whisper(sorry), false
	}
	return at, Reply{}, true
}

// factEdit opens the form with a fact in it.
func (b *Bot) factEdit(ctx context.Context, e *Event) Reply {
	at, refusal, ok := b.factOf(ctx, e, e.Options[optionFact])
	if !ok {
		return refusal
	}
	source := ""
	if value := e.Options[optionSource]; value != "" {
		statement, s, ok := b.sourceOf(e, value)
		if !ok || statement != at.Statement.ID {
			return whisper("That source is not one of the statement that the fact is of. Choose one from the suggestions.")
		}
		source = s.ID
	}
	return b.openEdit(e, at, source, split(e.Options[optionTopic]))
}

// openEdit opens the form with a fact in it. The quote is that of a source; if none
// is named, of the first that has one.
func (b *Bot) openEdit(e *Event, at curate.FactAt, source string, topics []string) Reply {
	i := slices.IndexFunc(at.Fact.Citations, func(c kb.Citation) bool {
		return c.Source == source || source == "" && c.Quote != ""
	})
	w := work{statement: at.Statement.ID, source: source, edited: &at, topics: topics}
	switch {
	case i >= 0:
		w.source, w.typed.quote = at.Fact.Citations[i].Source, at.Fact.Citations[i].Quote
	case source == "":
		w.source = at.Fact.Citations[0].Source
	}
	w.typed.question, w.typed.answer, w.typed.saidBy = at.Fact.Question, at.Fact.Answer, kb.SaidBy(at.Fact)
	w.typed.alsoAsked = strings.Join(at.Fact.AlsoAsked, "\n")
	if units(w.typed.alsoAsked) > inputMost || units(w.typed.quote) > kb.MaxQuote || units(w.typed.answer) > kb.MaxAnswer ||
		units(w.typed.question) > kb.MaxQuestion {
		return whisper("This fact is longer than a form can hold. Change it in a file: `/kb export`, then `/kb import`.")
	}
	return b.openForm(e, b.begin(e, w))
}

// shown is the fact that the buttons below it are about.
func (b *Bot) shown(ctx context.Context, e *Event) (curate.FactAt, Reply, bool) {
	w, ok := b.work(e)
	if !ok || w.edited == nil {
		return curate.FactAt{}, whisper(workExpired), false
	}
	return b.factOf(ctx, e, w.edited.ID)
}

func (b *Bot) editShown(ctx context.Context, e *Event) Reply {
	at, refusal, ok := b.shown(ctx, e)
	if !ok {
		return refusal
	}
	return b.openEdit(e, at, "", nil)
}

// factShow shows a fact with all that is kept of it.
func (b *Bot) factShow(ctx context.Context, e *Event) Reply {
	at, refusal, ok := b.factOf(ctx, e, e.Options[optionFact])
	if !ok {
		return refusal
	}
	r := Reply{Blocks: b.knownFact(e, at.ID), Buttons: b.factButtons(e, at.ID)}
	small := "Counts everywhere"
	if at.Own {
		small = "Of this server"
	}
	if len(at.Fact.Topics) > 0 {
		small += " · Topics: " + strings.Join(at.Fact.Topics, ", ")
	}
	r.Blocks = append(r.Blocks, Block{"-# " + oneLine(small), small})
	if also := at.Fact.AlsoAsked; len(also) > 0 {
		r.Blocks = append(r.Blocks, Block{"Also asked:\n" + bullets(also), "Also asked:\n- " + strings.Join(also, "\n- ")})
	}
	return r
}

func bullets(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("- " + oneLine(l) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// factRemove asks before it takes a fact away.
func (b *Bot) factRemove(ctx context.Context, e *Event) Reply {
	at, refusal, ok := b.factOf(ctx, e, e.Options[optionFact])
	if !ok {
		return refusal
	}
	return b.askRemove(e, at)
}

func (b *Bot) removeShown(ctx context.Context, e *Event) Reply {
	at, refusal, ok := b.shown(ctx, e)
	if !ok {
		return refusal
	}
	return b.askRemove(e, at)
}

func (b *Bot) askRemove(e *Event, at curate.FactAt) Reply {
	w := b.begin(e, work{edited: &at})
	question := "**Remove this fact?** It is not answered here any more from then on, and can be restored."
	if !at.Own {
		question = "**Remove this fact here?** It counts everywhere, and stays so in other servers. It can be restored."
	}
	r := Reply{Blocks: append([]Block{ours(question)}, b.knownFact(e, at.ID)...)}
	r.Buttons = []discordgo.Button{b.workButton(e, w, "Remove it", "🗑️", actionRemoveSure), b.workButton(e, w, "Cancel", "✖️", actionDrop)}
	return r
}

func (b *Bot) removeSure(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.edited == nil {
		return whisper(workExpired)
	}
	err := b.Curator.Remove(ctx, hand(e), w.edited.ID, w.edited.Seen)
	var overtaken *curate.EditConflict
	switch {
	case errors.As(err, &overtaken):
		r := whisper(fmt.Sprintf("**Not removed: %s changed this fact first.** Look at it again with `/fact show`.", person(overtaken.By)))
		r.Blocks = append(r.Blocks, changes(overtaken.Changes)...)
		return r
	case err != nil:
		return whisper(b.whyNot(e, err))
	}
	b.correctSoon()
	r := say("**Removed:** " + oneLine(w.edited.Fact.Question))
	r.Buttons, r.Update = []discordgo.Button{b.workButton(e, w, "Undo", "↩️", actionRestoreFact)}, true
	return r
}

// factList lists facts, a line each.
func (b *Bot) factList(_ context.Context, e *Event) Reply {
	topic, party := e.Options[optionTopic], e.Options[optionParty]
	r := Reply{}
	n := 0
	for _, head := range b.Knowledge.Heads(e.Guild) {
		if only := e.Options[optionStatement]; only != "" && only != head.ID {
			continue
		}
		s, ok := b.Knowledge.Statement(head.ID, e.Guild)
		if !ok {
			continue
		}
		shown := &Block{"**" + oneLine(s.Title) + "**", s.Title}
		r.Blocks = append(r.Blocks, *shown)
		for _, f := range s.Facts {
			if topic != "" && !slices.Contains(f.Topics, topic) || party != "" && f.Party != party {
				continue
			}
			n++
			line := Block{"- " + oneLine(f.Question) + " · `" + f.ID + "`", "- " + f.Question + " (" + s.ID + "/" + f.ID + ")"}
			if last := &r.Blocks[len(r.Blocks)-1]; units(last.Shown)+units(line.Shown) < contentMost/2 {
				*last = join(*last, line)
			} else {
				r.Blocks = append(r.Blocks, line)
			}
		}
	}
	r.Blocks = append([]Block{ours(count(n, "fact") + ".")}, r.Blocks...)
	return r
}
