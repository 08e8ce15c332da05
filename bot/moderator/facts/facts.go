// Package facts does what moderators ask of facts: /fact, with its forms, buttons and
// menus, one file a step. What lies between two steps is a draft. It must never send,
// and changes nothing but through its [Curator], whose refusals it shows. Package
// moderator, which looks who may, calls it, and inbox for what answers a question.
package facts

import (
	"context"
	"log/slog"

	"verbatim/bot/event"
	"verbatim/bot/member"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/pages"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/outbox"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/library"
)

// Knowledge has the facts as members are answered with them.
type Knowledge interface {
	event.Facts
	member.Statements
	Suggest(typed, statement, server string) []kb.Suggestion
}

// Library has what ever happened to facts; that of kb/library is one.
type Library interface {
	Removed(ctx context.Context, server string) ([]kb.Suggestion, error)
	History(ctx context.Context, server, id string) ([]library.Revision, error)
}

// Curator changes facts; that of kb/curate is one. What each method promises is told
// there.
type Curator interface {
	sources.Outlines
	Outline(server, statement string) (*kb.Statement, bool)
	FactAt(ctx context.Context, server, id string) (curate.FactAt, error)
	ReadSaidBy(server, statement, written string) (party, speaker string, err error)
	Save(ctx context.Context, e library.Editor, d curate.Draft) (curate.Saved, error)
	Remove(ctx context.Context, e library.Editor, id string, seen library.Seen) error
	HintsOn(ctx context.Context, server, id string) curate.Hints
	Restore(ctx context.Context, e library.Editor, id string, rev int64) (curate.Saved, error)
}

// Handlers does what moderators ask of facts. Its methods may be called from many
// goroutines; all fields must be set.
type Handlers struct {
	Knowledge Knowledge
	Library   Library
	Curator   Curator
	Finder    *event.Finder
	Signer    event.Signer
	Drafts    *drafts.Drafts
	Pages     *pages.Pages
	Last      *event.Memory[string, string] // the source that was chosen last, by server and user
	Outbox    *outbox.Outbox                // hears of what was changed
	Log       *slog.Logger
}

// What buttons, menus and forms do. The numbers stand in ids that are out there: never
// give one to something else.
const (
	actionForm        event.Action = 64
	actionEditAgain   event.Action = 65
	actionTrueWords   event.Action = 66
	actionAnyway      event.Action = 67
	actionAddWords    event.Action = 68
	actionDrop        event.Action = 69
	actionEditFact    event.Action = 70
	actionRemoveFact  event.Action = 71
	actionRemoveSure  event.Action = 72
	actionRestoreFact event.Action = 73
	actionHistory     event.Action = 74
	actionSource      event.Action = 78
	actionTryAgain    event.Action = 83
	actionUnsaved     event.Action = 84
	actionDropUnsaved event.Action = 85
	actionTranslation event.Action = 87
)

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Run {
	return map[string]event.Run{
		"fact add": h.add, "fact edit": h.named(theirs(h.edit)), "fact remove": h.named(theirs(h.remove)), "fact restore": h.restoreNamed,
		"fact show": h.named(h.show), "fact history": h.history, "fact list": h.list, "fact find": h.find, "fact unsaved": h.unsaved, "fact translate": h.named(theirs(h.translate)),
	}
}

// Actions are the handlers by what a button, a menu or a form does.
func (h *Handlers) Actions() map[event.Action]event.Run {
	return map[event.Action]event.Run{
		actionForm:        h.takeForm,
		actionEditAgain:   h.Drafts.GoOn(drafts.IsForm, h.editAgain),
		actionTrueWords:   h.Drafts.GoOn(drafts.IsForm, h.useTrueWords),
		actionAnyway:      h.Drafts.GoOn(drafts.IsForm, h.saveAnyway),
		actionAddWords:    h.Drafts.GoOn(drafts.IsAny, h.addWords),
		actionDrop:        h.dropDraft,
		actionTryAgain:    h.Drafts.GoOn(drafts.IsForm, h.tryAgain),
		actionEditFact:    h.shown(theirs(h.edit)),
		actionRemoveFact:  h.shown(theirs(h.remove)),
		actionRemoveSure:  h.Drafts.GoOn(drafts.IsFact, h.removeSure),
		actionRestoreFact: h.Drafts.GoOn(drafts.IsFact, h.restoreChosen),
		actionHistory:     h.Drafts.GoOn(drafts.IsFact, h.historyShown),
		actionSource:      h.Drafts.GoOn(drafts.IsAny, h.source),
		actionTranslation: h.takeTranslation,
		actionUnsaved:     h.openUnsaved,
		actionDropUnsaved: h.dropUnsaved,
	}
}
