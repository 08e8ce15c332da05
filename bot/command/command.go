// Package command has the names and options of all commands, with what kb/catalog says
// of them in each language. Commands that are typed have one name in all languages, for
// sentences name them, and a sentence is not always in the language of somebody's Discord;
// those of the menu of a message, and options, are named in each. It does nothing;
// package bot tells Discord of them, and handlers name their options by it.
package command

import (
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Names of commands and options, which others rely on.
const (
	Ask        = "ask"
	Statements = "statements"
	About      = "about"
	Find       = "Find the source"
	AddAsFact  = "Add as a fact"
	Quote      = "quote"
	Check      = "Check quotes"

	OptionQuestion  = "question"
	OptionStatement = "statement"
	OptionPrivate   = "private"
	OptionText      = "text"
)

// All are all commands, for servers and for people who installed the bot
// for themselves.
func All() []*discordgo.ApplicationCommand {
	everywhere := []discordgo.InteractionContextType{
		discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel,
	}
	installs := []discordgo.ApplicationIntegrationType{
		discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall,
	}
	all := []*discordgo.ApplicationCommand{
		{
			Name: Ask, Description: "command.ask",
			Options: []*discordgo.ApplicationCommandOption{
				needed(known(OptionQuestion, "command.ask-question")),
				known(OptionStatement, "command.ask-statement"),
				typed(discordgo.ApplicationCommandOptionBoolean, OptionPrivate, "command.private"),
			},
		},
		{Name: Statements, Description: "command.statements"},
		{Name: About, Description: "command.about"},
		{Name: Find, NameLocalizations: named("command.find"), Type: discordgo.MessageApplicationCommand},
		{Name: Check, NameLocalizations: named("command.check"), Type: discordgo.MessageApplicationCommand},
		quoteCommand(),
	}
	for _, c := range all {
		c.Contexts, c.IntegrationTypes = &everywhere, &installs
		if c.Description != "" {
			c.Description, c.DescriptionLocalizations = described(c.Description)
		}
		if c.Options == nil {
			c.Options = []*discordgo.ApplicationCommandOption{}
		}
	}
	return append(all, moderatorCommands()...)
}

// IsModeration tells whether a command, or the subcommand of one, is one of the
// moderators'.
func IsModeration(command string) bool {
	name, _, _ := strings.Cut(command, " ")
	return command == AddAsFact || slices.Contains([]string{"fact", "source", "alias", "inbox", "kb"}, name)
}

// quoteCommand is /quote as Discord is told of it.
func quoteCommand() *discordgo.ApplicationCommand {
	least, words := 1, free(OptionText, "command.quote-text")
	words.Required, words.MinLength, words.MaxLength = true, &least, 2000
	return &discordgo.ApplicationCommand{
		Name: Quote, Description: "command.quote",
		Options: []*commandOption{words, typed(discordgo.ApplicationCommandOptionBoolean, OptionPrivate, "command.private")},
	}
}
