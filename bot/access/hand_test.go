package access

import (
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/kb"
)

func TestWhoMayDoWhat(t *testing.T) {
	both := kb.Settings{Role: "1", AddingRole: "2"}
	for _, c := range []struct {
		about string
		e     event.Event
		s     kb.Settings
		want  Hand
	}{
		{"a member", event.Event{Guild: "9", Roles: []string{"3"}}, both, NoHand},
		{"a member where nothing is set", event.Event{Guild: "9", Roles: []string{""}}, kb.Settings{}, NoHand},
		{"who manages the server", event.Event{Guild: "9", Rights: discordgo.PermissionManageGuild}, kb.Settings{}, Changes},
		{"a moderator by role", event.Event{Guild: "9", Roles: []string{"3", "1"}}, both, Changes},
		{"where only that role is set", event.Event{Guild: "9", Roles: []string{"1"}}, kb.Settings{Role: "1"}, Changes},
		{"who may add", event.Event{Guild: "9", Roles: []string{"2"}}, both, Adds},
		{"who has both roles", event.Event{Guild: "9", Roles: []string{"2", "1"}}, both, Changes},
		{"one role for both", event.Event{Guild: "9", Roles: []string{"1"}}, kb.Settings{Role: "1", AddingRole: "1"}, Changes},
		{"a role outside a server", event.Event{Roles: []string{"1", "2"}, Rights: discordgo.PermissionAdministrator}, both, NoHand},
	} {
		if got := HandOf(&c.e, c.s); got != c.want {
			t.Errorf("%s: %d, want %d", c.about, got, c.want)
		}
	}
}
