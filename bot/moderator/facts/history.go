package facts

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/library"
)

// changes shows what changed, field by field.
func changes(all []library.FieldChange) []reply.Block {
	var blocks []reply.Block
	for _, c := range all {
		blocks = append(blocks, reply.Compared(reply.Block{Shown: reply.OneLine(c.Field) + ":", Words: c.Field + ":"}, c.Diff))
	}
	return blocks
}

// history shows what ever happened to a fact, the newest first.
func (h *Handlers) history(ctx context.Context, e *event.Event) reply.Reply {
	return h.historyOf(ctx, e, h.ID(ctx, e))
}

func (h *Handlers) historyShown(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.historyOf(ctx, e, d.Edited.ID)
}

func (h *Handlers) historyOf(ctx context.Context, e *event.Event, factID string) reply.Reply {
	all, err := h.Library.History(ctx, e.Guild, factID)
	if err != nil {
		return reply.Whisper(h.notRead(e, err))
	}
	r := reply.Whisper("**History of** `" + reply.Harmless(strings.ReplaceAll(factID, "`", "")) + "`, the newest first. ~~Left out~~, **added**.")
	d := h.Drafts.Begin(e, drafts.Draft{Edited: &curate.FactAt{ID: factID}})
	var options []discordgo.SelectMenuOption
	for _, one := range slices.Backward(all) {
		r.Add(revision(one)...)
		if one.Fact != nil {
			name := fmt.Sprintf("%d · %s", one.Rev, one.At.UTC().Format("2006-01-02 15:04"))
			options = append(options, reply.Option(name, one.Fact.Answer, strconv.FormatInt(one.Rev, 10)))
		}
	}
	if len(options) > 1 {
		r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, "Restore a revision", actionRestoreFact, options)}
	}
	return r
}

// revision shows one change.
func revision(one library.Revision) []reply.Block {
	where := ""
	if one.Shared {
		where = ", everywhere"
	}
	words := fmt.Sprintf("Revision %d: %s by %s%s", one.Rev, one.Action, one.Author, where)
	head := reply.Block{
		Shown: fmt.Sprintf("**%s** by %s%s · <t:%d:f> · revision %d", reply.OneLine(one.Action), change.Person(one.Author), where, one.At.Unix(), one.Rev),
		Words: words + ", " + one.At.UTC().Format("2006-01-02 15:04 UTC"),
	}
	if one.Fact == nil {
		return []reply.Block{head}
	}
	for _, c := range changes(one.Changes) {
		head = reply.Join(head, c)
	}
	return []reply.Block{head}
}

func (h *Handlers) notRead(e *event.Event, err error) string {
	if errors.Is(err, kb.ErrNotHeld) {
		return "There is no such fact here. Choose one from the suggestions."
	}
	h.Log.Error("a history could not be read", "id", e.ID, "error", err)
	return reply.Sorry
}
