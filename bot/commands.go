package bot

import (
	"github.com/bwmarrin/discordgo"
)

// Names of commands and options, which others rely on.
const (
	commandAsk        = "ask"
	commandStatements = "statements"
	commandAbout      = "about"
	commandFind       = "Find the source"
	commandQuote      = "quote"
	commandCheck      = "Check quotes"

	optionQuestion  = "question"
	optionStatement = "statement"
	optionPrivate   = "private"
	optionText      = "text"
)

// Intents are the kinds of events that the bot needs; none is privileged.
const Intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages

// Commands are all commands, for servers and for people who installed the bot
// for themselves.
func Commands() []*discordgo.ApplicationCommand {
	everywhere := []discordgo.InteractionContextType{
		discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel,
	}
	installs := []discordgo.ApplicationIntegrationType{
		discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall,
	}
	all := []*discordgo.ApplicationCommand{
		{
			Name: commandAsk, Description: askText.en, DescriptionLocalizations: askText.others(),
			Options: []*discordgo.ApplicationCommandOption{
				textOf(optionQuestion, questionText, true),
				textOf(optionStatement, statementText, false),
				{
					Type: discordgo.ApplicationCommandOptionBoolean, Name: optionPrivate,
					Description: privateText.en, DescriptionLocalizations: *privateText.others(),
				},
			},
		},
		{Name: commandStatements, Description: statementsText.en, DescriptionLocalizations: statementsText.others()},
		{Name: commandAbout, Description: aboutText.en, DescriptionLocalizations: aboutText.others()},
		{Name: commandFind, Type: discordgo.MessageApplicationCommand},
		{Name: commandCheck, Type: discordgo.MessageApplicationCommand},
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
func textOf(name string, about translated, required bool) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: name, Required: required, Autocomplete: true,
		Description: about.en, DescriptionLocalizations: *about.others(),
	}
}
