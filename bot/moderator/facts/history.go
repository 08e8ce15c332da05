package facts

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/pages"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
	"verbatim/kb/library"
)

// changes shows what changed, field by field.
func changes(l catalog.Language, all []library.FieldChange) []reply.Block {
	var blocks []reply.Block
	for _, c := range all {
		name := fieldName(l, c.Field)
		blocks = append(blocks, reply.Compared(reply.Block{Shown: reply.OneLine(name) + ":", Words: name + ":"}, c.Diff))
	}
	return blocks
}

// fields are the keys of the fields of a fact, by what kb/library calls them; fieldsOf
// those of which there are several, by how they begin.
var (
	fields = map[string]string{
		"Question": "fact.question", "Answer": "fact.answer", "Said by": "fact.said-by", "Also asked": "fact.also-asked", "Topics": "history.topics",
	}
	fieldsOf = map[string]string{"Answer in ": "history.answer-in", "Quote of ": "history.quote-of", "Place in ": "history.place-in"}
)

// fieldName is what people read of a field.
func fieldName(l catalog.Language, field string) string {
	if key := fields[field]; key != "" {
		return l.Say(key)
	}
	for prefix, key := range fieldsOf {
		if of, is := strings.CutPrefix(field, prefix); is {
			return l.Say(key, "Of", of)
		}
	}
	return field
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
	d := h.Drafts.Begin(e, drafts.Draft{Edited: &curate.FactAt{ID: factID}})
	var lines []pages.Line
	choices := 0
	for _, one := range slices.Backward(all) {
		line := pages.Line{Block: revision(e.Language, one), Heads: true}
		if one.Fact != nil {
			option := reply.Option(Choice(e.Language, one), one.Fact.Answer, strconv.FormatInt(one.Rev, 10))
			line.Option, choices = &option, choices+1
		}
		lines = append(lines, line)
	}
	var menu pages.Menu
	if choices > 1 { // else there is none to go back to
		menu = func(e *event.Event, options []discordgo.SelectMenuOption) discordgo.SelectMenu {
			return h.Drafts.Menu(e, d, e.Say("menu.revision"), actionRestoreFact, options)
		}
	}
	title := e.Say("history.title", "Fact", "`"+reply.Harmless(strings.ReplaceAll(factID, "`", ""))+"`")
	return h.Pages.ShowWith(e, title, lines, menu)
}

// Choice names a revision in a list of them.
func Choice(l catalog.Language, one library.Revision) string {
	return strings.Join([]string{strconv.FormatInt(one.Rev, 10), utc(l, one.At), action(l, one.Action)}, " · ")
}

// utc is a time where Discord shows no time of the reader's own.
func utc(l catalog.Language, at time.Time) string {
	return l.Say("date.utc", "Time", at.UTC().Format("2006-01-02 15:04"))
}

// actions are the keys of what is done with a fact, by what kb/curate calls it.
var actions = map[string]string{
	"add": "history.add", "edit": "history.edit", "remove": "history.remove", "restore": "history.restore",
	"link": "history.link", "load": "history.load", "import": "history.import",
}

func action(l catalog.Language, name string) string {
	if key := actions[name]; key != "" {
		return l.Say(key)
	}
	return name
}

// revision shows one change.
func revision(l catalog.Language, one library.Revision) reply.Block {
	key, number := "history.change", strconv.FormatInt(one.Rev, 10)
	if one.Shared {
		key = "history.change-everywhere"
	}
	name := action(l, one.Action)
	head := reply.Block{
		Shown: l.Say(key, "Change", "**"+reply.OneLine(name)+"**", "Who", change.Person(one.Author), "When", fmt.Sprintf("<t:%d:f>", one.At.Unix()), "Number", number),
		Words: l.Say(key, "Change", name, "Who", one.Author, "When", utc(l, one.At), "Number", number),
	}
	if one.Fact == nil {
		return head
	}
	for _, c := range changes(l, one.Changes) {
		head = reply.Join(head, c)
	}
	return head
}

func (h *Handlers) notRead(e *event.Event, err error) string {
	if errors.Is(err, kb.ErrNotHeld) {
		return e.Say("fact.none")
	}
	h.Log.Error("a history could not be read", "id", e.ID, "error", err)
	return e.Say("problem.sorry")
}
