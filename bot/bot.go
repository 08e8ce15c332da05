// Package bot is Verbatim on Discord: events in, replies out. It is the way in
// and the way out; what is done between stands in its rooms. It must never make
// up an answer, and only cmd calls it.
//
// # The way of a question
//
//  1. bot/gateway hands an interaction to [Bot.Interaction], a message to
//     [Bot.Message]; bot/endpoint gives it what Discord posts instead. bot/event reads it into an Event: who, where, what, with all
//     that Discord may leave out or get wrong already looked at.
//  2. route.go finds the handler. bot/limit says whether this person or
//     server asks too much; the Signer of bot/event opens the id of a button or menu: who
//     may use it, where, and for how long; bot/access says whose facts count
//     there: a server's own only in that server and, in direct messages, for
//     whoever still is its member.
//  3. The handler, here the one of /ask in bot/member, asks kb, or knows the
//     answer from the last time. bot/reply lays it out, escaped, each quote word
//     for word. What nothing answers goes to bot/outbox, for the moderators.
//  4. send.go sends the Reply that comes back: the only file that sends anything.
//     What takes longer than 1.5 s is acknowledged first and filled in later.
//     bot/outbox remembers where the answer was shown.
//
// # The way of a saved fact
//
// /fact add and its form come in the same way, to bot/moderator, which asks anew
// each time whether this person may. What is typed lies in a draft until kb has
// saved it; a form that is refused is written down too. Then bot/outbox is told:
// it corrects the answers that were shown before, and tells whoever waited for
// one, through the Sender of send.go.
//
// # The rooms
//
// reply, event, command ← access, outbox ← member ← moderator ← bot ← cmd: each knows
// only those before it. [Commands] come from bot/command. discordtest is a stand-in
// for Discord, with a load test and a rendering of replies.
package bot

import (
	"cmp"
	"context"
	"log/slog"
	"maps"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/access"
	"verbatim/bot/attachment"
	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/limit"
	"verbatim/bot/locale"
	"verbatim/bot/member"
	"verbatim/bot/moderator"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/step"
	"verbatim/kb/usage"
)

// Intents are the kinds of events that the bot needs; none is privileged. With
// ReadingIntents it may answer by itself what was not asked of it.
const (
	Intents        = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	ReadingIntents = Intents | discordgo.IntentMessageContent
)

// Knowledge is what the bot answers from; kb's library is one.
type Knowledge interface {
	member.Knowledge
	moderator.Knowledge
}

// Discord carries the bot's calls; the Client of bot/gateway is one. Each call
// ends within a time of its own.
type Discord interface {
	access.Discord
	Respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) error
	Answer(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) (*discordgo.Message, error)
	EditOriginal(ctx context.Context, i *discordgo.Interaction, e *discordgo.WebhookEdit) (*discordgo.Message, error)
	FollowUp(ctx context.Context, i *discordgo.Interaction, p *discordgo.WebhookParams) (*discordgo.Message, error)
	Send(ctx context.Context, channel string, m *discordgo.MessageSend) (*discordgo.Message, error)
	Original(ctx context.Context, i *discordgo.Interaction) (*discordgo.Message, error)
	Edit(ctx context.Context, e *discordgo.MessageEdit) (*discordgo.Message, error)
	Direct(ctx context.Context, user string) (channel string, err error)
}

// Metrics are who counts what is asked and answered. Its methods may be called
// from several goroutines at once and must not wait.
type Metrics interface {
	// Asked hears of each question: how it ended, and how long the matcher took
	// (0: it was not asked). The outcome is the kind of an answer, or the reason
	// why there was none (kb has both), or "limited"; of a quotation "quote-" and
	// its verdict, or "quote-unchecked".
	Asked(outcome string, matching time.Duration)
	// Sent hears of each reply: the time since the event came, and whether
	// Discord took it.
	Sent(took time.Duration, taken bool)
	// Panicked hears of each handler that panicked.
	Panicked()
}

// Config says what a Bot answers from and how.
type Config struct {
	Knowledge Knowledge
	Discord   Discord
	// Me is the id of the bot's user, by which mentions are known; "" while that
	// is not known yet. Without it, no message is answered.
	Me func() string
	// Key signs the ids of buttons and menus. With the same key, buttons of
	// before a restart go on working. See [Key].
	Key []byte

	// Library is what moderators keep; nil: there are no moderators' commands.
	// With it, Inbox may be nil: questions are passed on into it.
	Library *library.Library

	Inbox  member.Inbox // nil: nothing is passed on, and nothing offers to
	Styles []Style      // of citations; none: one plain style
	Limits Limits       // zero: the usual ones
	// AttachmentHosts are where attachments are fetched from besides Discord's
	// own hosts, as host or host:port.
	AttachmentHosts []string
	// Shared tells that what a person does next may come to another process with the
	// same library; so whatever they are at is in the database.
	Shared bool
	// Reads tells that Discord shows messages which are not for the bot: it has
	// ReadingIntents.
	Reads bool
	// FetchWithin bounds fetching an attachment; 20 s when zero.
	FetchWithin time.Duration

	Metrics Metrics      // nil: nobody counts
	Log     *slog.Logger // nil: nothing is logged

	Now func() time.Time // nil: time.Now
	// Defer is how long a handler may take before its interaction is
	// acknowledged without it; 1.5 s when zero. Discord waits 3 s.
	Defer time.Duration
}

// Bot answers what people do on Discord. Its methods may be called from many
// goroutines.
type Bot struct {
	Config
	sender    sender
	signer    event.Signer
	limits    limit.Limits
	locales   *locale.Chooser
	members   *access.Memberships
	channels  *access.Channels
	member    *member.Handlers
	moderator *moderator.Handlers // nil without a Library
	outbox    *outbox.Outbox      // nil without a Library
	steps     *step.Steps         // nil unless they are shared
	commands  map[string]event.Handler
	actions   map[event.Action]event.Handler
}

// What a Config is made of that rooms have.
type (
	Style  = reply.Style // writes a citation of a source, ready to copy
	Limits = limit.Rates // how much one person and one server may ask
)

// Commands are all commands, for servers and for people who installed the bot
// for themselves.
func Commands() []*discordgo.ApplicationCommand { return command.All() }

// Key derives the key for the ids of buttons from the bot's token, so that there
// is nothing more to keep. Whoever has the token is the bot anyway.
func Key(token string) []byte { return event.Key(token) }

// New makes a Bot. Nothing is sent before the first event.
func New(c Config) *Bot {
	c = c.usual()
	b := &Bot{
		Config: c, sender: sender{c.Discord, c.Log, access.NewSilences(c.Now)}, signer: event.NewSigner(c.Key, c.Now),
		limits: limit.New(c.Limits), members: access.NewMemberships(c.Discord, c.Log, c.Now),
	}
	finder := event.NewFinder(c.Knowledge)
	files := attachment.New(c.AttachmentHosts, cmp.Or(c.FetchWithin, 20*time.Second))
	asking := member.Config{
		Files:     files,
		Knowledge: c.Knowledge, Finder: finder, Signer: b.signer, Inbox: c.Inbox,
		Asked: c.Metrics.Asked, Styles: c.Styles, Log: c.Log, Now: c.Now,
	}
	setting := func(string) string { return "" }
	var settings func(string) kb.Settings
	if c.Library != nil {
		settings = c.Library.Settings
		setting = func(server string) string { return c.Library.Settings(server).Language }
		waiting := inbox.New(c.Library)
		b.outbox = outbox.New(outbox.Config{
			Library: c.Library, Inbox: waiting, Usage: usage.New(c.Library), Sender: b.sender, Member: b.members.Is, Signer: b.signer, Log: c.Log, Now: c.Now,
		})
		if asking.IsPrivate = c.Library.IsPrivate; asking.Inbox == nil {
			asking.Inbox = b.outbox
		}
		keeping := moderator.Config{
			Knowledge: c.Knowledge, Library: c.Library, Curator: curate.New(c.Library), Inbox: waiting, Finder: finder, Signer: b.signer, Outbox: b.outbox,
			Files: files, Reads: c.Reads, Log: c.Log, Now: c.Now,
		}
		if c.Shared {
			b.steps = step.New(c.Library)
			asking.Steps, keeping.Steps = b.steps, b.steps
		}
		b.moderator = moderator.New(keeping)
	}
	b.locales, b.channels = locale.New(setting, c.Now), access.NewChannels(c.Discord, settings, c.Log, c.Now)
	asking.Count, asking.MostAsked, asking.Speak = b.outbox.Count, b.outbox.MostAsked, b.locales.Keep
	b.member = member.New(asking)
	b.commands, b.actions = b.member.Commands(), b.member.Actions()
	if b.moderator != nil {
		maps.Copy(b.commands, b.moderator.Commands())
		maps.Copy(b.actions, b.moderator.Actions())
	}
	return b
}

// PermissionsChanged says that the bot may be allowed in a server what it was not: to
// write in channels, to be there at all.
func (b *Bot) PermissionsChanged(server string) {
	b.members.Hear(server)
	b.sender.silences.Allowed(server)
}

// Run does what goes on beside answering, until the context ends; then it keeps
// what is left. Without a Library there is nothing to do.
func (b *Bot) Run(ctx context.Context) {
	var keeping sync.WaitGroup
	if b.steps != nil {
		keeping.Go(func() { b.steps.Run(ctx) })
	}
	b.outbox.Run(ctx)
	keeping.Wait()
}

// usual is with what is usual where nothing is told.
func (c Config) usual() Config {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Metrics == nil {
		c.Metrics = uncounted{}
	}
	c.Defer = cmp.Or(c.Defer, 1500*time.Millisecond)
	return c
}

// uncounted counts nothing.
type uncounted struct{}

func (uncounted) Asked(string, time.Duration) {}
func (uncounted) Sent(time.Duration, bool)    {}
func (uncounted) Panicked()                   {}
