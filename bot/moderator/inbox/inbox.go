// Package inbox does what moderators ask of the questions that wait: /inbox, with its
// menus, and Add as a fact on a message, which may answer one. It must never send; what answers a question is saved in facts. Package
// moderator, which looks who may, calls it.
package inbox

import (
	"context"
	"log/slog"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/facts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/outbox"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/verify"
)

// Questions are those that wait for an answer; the Inbox of kb/inbox has them.
type Questions interface {
	Groups(server string) []inbox.Group
	Bring(ctx context.Context, e library.Editor, questions []inbox.OpenQuestion) (inbox.Bringing, error)
	Dismiss(ctx context.Context, e library.Editor, questions []string) error
}

// Curator links questions to facts; that of kb/curate is one.
type Curator interface {
	sources.Outlines
	Link(ctx context.Context, e library.Editor, questions []string, fact string) (curate.Saved, error)
}

// Knowledge has the facts that questions are linked to, and the texts that words stand in.
type Knowledge interface {
	event.Facts
	Ask(ctx context.Context, q kb.Question) kb.Answer
	Suggest(typed, statement, server string) []kb.Suggestion
	Quote(ctx context.Context, q kb.Question) (verify.Quoted, error)
}

// Handlers does what moderators ask of questions that wait. Its methods may be called
// from many goroutines; all fields must be set.
type Handlers struct {
	Knowledge Knowledge
	Questions Questions
	Curator   Curator
	Finder    *event.Finder
	Signer    event.Signer
	Drafts    *drafts.Drafts
	Facts     *facts.Handlers
	Outbox    *outbox.Outbox // hears of what was answered
	Log       *slog.Logger
}

// What buttons and menus do. The numbers stand in ids that are out there: never give
// one to something else.
const (
	actionList    event.Action = 75
	actionOpen    event.Action = 76
	actionAnswer  event.Action = 77
	actionLink    event.Action = 79
	actionLinkTo  event.Action = 80
	actionDismiss event.Action = 81
)

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Run {
	return map[string]event.Run{"inbox": h.list, command.AddAsFact: h.addMessage}
}

// Actions are the handlers by what a button or a menu does.
func (h *Handlers) Actions() map[event.Action]event.Run {
	return map[event.Action]event.Run{
		actionList:    h.Drafts.GoOn(drafts.IsAny, h.turn),
		actionOpen:    h.Drafts.GoOn(drafts.IsAny, h.open),
		actionAnswer:  h.Drafts.GoOn(drafts.IsQuestion, h.answer),
		actionLink:    h.Drafts.GoOn(drafts.IsQuestion, h.link),
		actionLinkTo:  h.Drafts.GoOn(drafts.IsQuestion, h.linkTo),
		actionDismiss: change.ByAll(h.Drafts.GoOn(drafts.IsQuestion, h.dismiss)),
	}
}
