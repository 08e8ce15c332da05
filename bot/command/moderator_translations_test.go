package command

import (
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/reply"
)

func TestModeratorsCommandsAreInChineseToo(t *testing.T) {
	used := map[string]bool{}
	see := func(en string, others map[discordgo.Locale]string) {
		used[en] = true
		for _, locale := range []discordgo.Locale{discordgo.ChineseCN, discordgo.ChineseTW} {
			if n := reply.Units(others[locale]); n == 0 || n > 100 {
				t.Errorf("%q in %s has %d characters", en, locale, n)
			}
		}
	}
	var all func(options []*commandOption)
	all = func(options []*commandOption) {
		for _, o := range options {
			see(o.Description, o.DescriptionLocalizations)
			for _, c := range o.Choices {
				see(c.Name, c.NameLocalizations)
			}
			all(o.Options)
		}
	}
	for _, c := range moderatorCommands() {
		see(c.Description, *c.DescriptionLocalizations)
		all(c.Options)
	}
	for en := range moderatorTexts {
		if !used[en] {
			t.Errorf("nothing says %q", en)
		}
	}
}
