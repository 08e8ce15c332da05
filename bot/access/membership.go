// Package access has what Discord said within the last minutes of who may what: who
// is a member of which server, so whose facts they may see; who may change what a server
// knows; and in which channels the bot may not write, or is not to. It must never take a silence of Discord's for a yes. Package bot
// asks it before an event is handled and before anything is written.
package access

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/gateway"
)

// Discord says who is a member of a server, and with an error whose [gateway.Code] is
// CodeUnknownMember that somebody is none; and what a channel is.
type Discord interface {
	Member(ctx context.Context, guild, user string) (*discordgo.Member, error)
	Channel(ctx context.Context, id string) (*discordgo.Channel, error)
}

// Memberships says who is a member of which server, as Discord said within the
// last minutes, and in which server a person last asked. Its methods may be called
// from many goroutines.
type Memberships struct {
	discord Discord
	log     *slog.Logger
	known   *event.Memory[membership, bool]
	last    *event.Memory[string, string] // server by user
	silent  *event.Memory[string, bool]   // servers of which Discord tells nothing
}

// membership is a question to Discord: is the user a member of the server?
type membership struct{ server, user string }

// Who has left a server is told nothing of it any more when that is over, so it is
// short: as long as a few messages one after the other take.
const (
	lastMost, lastFor       = 20_000, 30 * 24 * time.Hour
	membersMost, membersFor = 20_000, 10 * time.Second
	silentMost, silentFor   = 20_000, time.Hour
)

// errNotSaid is given when Discord cannot say whether somebody is a member: it
// does not answer, or the bot is not in the server just now.
var errNotSaid = errors.New("Discord does not say who is a member of the server")

// NewMemberships makes Memberships that know nobody yet.
func NewMemberships(discord Discord, log *slog.Logger, now func() time.Time) *Memberships {
	return &Memberships{
		discord: discord, log: log,
		known:  event.NewMemory[membership, bool](membersMost, membersFor, now),
		last:   event.NewMemory[string, string](lastMost, lastFor, now),
		silent: event.NewMemory[string, bool](silentMost, silentFor, now),
	}
}

// Enter says which server's own facts count for an event: those of the server
// that it comes from, and in direct messages those of the server that the user
// last asked in, as long as they are its member. In a server without the bot,
// and in a group of people, only those count that count everywhere.
func (m *Memberships) Enter(ctx context.Context, e *event.Event) {
	switch {
	case e.Guild != "":
		e.Server = e.Guild
		m.last.Put(e.User, e.Guild)
		m.known.Put(membership{e.Guild, e.User}, true)
	case e.Direct:
		if server, ok := m.last.Get(e.User); ok && m.surely(ctx, server, e.User) {
			e.Server = server
		}
	}
}

// MayShow tells whether facts of a server may be shown where an event comes
// from: to somebody in it, or in direct messages to its member.
func (m *Memberships) MayShow(ctx context.Context, e *event.Event, server string) bool {
	return server == "" || server == e.Guild || e.Direct && m.surely(ctx, server, e.User)
}

// surely tells whether Discord says that a user is a member.
func (m *Memberships) surely(ctx context.Context, server, user string) bool {
	is, err := m.Is(ctx, server, user)
	return is && err == nil
}

// Is asks Discord whether a user is a member. It is an error when Discord cannot
// say; a server of which it tells nothing is not asked for again for a while.
func (m *Memberships) Is(ctx context.Context, server, user string) (bool, error) {
	key := membership{server, user}
	if is, ok := m.known.Get(key); ok {
		return is, nil
	}
	if _, ok := m.silent.Get(server); ok {
		return false, errNotSaid
	}
	_, err := m.discord.Member(ctx, server, user)
	switch {
	case err == nil, gateway.Code(err) == gateway.CodeUnknownMember:
		m.known.Put(key, err == nil)
		return err == nil, nil
	case gateway.Refused(err):
		m.silent.Put(server, true)
	}
	m.log.Warn("a membership could not be looked up", "error", err)
	return false, errNotSaid
}

// Hear notes that the bot is in a server, or has come back to it.
func (m *Memberships) Hear(server string) {
	if _, silent := m.silent.Get(server); silent {
		m.silent.Forget(func(key string, _ bool) bool { return key == server })
	}
}
