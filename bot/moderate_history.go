package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/library"
	"verbatim/kb/quote"
)

// person is an author of the history: a user of Discord, or a name.
func person(author string) string {
	if author != "" && strings.Trim(author, "0123456789") == "" {
		return "<@" + author + ">" // nobody is pinged by what this bot sends
	}
	return oneLine(author)
}

// changes shows what changed, field by field.
func changes(all []library.FieldChange) []Block {
	var blocks []Block
	for _, c := range all {
		blocks = append(blocks, Block{
			oneLine(c.Field) + ":\n> " + strings.ReplaceAll(marked(c.Diff), "\n", "\n> "),
			c.Field + ":\n" + quote.Marked(c.Diff),
		})
	}
	return blocks
}

// factHistory shows what ever happened to a fact, the newest first.
func (b *Bot) factHistory(ctx context.Context, e *Event) Reply {
	value := e.Options[optionFact]
	if a, ok := b.take(e.Guild, value); ok {
		value = a.ID
	}
	return b.historyOf(ctx, e, value)
}

func (b *Bot) historyShown(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.edited == nil {
		return whisper(workExpired)
	}
	return b.historyOf(ctx, e, w.edited.ID)
}

func (b *Bot) historyOf(ctx context.Context, e *Event, factID string) Reply {
	all, err := b.Library.History(ctx, e.Guild, b.removedID(ctx, e, factID))
	if err != nil {
		return whisper(b.notRead(e, err))
	}
	r := whisper("**History of** `" + harmless(strings.ReplaceAll(factID, "`", "")) + "`, the newest first. ~~Left out~~, **added**.")
	w := b.begin(e, work{edited: &curate.FactAt{ID: b.removedID(ctx, e, factID)}})
	var options []discordgo.SelectMenuOption
	for _, one := range slices.Backward(all) {
		r.Blocks = append(r.Blocks, revision(one)...)
		if one.Fact != nil {
			name := fmt.Sprintf("%d · %s", one.Rev, one.At.UTC().Format("2006-01-02 15:04"))
			options = append(options, option(name, one.Fact.Answer, strconv.FormatInt(one.Rev, 10)))
		}
	}
	if len(options) > 1 {
		r.Menus = []discordgo.SelectMenu{b.workMenu(e, w, "Restore a revision", actionRestoreFact, options)}
	}
	return r
}

// revision shows one change.
func revision(one library.Revision) []Block {
	where := ""
	if one.Shared {
		where = ", everywhere"
	}
	words := fmt.Sprintf("Revision %d: %s by %s%s", one.Rev, one.Action, one.Author, where)
	head := Block{
		fmt.Sprintf("**%s** by %s%s · <t:%d:f> · revision %d", oneLine(one.Action), person(one.Author), where, one.At.Unix(), one.Rev),
		words + ", " + one.At.UTC().Format("2006-01-02 15:04 UTC"),
	}
	if one.Fact == nil {
		return []Block{head}
	}
	for _, c := range changes(one.Changes) {
		head = join(head, c)
	}
	return []Block{head}
}

// removedID is an id, or that of the removed fact which a handle stands for.
func (b *Bot) removedID(ctx context.Context, e *Event, value string) string {
	removed, err := b.Library.Removed(ctx, e.Guild)
	if err != nil {
		b.Log.Warn("what was removed could not be read", "id", e.ID, "error", err)
	}
	for _, s := range removed {
		if handle(s.ID) == value {
			return s.ID
		}
	}
	return value
}

func (b *Bot) notRead(e *Event, err error) string {
	if errors.Is(err, kb.ErrNotHeld) {
		return "There is no such fact here. Choose one from the suggestions."
	}
	b.Log.Error("a history could not be read", "id", e.ID, "error", err)
	return sorry
}

// factRestore brings a fact back.
func (b *Bot) factRestore(ctx context.Context, e *Event) Reply {
	value := e.Options[optionFact]
	if a, ok := b.take(e.Guild, value); ok {
		value = a.ID
	}
	rev, err := strconv.ParseInt(e.Options[optionRevision], 10, 64)
	if err != nil && e.Options[optionRevision] != "" {
		return whisper("That is no revision. Choose one from the suggestions, or look with `/fact history`.")
	}
	return b.restore(ctx, e, b.removedID(ctx, e, value), rev)
}

// restoreChosen brings back the revision that was chosen from a history, or what
// has just been removed.
func (b *Bot) restoreChosen(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || w.edited == nil {
		return whisper(workExpired)
	}
	rev := int64(0)
	if len(e.Values) == 1 {
		rev, _ = strconv.ParseInt(e.Values[0], 10, 64)
	}
	r := b.restore(ctx, e, w.edited.ID, rev)
	r.Update = len(e.Values) == 0
	return r
}

func (b *Bot) restore(ctx context.Context, e *Event, factID string, rev int64) Reply {
	saved, err := b.Curator.Restore(ctx, hand(e), factID, rev)
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	b.correctSoon()
	r := say("**Restored.** The next question is answered with it.")
	r.Blocks = append(r.Blocks, b.knownFact(e, saved.ID)...)
	r.Buttons = b.factButtons(e, saved.ID)
	return r
}
