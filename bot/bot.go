// Package bot is Verbatim on Discord: events in, replies out.
//
// # The way of one event
//
//  1. bot/gateway hands an interaction to [Bot.Interaction], a message to
//     [Bot.Message]. event.go reads it into an Event: who, where, what, with
//     everything that Discord may leave out or get wrong already looked at.
//  2. limit.go asks whether this person or server asks too much; sign.go opens
//     the id of a button or menu: who may use it, where, and for how long.
//  3. scope.go says which facts count there: a server's own only in that server
//     and, in direct messages, for whoever still is its member.
//  4. A handler (one file each: ask.go, statements.go, buttons.go …) takes the
//     Event and returns a Reply. No handler sends anything.
//  5. send.go sends it: the only place that does. What takes longer than 1.5 s
//     is acknowledged first and filled in later.
//
// # How an answer looks
//
// card.go writes an answer as plain content in Markdown: the answer first, each
// quote as a block, below it who said it and the source as a link. What does not
// fit the 2,000 characters of a message stands in embeds below it, and what does
// not fit those in a file; nothing is ever cut.
//
// Why not embeds for all: whoever switched them off in the settings, and every
// channel where the bot may not embed links, would see an answer without its
// source; they are small on a phone; notifications and Discord's search leave
// them out. Why not components V2: discordgo v0.29.0 cannot set their flag in
// the edit that fills in an answer put off, a message of them can never become a
// plain one when it is corrected, and a notification shows nothing of them.
//
// # Moderators
//
// What they keep is in [Config.Library]; moderate.go says who is one and which
// command is handled where, one file a subject. What lies between two steps of
// theirs is a work in memory (moderate_work.go); a form that was refused is in the
// database too (moderate_unsaved.go). keep.go is what goes on beside answering: the inbox, counts,
// direct messages, and corrections of answers that were shown ([Bot.Keep]).
//
// # What nobody can do
//
// Text of people and facts is made harmless in one place, escape.go. No message
// can ping anyone. A quote keeps its words: only backslashes are added, which
// Discord does not show.
package bot

import (
	"context"
	"log/slog"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/usage"
	"verbatim/kb/verify"
)

// Knowledge is what the bot answers from; [kb.Library] is one.
type Knowledge interface {
	// Ask answers a question, or says why not.
	Ask(ctx context.Context, q kb.Question) kb.Answer
	// Version says which answers still hold.
	Version() (v library.Version, known bool)
	// Suggest gives at most 25 known questions that fit what is typed so far.
	Suggest(typed, statement, server string) []kb.Suggestion
	// Quote judges a quotation by all that counts in q.Server.
	Quote(ctx context.Context, q kb.Question) (verify.Quoted, error)
	// Fact gives one fact or paragraph by its id, FactByShort by what stands for it,
	// Source a source with its text: of what counts in a server (empty: everywhere).
	Fact(id, server string) (kb.Answer, bool)
	FactByShort(short kb.Short, server string) (kb.Answer, bool)
	Source(statement, id, server string) (kb.Source, bool)
	// Heads lists the statements that count in a server; Statement gives one of
	// them whole.
	Heads(server string) []kb.Head
	Statement(id, server string) (*kb.Statement, bool)
}

// Discord carries the bot's calls; the Client of bot/gateway is one. Each call
// ends within a time of its own.
type Discord interface {
	Respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) error
	EditOriginal(ctx context.Context, i *discordgo.Interaction, e *discordgo.WebhookEdit) (*discordgo.Message, error)
	FollowUp(ctx context.Context, i *discordgo.Interaction, p *discordgo.WebhookParams) (*discordgo.Message, error)
	Send(ctx context.Context, channel string, m *discordgo.MessageSend) (*discordgo.Message, error)
	Member(ctx context.Context, guild, user string) (*discordgo.Member, error)
	Original(ctx context.Context, i *discordgo.Interaction) (*discordgo.Message, error)
	Edit(ctx context.Context, e *discordgo.MessageEdit) (*discordgo.Message, error)
	Direct(ctx context.Context, user string) (channel string, err error)
}

// Config says what a Bot answers from and how.
type Config struct {
	Knowledge Knowledge
	Discord   Discord
	// Me is the id of the bot's user, by which mentions are known; it may
	// return "" while that is not known yet.
	Me func() string
	// Key signs the ids of buttons and menus. With the same key, buttons of
	// before a restart go on working. See [Key].
	Key []byte

	// Library is what moderators keep; nil: there are no moderators' commands.
	// With it, Inbox may be nil: questions are passed on into it.
	Library *library.Library

	Inbox  Inbox   // nil: nothing is passed on, and nothing offers to
	Styles []Style // of citations; none: one plain style
	Limits Limits  // zero: the usual ones
	// AttachmentHosts are where attachments are fetched from besides Discord's
	// own hosts, as host or host:port.
	AttachmentHosts []string
	// FetchWithin bounds fetching an attachment; 20 s when zero.
	FetchWithin time.Duration

	Watch Watch        // nil: nobody counts
	Log   *slog.Logger // nil: nothing is logged

	Now func() time.Time // nil: time.Now
	// Defer is how long a handler may take before its interaction is
	// acknowledged without it; 1.5 s when zero. Discord waits 3 s.
	Defer time.Duration
}

// Bot answers what people do on Discord. Its methods may be called from many
// goroutines.
type Bot struct {
	Config
	signer  signer
	limits  limits
	asked   *memory[uint64, asking]   // by the number in the ids of its buttons
	talks   *memory[talk, turn]       // the last question of a user in a channel
	last    *memory[string, string]   // the server that a user last asked in
	members *memory[membership, bool] // what Discord said
	works   *memory[uint64, *work]    // what moderators are at, by number
	fetcher *fetcher
	desk    *desk // what is kept for moderators meanwhile; nil without a Library
	recall  recall

	// What works on the Library; nil without one.
	Curator   *curate.Curator
	Questions *inbox.Inbox
	Usage     *usage.Log

	commands map[string]handler
	actions  map[action]handler
}

// handler is how one command or component is handled.
type handler struct {
	run func(context.Context, *Event) Reply
	// private tells that the reply is private whatever it says, and update that
	// it takes the place of the message: what an acknowledgement has to know.
	private, update bool
}

// What is remembered, and for how long.
const (
	askedMost, askedFor     = 8_000, 24 * time.Hour
	talksMost, talkFor      = 20_000, 30 * time.Minute
	lastMost, lastFor       = 20_000, 30 * 24 * time.Hour
	membersMost, membersFor = 20_000, 5 * time.Minute
	worksMost, worksFor     = 2_000, 24 * time.Hour
)

// New makes a Bot. Nothing is sent before the first event.
func New(c Config) *Bot {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Me == nil {
		c.Me = func() string { return "" }
	}
	if c.Defer <= 0 {
		c.Defer = 1500 * time.Millisecond
	}
	if c.FetchWithin <= 0 {
		c.FetchWithin = 20 * time.Second
	}
	if len(c.Styles) == 0 {
		c.Styles = []Style{plainStyle}
	}
	if c.Watch == nil {
		c.Watch = unwatched{}
	}
	b := &Bot{
		Config:  c,
		signer:  newSigner(c.Key, c.Now),
		limits:  newLimits(c.Limits),
		asked:   newMemory[uint64, asking](askedMost, askedFor, c.Now),
		talks:   newMemory[talk, turn](talksMost, talkFor, c.Now),
		last:    newMemory[string, string](lastMost, lastFor, c.Now),
		members: newMemory[membership, bool](membersMost, membersFor, c.Now),
		works:   newMemory[uint64, *work](worksMost, worksFor, c.Now),
	}
	b.handlers()
	if b.Library != nil {
		b.Curator, b.Questions, b.Usage = curate.New(b.Library), inbox.New(b.Library), usage.New(b.Library)
		b.fetcher, b.desk = newFetcher(c.AttachmentHosts, c.FetchWithin), newDesk()
		if b.Inbox == nil {
			b.Inbox = b.desk.inbox(b)
		}
		b.moderation()
	}
	return b
}

// handlers says who handles what.
func (b *Bot) handlers() {
	b.commands = map[string]handler{
		commandAsk:        {run: b.ask},
		commandStatements: {run: b.statements, private: true},
		commandAbout:      {run: b.about, private: true},
		commandFind:       {run: b.find, private: true},
		commandQuote:      {run: b.quote},
		commandCheck:      {run: b.checkQuotes, private: true},
	}
	b.actions = map[action]handler{
		actionContext:  {run: b.context, private: true},
		actionCite:     {run: b.cite, private: true},
		actionOther:    {run: b.other, private: true},
		actionShare:    {run: b.share},
		actionTell:     {run: b.tell, private: true},
		actionNearest:  {run: b.choose, update: true},
		actionBrowse:   {run: b.browse, update: true},
		actionQuestion: {run: b.open, private: true},
	}
}
