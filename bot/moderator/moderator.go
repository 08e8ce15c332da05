// Package moderator does what moderators ask for: /fact, /source, /alias, /inbox and
// /kb, with their forms, buttons and suggestions. It has who may, and what is
// suggested while they type; the rest stands in its rooms, one a subject: facts,
// sources, inbox, queue and knowledge. What lies between two steps is in drafts, what every
// change needs in change, and figures draws those of /kb stats.
//
// Who may is asked anew each time, by what Discord says of them in that very event:
// everything passes through mayModerate. Whoever may only add goes on as one who changes
// nothing but what is theirs ([event.Event.OwnOnly]); kb/curate holds them to that.
//
// It must never send, and never changes anything but through its [Curator], whose
// refusals it shows. Package bot calls it.
package moderator

import (
	"context"
	"log/slog"
	"maps"
	"time"

	"verbatim/bot/access"
	"verbatim/bot/attachment"
	"verbatim/bot/event"
	"verbatim/bot/member"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/facts"
	"verbatim/bot/moderator/inbox"
	"verbatim/bot/moderator/knowledge"
	"verbatim/bot/moderator/pages"
	"verbatim/bot/moderator/queue"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// Knowledge is what members are answered from, as far as moderators see
// it.
type Knowledge interface {
	inbox.Knowledge
	member.Statements
	Source(statement, id, server string) (kb.Source, bool)
}

// Library is what is read of a server besides; that of kb/library is one. What each
// method promises is told there.
type Library interface {
	facts.Library
	knowledge.Library
}

// Curator makes what moderators change; that of kb/curate is one. What each method
// promises is told there.
type Curator interface {
	facts.Curator
	sources.Curator
	inbox.Curator
	knowledge.Curator
	queue.Curator
	drafts.Keeper
}

// Config says what moderators keep, and how. What has no usual value must be
// there.
type Config struct {
	Knowledge Knowledge
	Library   Library
	Curator   Curator
	Inbox     inbox.Questions
	Finder    *event.Finder
	Signer    event.Signer
	Outbox    *outbox.Outbox     // hears of what was changed and answered
	Files     *attachment.Getter // gets what is attached
	Steps     knowledge.Steps    // nil: no other process gets the next step of what is begun here
	Reads     bool               // Discord shows messages that are not for the bot
	Log       *slog.Logger
	Now       func() time.Time
}

// Handlers does what moderators ask for. Its methods may be called from many
// goroutines.
type Handlers struct {
	Config
	facts     *facts.Handlers
	sources   *sources.Handlers
	inbox     *inbox.Handlers
	queue     *queue.Handlers
	knowledge *knowledge.Handlers
	pages     *pages.Pages
}

// Of how many people it is remembered which source they chose last, and for how long.
const lastMost, lastFor = 2_000, 24 * time.Hour

// New makes Handlers that have no drafts yet.
func New(c Config) *Handlers {
	attachments := change.NewAttachments(c.Files, c.Log)
	all := drafts.New(c.Curator, c.Signer, c.Log, c.Now, c.Steps != nil)
	h := &Handlers{Config: c, pages: pages.New(c.Signer, c.Now)}
	h.facts = &facts.Handlers{
		Knowledge: c.Knowledge, Library: c.Library, Curator: c.Curator, Finder: c.Finder, Signer: c.Signer,
		Drafts: all, Pages: h.pages, Last: event.NewMemory[string, string](lastMost, lastFor, c.Now), Outbox: c.Outbox, Log: c.Log,
	}
	h.queue = &queue.Handlers{Curator: c.Curator, Drafts: all, Facts: h.facts, Log: c.Log, Now: c.Now}
	h.sources = &sources.Handlers{
		Knowledge: c.Knowledge, Curator: c.Curator, Signer: c.Signer, Attachments: attachments, Pages: h.pages, Offer: h.queue.Offer, Log: c.Log,
	}
	h.inbox = &inbox.Handlers{
		Knowledge: c.Knowledge, Questions: c.Inbox, Curator: c.Curator, Finder: c.Finder, Signer: c.Signer,
		Drafts: all, Facts: h.facts, Outbox: c.Outbox, Log: c.Log,
	}
	h.knowledge = knowledge.New(knowledge.Config{
		Facts: c.Knowledge, Library: c.Library, Curator: c.Curator, Waiting: c.Inbox, Signer: c.Signer, Reads: c.Reads,
		Outbox: c.Outbox, Attachments: attachments, Steps: c.Steps, Log: c.Log, Now: c.Now,
	})
	return h
}

// mayModerate says why somebody may not do what moderators do; "" when they may, as
// far as the event then tells.
func (h *Handlers) mayModerate(e *event.Event) string {
	if e.Guild == "" {
		return e.Say("moderator.only-servers")
	}
	hand := access.HandOf(e, h.Library.Settings(e.Guild))
	if hand == access.NoHand {
		return e.Say("moderator.not-allowed")
	}
	e.OwnOnly = hand == access.Adds
	return ""
}

// moderators handles what only moderators may do. It is always private.
func (h *Handlers) moderators(run event.Run) event.Handler {
	return event.Handler{Run: func(ctx context.Context, e *event.Event) reply.Reply {
		if refusal := h.mayModerate(e); refusal != "" {
			return reply.Whisper(refusal)
		}
		r := run(ctx, e)
		r.Private = true
		return r
	}}
}

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Handler {
	return handling(h, h.facts.Commands(), h.sources.Commands(), h.inbox.Commands(), h.queue.Commands(), h.knowledge.Commands())
}

// Actions are the handlers by what a button, a menu or a form does.
func (h *Handlers) Actions() map[event.Action]event.Handler {
	return handling(h, h.facts.Actions(), h.sources.Actions(), h.inbox.Actions(), h.queue.Actions(), h.knowledge.Actions(), h.pages.Actions())
}

// handling has all of them for moderators only.
func handling[K comparable](h *Handlers, rooms ...map[K]event.Run) map[K]event.Handler {
	all := map[K]event.Run{}
	for _, of := range rooms {
		maps.Copy(all, of)
	}
	handlers := make(map[K]event.Handler, len(all))
	for k, run := range all {
		handlers[k] = h.moderators(run)
	}
	return handlers
}
