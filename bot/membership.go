package bot

import (
	"context"
	"log/slog"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/gateway"
)

// memberships says who is a member of which server, as Discord said within the
// last minutes, and in which server a person last asked.
type memberships struct {
	discord Discord
	log     *slog.Logger
	known   *event.Memory[membership, bool]
	last    *event.Memory[string, string] // server by user
}

// membership is a question to Discord: is the user a member of the server?
type membership struct{ server, user string }

const (
	lastMost, lastFor       = 20_000, 30 * 24 * time.Hour
	membersMost, membersFor = 20_000, 5 * time.Minute
)

func newMemberships(discord Discord, log *slog.Logger, now func() time.Time) *memberships {
	return &memberships{
		discord: discord, log: log,
		known: event.NewMemory[membership, bool](membersMost, membersFor, now),
		last:  event.NewMemory[string, string](lastMost, lastFor, now),
	}
}

// enter says which server's own facts count for an event: those of the server
// that it comes from, and in direct messages those of the server that the user
// last asked in, as long as they are its member. In a server without the bot,
// and in a group of people, only those count that count everywhere.
func (m *memberships) enter(ctx context.Context, e *event.Event) {
	switch {
	case e.Guild != "":
		e.Server = e.Guild
		m.last.Put(e.User, e.Guild)
		m.known.Put(membership{e.Guild, e.User}, true)
	case e.Direct:
		if server, ok := m.last.Get(e.User); ok && m.is(ctx, server, e.User) {
			e.Server = server
		}
	}
}

// mayShow tells whether facts of a server may be shown where an event comes
// from: to somebody in it, or in direct messages to its member.
func (m *memberships) mayShow(ctx context.Context, e *event.Event, server string) bool {
	return server == "" || server == e.Guild || e.Direct && m.is(ctx, server, e.User)
}

// is asks Discord whether a user is a member. Nobody is one of a server that
// Discord tells nothing of.
func (m *memberships) is(ctx context.Context, server, user string) bool {
	key := membership{server, user}
	if is, ok := m.known.Get(key); ok {
		return is
	}
	_, err := m.discord.Member(ctx, server, user)
	if err == nil || gateway.Refused(err) {
		m.known.Put(key, err == nil)
	} else {
		m.log.Warn("a membership could not be looked up", "error", err)
	}
	return err == nil
}
