package outbox

import (
	"context"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/reply"
	"verbatim/kb"
)

// Sender sends what goes out by itself. Package bot has it, for all that is sent
// goes through one place.
type Sender interface {
	// Notify posts a reply in a channel. The id says in the log what it is about.
	Notify(ctx context.Context, channel, id string, r reply.Reply) error
	// Tell sends a reply to a user as a direct message.
	Tell(ctx context.Context, user string, r reply.Reply) error
	// Correct puts a reply in the place of a message. Sent twice, it is the same.
	Correct(ctx context.Context, channel, message string, r reply.Reply) error
	// Original is the message that an interaction was answered with.
	Original(ctx context.Context, i *discordgo.Interaction) (*discordgo.Message, error)
}

// Library is where it is kept what is to go out; kb's library is one. What
// each method promises is told there.
type Library interface {
	Fact(id, server string) (kb.Answer, bool)
	SaidThen(ctx context.Context, server, fact, saying string) (answer string, changed time.Time)
	Version() (v kb.Version, known bool)
	Settings(server string) kb.Settings
	WaitingQuestions
	Usage
}

// WaitingQuestions are those that nothing answered, with whom to tell of an
// answer.
type WaitingQuestions interface {
	Pass(ctx context.Context, server string, w kb.Waiting, user, once string) (fresh bool, err error)
	Tells() []kb.Tell
	Told(ctx context.Context, t kb.Tell) error
	ForgetOld(ctx context.Context, now time.Time) (int, error)
}

// Usage is what was asked, and where answers were shown.
type Usage interface {
	Keep(ctx context.Context, counts map[kb.Day]kb.Count, shown []kb.Shown) error
	Counts(ctx context.Context, server, from string) (map[string]kb.Count, error)
	ShownStill(ctx context.Context) ([]kb.Shown, error)
	ShownChanges(ctx context.Context, was, now kb.Shown) (ok bool, err error)
	ForgetShown(ctx context.Context, s kb.Shown) error
}
