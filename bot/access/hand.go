package access

import (
	"slices"

	"verbatim/bot/event"
	"verbatim/kb"
)

// A Hand is what somebody may do with what a server knows.
type Hand int

// What a hand may do.
const (
	NoHand  Hand = iota // nothing: they are a member like others
	Adds                // add, and change what they added themselves
	Changes             // all: change, remove, import and set too
)

// HandOf says what whoever did something may do in the server where they did it, by what
// Discord says of them in that very event and by the settings of the server.
func HandOf(e *event.Event, s kb.Settings) Hand {
	wears := func(role string) bool { return role != "" && slices.Contains(e.Roles, role) }
	switch {
	case e.Guild == "":
		return NoHand
	case e.Manages() || wears(s.Role):
		return Changes
	case wears(s.AddingRole):
		return Adds
	}
	return NoHand
}
