package moderator

import (
	"context"
	"encoding/binary"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
)

// A draft is what a moderator is at between two steps: a form that is filled in
// or was refused, a fact that is to be removed, a file that is to be imported.
// It belongs to one person in one server, and is in memory; a form that was
// refused is in the database too.
type draft struct {
	number       uint64
	user, server string

	statement string   // the statement of the fact
	source    string   // the source whose quote stands in the form
	topics    []string // of a new fact, or instead of those that it has
	typed     typing   // what stands in the form
	edited    *curate.FactAt
	reviewed  curate.Draft // as it was last looked at
	alike     []kb.Nearest
	waiting   []string // questions of the inbox that it answers

	refused, stored bool // it was not saved; it is in the database too

	load []*kb.Statement // to be imported
	file string
}

// typing is what stands in the form of a fact.
type typing struct{ question, answer, quote, saidBy, alsoAsked string }

// The kinds of drafts, by what goes on with them.
func isAny(*draft) bool        { return true }
func isForm(d *draft) bool     { return d.statement != "" }
func isFact(d *draft) bool     { return d.edited != nil }
func isQuestion(d *draft) bool { return len(d.waiting) > 0 }
func isFile(d *draft) bool     { return len(d.load) > 0 }

// goOn hands a handler the draft that a button, a menu or a form belongs to, if
// it is still there and of a kind.
func (h *Handlers) goOn(is func(*draft) bool, run func(context.Context, *event.Event, *draft) reply.Reply) event.Run {
	return func(ctx context.Context, e *event.Event) reply.Reply {
		d, ok := h.draftOf(e)
		if !ok || !is(d) {
			return reply.Whisper(draftExpired)
		}
		return run(ctx, e, d)
	}
}

// begin remembers a draft of whoever an event is of.
func (h *Handlers) begin(e *event.Event, d draft) *draft {
	d.number, _ = event.NewNumber()
	d.user, d.server = e.User, e.Guild
	h.drafts.Put(d.number, &d)
	return &d
}

// draftOf is a copy of what the button or form of an event belongs to. What a
// handler changes in it counts when it is kept.
func (h *Handlers) draftOf(e *event.Event) (*draft, bool) {
	n, ok := e.Used.Number()
	if !ok {
		return nil, false
	}
	return h.ownDraft(e, n)
}

// ownDraft is a copy of a draft, in memory or kept, of whoever an event is of.
func (h *Handlers) ownDraft(e *event.Event, number uint64) (*draft, bool) {
	d, ok := h.drafts.Get(number)
	switch {
	case !ok:
		return h.readDraft(e, number)
	case d.user != e.User || d.server != e.Guild:
		return nil, false
	}
	changed := *d
	return &changed, true
}

func (h *Handlers) putDraft(d *draft) { h.drafts.Put(d.number, d) }

// about is what an id has to say of a draft.
func (d *draft) about() []byte { return binary.BigEndian.AppendUint64(nil, d.number) }

// draftButton makes a button that goes on with a draft.
func (h *Handlers) draftButton(e *event.Event, d *draft, text, emoji string, act event.Action) discordgo.Button {
	return h.Signer.Button(e, text, emoji, event.ID{Action: act, User: e.User, About: d.about()})
}

// draftMenu makes a menu that goes on with a draft.
func (h *Handlers) draftMenu(e *event.Event, d *draft, above string, act event.Action, options []discordgo.SelectMenuOption) discordgo.SelectMenu {
	return h.Signer.Menu(e, above, event.ID{Action: act, User: e.User, About: d.about()}, options)
}
