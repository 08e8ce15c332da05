// Package command has the names, options and texts of all commands, in the
// languages that they are translated into. It does nothing; package bot tells
// Discord of them, and handlers name their options by it.
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
			Name: Ask, Description: askText.en, DescriptionLocalizations: askText.others(),
			Options: []*discordgo.ApplicationCommandOption{
				text(OptionQuestion, questionText, true),
				text(OptionStatement, statementText, false),
				{
					Type: discordgo.ApplicationCommandOptionBoolean, Name: OptionPrivate,
					Description: privateText.en, DescriptionLocalizations: *privateText.others(),
				},
			},
		},
		{Name: Statements, Description: statementsText.en, DescriptionLocalizations: statementsText.others()},
		{Name: About, Description: aboutText.en, DescriptionLocalizations: aboutText.others()},
		{Name: Find, Type: discordgo.MessageApplicationCommand},
		{Name: Check, Type: discordgo.MessageApplicationCommand},
		quoteCommand(),
	}
	for _, c := range all {
		c.Contexts, c.IntegrationTypes = &everywhere, &installs
		if c.Options == nil {
			c.Options = []*discordgo.ApplicationCommandOption{}
		}
	}
	return append(all, moderatorCommands()...)
}

// text is an option with suggestions while typing.
func text(name string, about translated, required bool) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: name, Required: required, Autocomplete: true,
		Description: about.en, DescriptionLocalizations: *about.others(),
	}
}

// IsModeration tells whether a command, or the subcommand of one, is one of the
// moderators'.
func IsModeration(command string) bool {
	name, _, _ := strings.Cut(command, " ")
	return slices.Contains([]string{"fact", "source", "alias", "inbox", "kb"}, name)
}

// quoteCommand is /quote as Discord is told of it.
func quoteCommand() *discordgo.ApplicationCommand {
	most := 2000
	least := 1
	return &discordgo.ApplicationCommand{
		Name: Quote, Description: quoteText.en, DescriptionLocalizations: quoteText.others(),
		Options: []*discordgo.ApplicationCommandOption{
			{
				Type: discordgo.ApplicationCommandOptionString, Name: OptionText, Required: true,
				MinLength: &least, MaxLength: most,
				Description: quotationText.en, DescriptionLocalizations: *quotationText.others(),
			},
			{
				Type: discordgo.ApplicationCommandOptionBoolean, Name: OptionPrivate,
				Description: privateText.en, DescriptionLocalizations: *privateText.others(),
			},
		},
	}
}
