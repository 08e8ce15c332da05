package reply

import (
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb/text"
)

// Option is an option of a menu: its text, what stands small below it, if
// anything, and its value. Texts are cut at Discord's limit, and never empty.
func Option(name, about, value string) discordgo.SelectMenuOption {
	return discordgo.SelectMenuOption{Label: Visible(name), Description: Label(about, OptionMost), Value: value}
}

// Choice is a suggestion while typing.
func Choice(name, value string) *discordgo.ApplicationCommandOptionChoice {
	return &discordgo.ApplicationCommandOptionChoice{Name: Visible(name), Value: value}
}

// Fitting makes suggestions of those of names that have all words of what is typed;
// values are theirs, in the same order.
func Fitting(typed string, names, values []string) []*discordgo.ApplicationCommandOptionChoice {
	words := strings.Fields(text.Fold(typed))
	var all []*discordgo.ApplicationCommandOptionChoice
	for i, name := range names {
		folded := text.Fold(name)
		fits := values[i] != "" && Units(values[i]) <= OptionMost && Label(name, OptionMost) != ""
		for _, w := range words {
			fits = fits && strings.Contains(folded, w)
		}
		if fits {
			all = append(all, &discordgo.ApplicationCommandOptionChoice{Name: Label(name, OptionMost), Value: values[i]})
		}
	}
	return all
}
