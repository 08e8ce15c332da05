package bot_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/fault"
	"verbatim/kb/inbox"
)

// toldOf counts the direct messages that say that a question is answered.
func toldOf(d *discordtest.Discord) (n int) {
	for _, sent := range d.Requests(writes) {
		if strings.Contains(string(sent.Body), "Your question is answered now") {
			n++
		}
	}
	return n
}

// TestWhoWaitsIsToldWhenDiscordSaysAgainWhoIsAMember answers a question while Discord
// does not say who is a member, in each way in which it can not, and restarts the bot.
func TestWhoWaitsIsToldWhenDiscordSaysAgainWhoIsAMember(t *testing.T) {
	for what, fault := range map[string]fault.Fault{
		"the bot is not in the server just now": fault.Status(403),
		"the server is not known":               fault.Status(404),
		"Discord is out of order":               fault.Status(500),
	} {
		t.Run(what, func(t *testing.T) {
			d := discordtest.Start(t)
			mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
			path := filepath.Join(t.TempDir(), "verbatim.db")
			t.Run("answered", func(t *testing.T) {
				m := moderateOn(t, d, path)
				shows(t, "asked", bob.Slash("ask", "question", zebra).Press("Tell me"), "with the moderators now")
				until(t, "the question", func() bool { return len(inbox.New(m.library).Groups(d.Guild("News").ID())) == 1 })
				m.clock.forward(time.Minute)
				d.FaultAlways("GET /guilds/*/members/*", fault)
				list := mia.Slash("inbox")
				shows(t, "linked", list.Choose(list.Options()[0]).Press("Link to a fact").Choose("Could the engine compose music?"), "Linked.")
				until(t, "that Discord was asked", func() bool { return strings.Contains(m.log.String(), "could not be told of an answer yet") })
				if n := len(inbox.New(m.library).Tells()); n != 1 || toldOf(d) != 0 {
					t.Errorf("%d wait, %d were told", n, toldOf(d))
				}
			})
			d.Heal()
			t.Run("restarted", func(t *testing.T) {
				m := moderateOn(t, d, path)
				until(t, "the direct message", func() bool { return toldOf(d) == 1 && len(inbox.New(m.library).Tells()) == 0 })
			})
		})
	}
}

// TestWhoLeftIsNotTold answers the question of somebody who has left the server since.
func TestWhoLeftIsNotTold(t *testing.T) {
	d := discordtest.Start(t)
	mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
	m := moderate(t, d)
	bob.Slash("ask", "question", zebra).Press("Tell me").Text()
	until(t, "the question", func() bool { return len(inbox.New(m.library).Groups(d.Guild("News").ID())) == 1 })
	bob.Leaves()
	m.clock.forward(time.Minute)
	list := mia.Slash("inbox")
	list.Choose(list.Options()[0]).Press("Link to a fact").Choose("Could the engine compose music?").Text()
	until(t, "that it is forgotten", func() bool { return len(inbox.New(m.library).Tells()) == 0 })
	if n := toldOf(d); n != 0 {
		t.Errorf("somebody who left was told %d times", n)
	}
}
