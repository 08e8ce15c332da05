package command

import (
	"regexp"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// nameOfOption is Discord's pattern of the name of an option.
var nameOfOption = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

func TestOptionsHaveNamesInEveryLanguageOfDiscord(t *testing.T) {
	var look func(where string, options []*discordgo.ApplicationCommandOption)
	look = func(where string, options []*discordgo.ApplicationCommandOption) {
		taken := map[string]string{} // an option, by locale and name
		for _, o := range options {
			at := where + " " + o.Name
			if o.Type == discordgo.ApplicationCommandOptionSubCommand {
				look(at, o.Options)
				continue
			}
			for locale, l := range locales {
				name := o.NameLocalizations[locale]
				if name == "" {
					name = l.Say("option.called-" + o.Name) // the same as in English
				}
				if !nameOfOption.MatchString(name) || strings.ToLower(name) != name {
					t.Errorf("%s is called %q in %s, which Discord does not take", at, name, locale)
				}
				if other := taken[string(locale)+" "+name]; other != "" {
					t.Errorf("%s and %s are both called %q in %s", at, other, name, locale)
				}
				taken[string(locale)+" "+name] = o.Name
			}
		}
	}
	for _, c := range All() {
		look("/"+c.Name, c.Options)
	}
}
