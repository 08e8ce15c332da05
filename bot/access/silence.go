package access

import (
	"errors"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/gateway"
)

// Silences are the channels where the bot may not write, as Discord said within the
// last minutes. Each refusal counts for the whole bot at Discord, so what is written
// there is not tried again until that is past, or permissions of the server change.
// Its methods may be called from many goroutines.
type Silences struct {
	channels *event.Memory[string, string] // their server, by channel
	servers  *event.Memory[string, int]    // how many of its channels, by server
}

// A server can have more channels than Discord allows refusals: where the bot may not
// write in so many of them, it is quiet in all.
const (
	silencesMost, silenceFor = 10_000, 10 * time.Minute
	refusalsOfServer         = 20
)

// ErrMayNotWrite is given instead of trying again.
var ErrMayNotWrite = errors.New("the bot may not write there, as Discord said before")

// NewSilences makes Silences of which there are none yet.
func NewSilences(now func() time.Time) *Silences {
	return &Silences{
		channels: event.NewMemory[string, string](silencesMost, silenceFor, now),
		servers:  event.NewMemory[string, int](silencesMost, silenceFor, now),
	}
}

// In tells whether nothing is to be written in a channel; the server is empty where
// it is not known, and in direct messages.
func (s *Silences) In(server, channel string) bool {
	if _, silent := s.channels.Get(channel); silent {
		return true
	}
	return s.refusals(server) >= refusalsOfServer
}

// Hear notes what became of something that was written.
func (s *Silences) Hear(server, channel string, err error) {
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

func (s *Silences) refusals(server string) int {
	if n, known := s.servers.Get(server); known {
		return n
	}
	return 0
}

// Allowed says that the bot may be allowed in a server what it was not.
func (s *Silences) Allowed(server string) {
	s.servers.Forget(func(key string, _ int) bool { return key == server })
	s.channels.Forget(func(_, of string) bool { return of == server })
}
