// Package moderator does what moderators ask for: /fact, /source, /alias, /inbox
// and /kb, with their forms, buttons and suggestions, one file a subject.
//
// Who may is asked anew each time, by what Discord says of them in that very
// event: everything passes through mayModerate. What lies between two steps is a
// draft in memory (draft.go), and the ids of buttons and forms have its number; a
// form that was refused is in the database too (draft_unsaved.go), so that nothing
// typed is lost.
//
// It must never send, and never changes anything but through its [Curator], whose
// refusals it shows. Package bot calls it.
package moderator

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb/library"
)

// Config says what moderators keep, and how. What has no usual value must be
// there.
type Config struct {
	Knowledge Knowledge
	Library   Library
	Curator   Curator
	Inbox     Inbox
	Finder    *event.Finder
	Signer    event.Signer
	Outbox    *outbox.Outbox // hears of what was changed and answered
	// AttachmentHosts are where attachments are fetched from besides Discord's
	// own hosts, as host or host:port.
	AttachmentHosts []string
	FetchWithin     time.Duration // bounds fetching an attachment; 20 s when zero
	Log             *slog.Logger
	Now             func() time.Time
}

// Handlers does what moderators ask for. Its methods may be called from many
// goroutines.
type Handlers struct {
	Config
	drafts    *event.Memory[uint64, *draft] // by number
	fetcher   *fetcher
	importing chan struct{} // free places for reading knowledge files
	fetching  turns
}

// What is remembered, and for how long.
const draftsMost, draftsFor = 2_000, 24 * time.Hour

// New makes Handlers that have no drafts yet.
func New(c Config) *Handlers {
	c.FetchWithin = cmp.Or(c.FetchWithin, 20*time.Second)
	return &Handlers{
		Config:    c,
		drafts:    event.NewMemory[uint64, *draft](draftsMost, draftsFor, c.Now),
		fetcher:   newFetcher(c.AttachmentHosts, c.FetchWithin),
		importing: make(chan struct{}, 1),
	}
}

// What people read who are no moderators, and who come too late.
const (
	notAllowed   = "Only moderators of this server can do that: it takes the right Manage Server, or the role named in /kb settings."
	onlyServers  = "That works in a server only. Use the command there."
	draftExpired = "This is too old, or the bot was restarted. Use the command again."
)

// mayModerate says why somebody may not do what moderators do; "" when they may.
// It goes by what Discord says of them in this very interaction.
func (h *Handlers) mayModerate(e *event.Event) string {
	switch {
	case e.Guild == "":
		return onlyServers
	case e.Manages():
		return ""
	}
	if role := h.Library.Settings(e.Guild).Role; role != "" && slices.Contains(e.Roles, role) {
		return ""
	}
	return notAllowed
}

// moderators handles what only moderators may do. It is always private.
func (h *Handlers) moderators(run event.Run) event.Handler {
	return event.Handler{Private: true, Run: func(ctx context.Context, e *event.Event) reply.Reply {
		if refusal := h.mayModerate(e); refusal != "" {
			return reply.Whisper(refusal)
		}
		r := run(ctx, e)
		r.Private = true
		return r
	}}
}

// editor is the moderator of an event, and the event as their act.
func editor(e *event.Event) library.Editor {
	return library.Editor{Author: e.User, Server: e.Guild, Once: "discord-" + e.ID}
}

// What moderators' buttons, menus and forms do. The numbers stand in ids that
// are out there: never give one to something else.
const (
	actionFactForm     event.Action = 64
	actionEditAgain    event.Action = 65
	actionTrueWords    event.Action = 66
	actionAnyway       event.Action = 67
	actionAddWords     event.Action = 68
	actionDrop         event.Action = 69
	actionEditFact     event.Action = 70
	actionRemoveFact   event.Action = 71
	actionRemoveSure   event.Action = 72
	actionRestoreFact  event.Action = 73
	actionHistory      event.Action = 74
	actionInboxList    event.Action = 75
	actionInboxOpen    event.Action = 76
	actionInboxAnswer  event.Action = 77
	actionInboxSource  event.Action = 78
	actionInboxLink    event.Action = 79
	actionInboxLinkTo  event.Action = 80
	actionInboxDismiss event.Action = 81
	actionImportSure   event.Action = 82
	actionTryAgain     event.Action = 83
	actionUnsaved      event.Action = 84
	actionDropUnsaved  event.Action = 85
)

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Handler {
	return handling(h, map[string]event.Run{
		"fact add": h.factAdd, "fact edit": h.named(h.factEdit), "fact remove": h.named(h.factRemove), "fact restore": h.factRestore,
		"fact show": h.named(h.factShow), "fact history": h.factHistory, "fact list": h.factList, "fact unsaved": h.factUnsaved,
		"source add": h.sourceAdd, "source edit": h.sourceEdit, "source list": h.sourceList,
		"alias add": h.aliasAdd, "alias remove": h.aliasRemove, "alias list": h.aliasList,
		"inbox":     h.inboxList,
		"kb import": h.importFile, "kb export": h.exportFile, "kb stats": h.stats, "kb settings": h.changeSettings,
	})
}

// Actions are the handlers by what a button, a menu or a form does.
func (h *Handlers) Actions() map[event.Action]event.Handler {
	return handling(h, map[event.Action]event.Run{
		actionFactForm:     h.factForm,
		actionEditAgain:    h.goOn(isForm, h.editAgain),
		actionTrueWords:    h.goOn(isForm, h.useTrueWords),
		actionAnyway:       h.goOn(isForm, h.saveAnyway),
		actionAddWords:     h.goOn(isAny, h.addWords),
		actionDrop:         h.dropDraft,
		actionTryAgain:     h.goOn(isForm, h.tryAgain),
		actionEditFact:     h.shown(h.factEdit),
		actionRemoveFact:   h.shown(h.factRemove),
		actionRemoveSure:   h.goOn(isFact, h.removeSure),
		actionRestoreFact:  h.goOn(isFact, h.restoreChosen),
		actionHistory:      h.goOn(isFact, h.historyShown),
		actionInboxList:    h.goOn(isAny, h.inboxTurn),
		actionInboxOpen:    h.goOn(isAny, h.inboxOpen),
		actionInboxAnswer:  h.goOn(isQuestion, h.inboxAnswer),
		actionInboxSource:  h.goOn(isQuestion, h.inboxSource),
		actionInboxLink:    h.goOn(isQuestion, h.inboxLink),
		actionInboxLinkTo:  h.goOn(isQuestion, h.inboxLinkTo),
		actionUnsaved:      h.openUnsaved,
		actionDropUnsaved:  h.dropUnsaved,
		actionInboxDismiss: h.goOn(isQuestion, h.inboxDismiss),
		actionImportSure:   h.goOn(isFile, h.importSure),
	})
}

// handling has all of them for moderators only.
func handling[K comparable](h *Handlers, all map[K]event.Run) map[K]event.Handler {
	handlers := make(map[K]event.Handler, len(all))
	for k, run := range all {
		handlers[k] = h.moderators(run)
	}
	return handlers
}
