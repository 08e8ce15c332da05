// Package knowledge does what moderators ask of a server's knowledge as a whole: /kb,
// with its import and export, its figures and settings. It must never send, and
// changes nothing but through its [Curator]. Package moderator, which looks who may,
// calls it.
package knowledge

import (
	"context"
	"io"
	"log/slog"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/outbox"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/foreign"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
)

// Library is what is read of a server; that of kb/library is one.
type Library interface {
	Settings(server string) kb.Settings
	Export(w io.Writer, server string) error
}

// Curator loads files and changes settings; that of kb/curate is one. What each method
// promises is told there.
type Curator interface {
	Preview(ctx context.Context, server string, statements []*kb.Statement) (curate.ImportPreview, error)
	Import(ctx context.Context, e library.Editor, statements []*kb.Statement) (library.Loading, error)
	SetSettings(ctx context.Context, e library.Editor, change func(*kb.Settings)) (kb.Settings, error)
}

// Waiting are the questions that wait for an answer.
type Waiting interface {
	Groups(server string) []inbox.Group
	Bring(ctx context.Context, e library.Editor, questions []inbox.OpenQuestion) (inbox.Bringing, error)
}

// Config says what is known of a server, and how it is changed. All fields but Steps
// must be set.
type Config struct {
	Facts       event.Facts
	Library     Library
	Curator     Curator
	Waiting     Waiting
	Signer      event.Signer
	Reads       bool           // Discord shows messages that are not for the bot
	Outbox      *outbox.Outbox // hears of what was changed, and has counted
	Attachments *change.Attachments
	Steps       Steps // nil: no other process goes on with what is begun here
	Log         *slog.Logger
	Now         func() time.Time
}

// Handlers does what moderators ask of all that a server has. Its methods may be called
// from many goroutines.
type Handlers struct {
	Config
	loads     loads
	brought   *event.Memory[uint64, bringing] // by number
	importing chan struct{}                   // free places for reading knowledge files
}

// New makes Handlers for which no file waits.
func New(c Config) *Handlers {
	return &Handlers{Config: c, loads: newLoads(c), brought: event.NewMemory[uint64, bringing](bringingsMost, bringingFor, c.Now), importing: make(chan struct{}, 1)}
}

// What buttons do. The numbers stand in ids that are out there: never give one to
// something else.
const (
	actionImport event.Action = 82
	actionDrop   event.Action = 86

	actionBring          event.Action = 94
	actionQuestionColumn event.Action = 95
	actionAnswerColumn   event.Action = 96
)

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Run {
	return map[string]event.Run{
		"kb import": change.ByAll(h.importFile), "kb export": h.exportFile, "kb stats": h.stats, "kb settings": h.changeSettings, "kb bring": change.ByAll(h.bring), "kb channel": h.changeChannel,
	}
}

// Actions are the handlers by what a button does.
func (h *Handlers) Actions() map[event.Action]event.Run {
	return map[event.Action]event.Run{
		actionImport: change.ByAll(h.importSure), actionDrop: h.drop, actionBring: change.ByAll(h.bringSure),
		actionQuestionColumn: h.column(func(c *foreign.Columns) (chosen, other *int) { return &c.Question, &c.Answer }),
		actionAnswerColumn:   h.column(func(c *foreign.Columns) (chosen, other *int) { return &c.Answer, &c.Question }),
	}
}
