package knowledge

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
	"verbatim/kb/foreign"
	"verbatim/kb/inbox"
)

// A bringing is a file of another bot that was read and waits for a yes. It belongs to
// one person in one server.
type bringing struct {
	user, server, file string
	table              foreign.Table
	columns            foreign.Columns
}

// What is read and remembered, and for how long.
const (
	bringMost                  = 1 << 20 // bytes
	bringingsMost, bringingFor = 20, 24 * time.Hour
)

// bring reads a file of another bot, and shows which columns it takes for what.
func (h *Handlers) bring(ctx context.Context, e *event.Event) reply.Reply {
	content, name, refusal := h.Attachments.Read(ctx, e, command.OptionImport, bringMost)
	if refusal != "" {
		return reply.Whisper(refusal)
	}
	table, err := foreign.Read(content)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return h.askBring(e, bringing{e.User, e.Guild, name, table, table.Recognised()})
}

// askBring shows what would be brought in, with menus for who knows better which column
// has what.
func (h *Handlers) askBring(e *event.Event, b bringing) reply.Reply {
	entries := b.table.Entries(b.columns)
	r := reply.Whisper(e.Say("foreign.ask", "Entries", len(entries), "Rows", len(b.table.Rows)))
	head := func(column int) string {
		if column == foreign.None {
			return e.Say("settings.none")
		}
		return reply.OneLine(reply.Label(b.table.Heads[column], reply.OptionMost))
	}
	r.Add(reply.Ours(e.Say("foreign.columns", "Question", head(b.columns.Question), "Answer", head(b.columns.Answer),
		"Quote", head(b.columns.Quote), "SaidBy", head(b.columns.SaidBy), "Source", head(b.columns.Source))))
	if len(entries) > 0 {
		first := entries[0]
		shown := "**" + reply.OneLine(first.Question) + "**\n" + reply.Plain(first.Answer)
		r.Add(reply.Block{Shown: e.Say("foreign.example") + "\n" + shown, Words: first.Question + "\n" + first.Answer})
	}
	n, about := event.NewNumber()
	h.brought.Put(n, b)
	r.Menus = []discordgo.SelectMenu{
		h.columnMenu(e, b, e.Say("menu.question-column"), actionQuestionColumn, about), h.columnMenu(e, b, e.Say("menu.answer-column"), actionAnswerColumn, about),
	}
	if len(entries) > 0 {
		r.Buttons = append(r.Buttons, h.button(e, e.Say("button.bring"), "📥", actionBring, about))
	}
	r.Buttons = append(r.Buttons, h.button(e, e.Say("button.cancel"), "✖️", actionDrop, about))
	return r
}

func (h *Handlers) columnMenu(e *event.Event, b bringing, above string, act event.Action, about []byte) discordgo.SelectMenu {
	var options []discordgo.SelectMenuOption
	for i, name := range b.table.Heads {
		at := slices.IndexFunc(b.table.Rows, func(row []string) bool { return row[i] != "" })
		if at >= 0 {
			options = append(options, reply.Option(name, b.table.Rows[at][i], strconv.Itoa(i)))
		}
	}
	return h.Signer.Menu(e, above, event.ID{Action: act, User: e.User, About: about}, options)
}

// waitingFor is what the button or menu of an event belongs to.
func (h *Handlers) waitingFor(e *event.Event) (number uint64, b bringing, ok bool) {
	number, ok = e.Used.Number()
	if ok {
		b, ok = h.brought.Get(number)
	}
	return number, b, ok && b.user == e.User && b.server == e.Guild
}

// column takes another column for what is chosen, and shows what comes of it.
// Where the other has that column, they change places.
func (h *Handlers) column(of func(c *foreign.Columns) (chosen, other *int)) event.Run {
	return func(_ context.Context, e *event.Event) reply.Reply {
		_, b, ok := h.waitingFor(e)
		column, err := strconv.Atoi(e.Chosen())
		if !ok || err != nil || column < 0 || column >= len(b.table.Heads) {
			return change.TooOld(e)
		}
		chosen, other := of(&b.columns)
		if *other == column {
			*other = *chosen
		}
		*chosen = column
		return h.askBring(e, b).Instead()
	}
}

// bringSure puts the entries into the inbox, where each waits for its source.
func (h *Handlers) bringSure(ctx context.Context, e *event.Event) reply.Reply {
	number, b, ok := h.waitingFor(e)
	if !ok {
		return change.TooOld(e)
	}
	var questions []inbox.OpenQuestion
	for _, one := range b.table.Entries(b.columns) {
		questions = append(questions, inbox.OpenQuestion{Question: one.Question, Brought: &inbox.Brought{
			Answer: one.Answer, Quote: one.Quote, SaidBy: one.SaidBy, Source: one.Source, File: b.file,
		}})
	}
	done, err := h.Waiting.Bring(ctx, change.Editor(e), questions)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	h.brought.Forget(func(key uint64, _ bringing) bool { return key == number })
	return reply.Say(e.Say("foreign.done", "New", done.New, "Known", done.Known, "Full", done.Full)).Instead()
}
