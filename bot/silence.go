package bot

import (
	"errors"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/gateway"
)

// silences are the channels where the bot may not write, as Discord said within the
// last minutes. Each refusal counts for the whole bot at Discord, so what is written
// there is not tried again until that is past, or permissions of the server change.
type silences struct {
	channels *event.Memory[string, string] // their server, by channel
	servers  *event.Memory[string, int]    // how many of its channels, by server
}

// A server can have more channels than Discord allows refusals: where the bot may not
// write in so many of them, it is quiet in all.
const (
	silencesMost, silenceFor = 10_000, 10 * time.Minute
	refusalsOfServer         = 20
)

var errMayNotWrite = errors.New("the bot may not write there, as Discord said before")

func newSilences(now func() time.Time) *silences {
	return &silences{
		channels: event.NewMemory[string, string](silencesMost, silenceFor, now),
		servers:  event.NewMemory[string, int](silencesMost, silenceFor, now),
	}
}

// in tells whether nothing is to be written in a channel; the server is empty where
// it is not known, and in direct messages.
func (s *silences) in(server, channel string) bool {
	if _, silent := s.channels.Get(channel); silent {
		return true
	}
	return s.refusals(server) >= refusalsOfServer
}

// hear notes what became of something that was written.
func (s *silences) hear(server, channel string, err error) {
	switch gateway.Code(err) {
	case gateway.CodeMayNot, gateway.CodeMissingAccess:
	default:
		return
	}
	s.channels.Put(channel, server)
	if server == "" {
		return
	}
	s.servers.Put(server, s.refusals(server)+1)
}

func (s *silences) refusals(server string) int {
	if n, known := s.servers.Get(server); known {
		return n
	}
	return 0
}

// PermissionsChanged says that the bot may be allowed in a server what it was not: to
// write in channels, to be there at all.
func (b *Bot) PermissionsChanged(server string) {
	b.members.hear(server)
	s := b.sender.silences
	if _, known := s.servers.Get(server); !known {
		return
	}
	s.servers.Forget(func(key string, _ int) bool { return key == server })
	s.channels.Forget(func(_, of string) bool { return of == server })
}
