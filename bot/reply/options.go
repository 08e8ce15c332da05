package reply

import "github.com/bwmarrin/discordgo"

// Option is an option of a menu: its text, what stands small below it, if
// anything, and its value. Texts are cut at Discord's limit, and never empty.
func Option(text, about, value string) discordgo.SelectMenuOption {
	return discordgo.SelectMenuOption{Label: Visible(text), Description: Label(about, OptionMost), Value: value}
}

// Choice is a suggestion while typing.
func Choice(text, value string) *discordgo.ApplicationCommandOptionChoice {
	return &discordgo.ApplicationCommandOptionChoice{Name: Visible(text), Value: value}
}
