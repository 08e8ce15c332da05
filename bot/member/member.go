// Package member answers members: /ask, /quote, /statements, /about, messages to
// the bot, "Find the source" and "Check quotes" on a message, and the buttons and
// menus of those.
//
// It must never send, change knowledge, or say what kb does not: a handler takes
// an Event and returns a Reply. It knows no moderators; what nothing answers it
// gives to an [Inbox]. Package bot calls it.
package member

import (
	"context"
	"log/slog"
	"time"

	"verbatim/bot/attachment"
	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/verify"
)

// Knowledge is what members are answered from; kb's library is one.
type Knowledge interface {
	event.Facts
	// Ask answers a question, or says why not.
	Ask(ctx context.Context, q kb.Question) kb.Answer
	// Suggest gives at most 25 known questions that fit what is typed so far.
	Suggest(typed, statement, server string) []kb.Suggestion
	// Quote judges a quotation by all that counts in q.Server.
	Quote(ctx context.Context, q kb.Question) (verify.Quoted, error)
	// Source gives a source with its text, if it counts in a server.
	Source(statement, id, server string) (kb.Source, bool)
	Statements
}

// Statements are those that count in a server.
type Statements interface {
	// Heads lists them; Statement gives one of them whole.
	Heads(server string) []kb.Head
	Statement(id, server string) (*kb.Statement, bool)
	// Overview says what one of them is.
	Overview(id, server string, in catalog.Language) (kb.Answer, bool)
}

// Inbox takes questions for the moderators. It keeps no name but that of
// Missed.Tell.
type Inbox interface {
	// Pass keeps a question. An error means that it may not be kept.
	Pass(ctx context.Context, m outbox.Missed) error
}

// Steps keeps for other processes what people are at between two presses; that of
// kb/step is one. What each method promises is told there.
type Steps interface {
	Put(kind, server, id string, value any, life time.Duration)
	Read(ctx context.Context, kind, id string, into any) bool
	First(ctx context.Context, kind, server, id string, life time.Duration) (bool, error)
}

// Config says what members are answered from and how. What is not marked
// as optional must be there.
type Config struct {
	Knowledge Knowledge
	Finder    *event.Finder
	Signer    event.Signer
	IsPrivate func(server string) bool                          // whether answers are private there unless asked otherwise; nil: nowhere
	Inbox     Inbox                                             // nil: nothing is passed on, and nothing offers to
	Count     func(server string, a kb.Answer)                  // hears of each answer
	MostAsked func(ctx context.Context, server string) []string // the facts that answer most questions of a server, by id
	Asked     func(outcome string, took time.Duration)          // hears of each question; see Outcome
	Speak     func(e *event.Event, l catalog.Language)          // hears in which language somebody wants to go on
	Styles    []reply.Style                                     // of citations; none: one plain style
	Steps     Steps                                             // nil: no other process goes on with what is begun here
	Files     *attachment.Getter                                // gets what is attached; nil: nothing is read
	Log       *slog.Logger
	Now       func() time.Time
}

// Handlers answers members. Its methods may be called from many goroutines.
type Handlers struct {
	Config
	asked   *event.Memory[uint64, asking] // by the number in the ids of its buttons
	shared  *event.Memory[uint64, bool]   // by the same number
	talks   *event.Memory[talk, turn]     // the last question of a user in a channel
	layouts layouts
}

// What is remembered, and for how long.
const (
	askedMost, askedFor = 8_000, 24 * time.Hour
	talksMost, talkFor  = 20_000, 30 * time.Minute
)

// New makes Handlers that have heard nothing yet.
func New(c Config) *Handlers {
	if len(c.Styles) == 0 {
		c.Styles = []reply.Style{reply.PlainStyle}
	}
	return &Handlers{
		Config: c,
		asked:  event.NewMemory[uint64, asking](askedMost, askedFor, c.Now),
		shared: event.NewMemory[uint64, bool](askedMost, askedFor, c.Now),
		talks:  event.NewMemory[talk, turn](talksMost, talkFor, c.Now),
	}
}

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Handler {
	return map[string]event.Handler{
		command.Ask:        {Run: h.ask},
		command.Statements: {Run: h.statements},
		command.About:      {Run: h.about},
		command.Find:       {Run: h.find},
		command.Quote:      {Run: h.quote},
		command.Check:      {Run: h.checkQuotes},
	}
}

// What members' buttons and menus do, besides Context and Cite.
const (
	actionOther    event.Action = 3
	actionShare    event.Action = 4
	actionTell     event.Action = 5
	actionNearest  event.Action = 6
	actionBrowse   event.Action = 7
	actionQuestion event.Action = 8
	actionOffered  event.Action = 9
)

// Actions are the handlers by what a button or a menu does.
func (h *Handlers) Actions() map[event.Action]event.Handler {
	return map[event.Action]event.Handler{
		event.Context:  {Run: h.context},
		event.Cite:     {Run: h.cite},
		actionOther:    {Run: h.goOn(h.other)},
		actionShare:    {Run: h.goOn(h.share)},
		actionTell:     {Run: h.goOn(h.tell)},
		actionNearest:  {Run: h.choose, Update: true},
		actionBrowse:   {Run: h.browse, Update: true},
		actionQuestion: {Run: h.open},
		actionOffered:  {Run: h.pick},
	}
}
