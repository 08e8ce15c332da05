package outbox

import (
	"context"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/usage"
)

// Sender sends what goes out by itself. Package bot has it, for all that is sent
// goes through one place.
type Sender interface {
	// Notify posts a reply in a channel of a server. The id says in the log what it is about.
	Notify(ctx context.Context, server, channel, id string, r reply.Reply) error
	// Tell sends a reply to a user as a direct message.
	Tell(ctx context.Context, user string, r reply.Reply) error
	// Correct puts a reply in the place of a message. Sent twice, it is the same.
	Correct(ctx context.Context, channel, message string, r reply.Reply) error
	// Original is the message that an interaction was answered with.
	Original(ctx context.Context, i *discordgo.Interaction) (*discordgo.Message, error)
}

// Library is what answers that were shown are held against; that of kb/library is
// one. What each method promises is told there.
type Library interface {
	Fact(id, server string) (kb.Answer, bool)
	Version() (v library.Version, known bool)
	Settings(server string) kb.Settings
}

// Inbox has the questions that nothing answered, with whom to tell of an answer; that
// of kb/inbox is one.
type Inbox interface {
	Pass(ctx context.Context, server string, q inbox.OpenQuestion, user, once string) (fresh bool, err error)
	Tells() []inbox.Tell
	Claim(ctx context.Context, t inbox.Tell) (mine bool, err error)
	GiveUp(ctx context.Context, t inbox.Tell) error
	Told(ctx context.Context, t inbox.Tell) error
	ForgetOld(ctx context.Context, now time.Time) (int, error)
}

// Usage is what was asked, and where answers were shown; that of kb/usage is one.
type Usage interface {
	Record(ctx context.Context, counts map[usage.Day]usage.Count, shown []usage.Shown) error
	Counts(ctx context.Context, server, from string) (map[string]usage.Count, error)
	Shown(ctx context.Context) ([]usage.Shown, error)
	Changed(ctx context.Context, was, now usage.Shown) (ok bool, err error)
	Forget(ctx context.Context, s usage.Shown) error
	SaidThen(ctx context.Context, server, fact, saying string) (answer string, changed time.Time, err error)
}
