// Package queue is the drafts that wait in a text: each is shown with its words, who says
// them and a question, to be approved, edited or skipped by a button. What was approved
// is a fact and answers at once; what was skipped does not come back. Both are in the
// store, so that the queue goes on after days and restarts where it was. It must never
// send, and saves nothing but by facts and its [Curator]. Package moderator, which looks
// who may, calls it.
package queue

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/facts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/library"
)

// Curator has the drafts of texts; that of kb/curate is one. What each method promises is
// told there.
type Curator interface {
	sources.Outlines
	Drafted(ctx context.Context, server, statement, source string) (waiting []kb.Fact, all int, err error)
	Skip(ctx context.Context, e library.Editor, statement, source, words string, now time.Time) error
}

// Handlers shows drafts, and does what is decided about them. Its methods may be called
// from many goroutines; all fields must be set.
type Handlers struct {
	Curator Curator
	Drafts  *drafts.Drafts
	Facts   *facts.Handlers
	Log     *slog.Logger
	Now     func() time.Time
}

// What buttons do. The numbers stand in ids that are out there: never give one to
// something else.
const (
	actionNext    event.Action = 90
	actionApprove event.Action = 91
	actionEdit    event.Action = 92
	actionSkip    event.Action = 93
)

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Run {
	return map[string]event.Run{"source drafts": h.list}
}

// Actions are the handlers by what a button does.
func (h *Handlers) Actions() map[event.Action]event.Run {
	return map[event.Action]event.Run{
		actionNext:    h.Drafts.GoOn(drafts.IsForm, h.next),
		actionApprove: h.Drafts.GoOn(drafts.IsForm, h.approve),
		actionEdit:    h.Drafts.GoOn(drafts.IsForm, h.edit),
		actionSkip:    h.Drafts.GoOn(drafts.IsForm, h.skip),
	}
}

// Offer says how many facts could be drafted from a source, with a button that shows
// them; nothing where there are none.
func (h *Handlers) Offer(ctx context.Context, e *event.Event, statement, source string) (string, []discordgo.Button) {
	waiting, _, err := h.Curator.Drafted(ctx, e.Guild, statement, source)
	if err != nil || len(waiting) == 0 {
		return "", nil
	}
	d := h.Drafts.Begin(e, drafts.Draft{Statement: statement, Source: source})
	return e.Say("queue.offer", catalog.Count, len(waiting)), []discordgo.Button{h.Drafts.Button(e, d, e.Say("button.drafts"), "📝", actionNext)}
}

// list shows the first draft of a source.
func (h *Handlers) list(ctx context.Context, e *event.Event) reply.Reply {
	statement, source, ok := sources.Of(h.Curator, e, e.Options[command.OptionSource])
	if !ok {
		return reply.Whisper(e.Say("fact.no-source"))
	}
	return h.show(ctx, e, statement, source.ID, "")
}

// next shows the first that waits.
func (h *Handlers) next(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.show(ctx, e, d.Statement, d.Source, "").Instead()
}

// show shows the first draft that waits, under a line of what became of the one before.
func (h *Handlers) show(ctx context.Context, e *event.Event, statement, source, before string) reply.Reply {
	r := reply.Reply{Private: true}
	if before != "" {
		r.Add(reply.Ours(before))
	}
	waiting, all, err := h.Curator.Drafted(ctx, e.Guild, statement, source)
	switch {
	case err != nil:
		return change.Failed(h.Log, e, err)
	case all == 0:
		r.Add(reply.Ours(e.Say("queue.none")))
		return r
	case len(waiting) == 0:
		r.Add(reply.Ours(e.Say("queue.done")))
		return r
	}
	f := waiting[0]
	words := f.Citations[0].Quote
	d := h.Drafts.Begin(e, drafts.Draft{
		Statement: statement, Source: source, Topics: f.Topics, After: actionNext, Typed: drafts.Typed{
			Question: f.Question, Answer: f.Answer, Quote: words, SaidBy: kb.SaidBy(f), AlsoAsked: strings.Join(f.AlsoAsked, "\n"),
		},
	})
	r.Add(reply.Ours(e.Say("queue.place", catalog.Count, len(waiting), "All", all)))
	r.Add(reply.Block{Shown: "**" + reply.OneLine(f.Question) + "**", Words: f.Question})
	r.Add(reply.Block{Shown: reply.QuoteBlock(words), Words: words})
	said := reply.OneLine(d.Typed.SaidBy)
	if said == "" {
		said = e.Say("queue.nobody")
	}
	r.Add(reply.Ours("-# " + e.Language.Clauses(said, f.Citations[0].Locator)))
	r.Buttons = []discordgo.Button{
		h.Drafts.Button(e, d, e.Say("button.approve"), "✅", actionApprove), h.Drafts.Button(e, d, e.Say("button.edit"), "✏️", actionEdit),
		h.Drafts.Button(e, d, e.Say("button.skip"), "⏭️", actionSkip),
	}
	return r
}

// approve saves a draft as it is, and shows the next. Where it cannot be saved, it says
// why, with the form.
func (h *Handlers) approve(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if r, ok := h.Facts.SaveDraft(ctx, e, d); !ok {
		return r.Instead()
	}
	return h.show(ctx, e, d.Statement, d.Source, e.Say("queue.approved", "Question", reply.OneLine(d.Typed.Question))).Instead()
}

// edit opens the form with the draft in it.
func (h *Handlers) edit(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	return h.Facts.OpenForm(e, d)
}

// skip leaves a draft out for good, and shows the next.
func (h *Handlers) skip(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if err := h.Curator.Skip(ctx, change.Editor(e), d.Statement, d.Source, d.Typed.Quote, h.Now()); err != nil {
		return change.Failed(h.Log, e, err)
	}
	h.Drafts.End(ctx, d)
	return h.show(ctx, e, d.Statement, d.Source, e.Say("queue.skipped")).Instead()
}
