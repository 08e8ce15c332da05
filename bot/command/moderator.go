package command

import (
	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

// The names of the moderators' options, besides those of everybody.
const (
	OptionFact       = "fact"
	OptionSource     = "source"
	OptionTopic      = "topic"
	OptionParty      = "party"
	OptionRevision   = "revision"
	OptionTitle      = "title"
	OptionPublisher  = "publisher"
	OptionURL        = "url"
	OptionDate       = "date"
	OptionFile       = "text"
	OptionParties    = "parties"
	OptionLanguage   = "language"
	OptionKind       = "kind"
	OptionName       = "name"
	OptionOther      = "other"
	OptionImport     = "file"
	OptionDays       = "days"
	OptionRole       = "role"
	OptionAddingRole = "adding-role"
	OptionChannel    = "channel"
	OptionAnswers    = "answers"
)

// moderatorCommands are for servers that have the bot, and shown to those who
// may manage the server until its admins show them to others. Who may use them
// is decided when they are used.
func moderatorCommands() []*discordgo.ApplicationCommand {
	manage := int64(discordgo.PermissionManageGuild)
	all := []*discordgo.ApplicationCommand{factCommand(), sourceCommand(), aliasCommand(), inboxCommand(), kbCommand()}
	all = append(all, &discordgo.ApplicationCommand{Name: AddAsFact, NameLocalizations: named("command.add-as-fact"), Type: discordgo.MessageApplicationCommand})
	for _, c := range all {
		if c.Description != "" {
			c.Description, c.DescriptionLocalizations = described(c.Description)
		}
		c.DefaultMemberPermissions = &manage
		c.Contexts = &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild}
		c.IntegrationTypes = &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
	}
	return all
}

type commandOption = discordgo.ApplicationCommandOption

func sub(name, about string, options ...*commandOption) *commandOption {
	if options == nil {
		options = []*commandOption{}
	}
	description, others := described(about)
	return &commandOption{Type: discordgo.ApplicationCommandOptionSubCommand, Name: name, Description: description, DescriptionLocalizations: *others, Options: options}
}

// typed is an option of a kind.
func typed(kind discordgo.ApplicationCommandOptionType, name, about string) *commandOption {
	description, others := described(about)
	return &commandOption{
		Type: kind, Name: name, NameLocalizations: *named("option.called-" + name), Description: description, DescriptionLocalizations: *others,
	}
}

// free is a text without suggestions, known one with them.
func free(name, about string) *commandOption {
	return typed(discordgo.ApplicationCommandOptionString, name, about)
}

func known(name, about string) *commandOption {
	o := free(name, about)
	o.Autocomplete = true
	return o
}

// languages is an option with the languages that replies are in.
func languages(about string) *commandOption {
	o := free(OptionLanguage, about)
	for _, l := range catalog.Languages() {
		o.Choices = append(o.Choices, &discordgo.ApplicationCommandOptionChoice{Name: l.Name(), Value: string(l)})
	}
	return o
}

// choosing is an option with choices: pairs of a value and what says it.
func choosing(o *commandOption, choices ...string) *commandOption {
	for i := 0; i < len(choices); i += 2 {
		name, others := described(choices[i+1])
		o.Choices = append(o.Choices, &discordgo.ApplicationCommandOptionChoice{Name: name, NameLocalizations: *others, Value: choices[i]})
	}
	return o
}

func needed(o *commandOption) *commandOption {
	o.Required = true
	return o
}

func factCommand() *discordgo.ApplicationCommand {
	which := func() *commandOption { return needed(known(OptionFact, "command.which-fact")) }
	topic := func() *commandOption { return known(OptionTopic, "command.topic") }
	party := func() *commandOption { return known(OptionParty, "command.party") }
	return &discordgo.ApplicationCommand{Name: "fact", Description: "command.fact", Options: []*commandOption{
		sub("add", "command.fact-add",
			known(OptionSource, "command.fact-source"), party(), topic()),
		sub("edit", "command.fact-edit", which(), known(OptionSource, "command.fact-edit-source"), topic()),
		sub("remove", "command.fact-remove", which()),
		sub("restore", "command.fact-restore", which(), known(OptionRevision, "command.revision")),
		sub("show", "command.fact-show", which()),
		sub("history", "command.fact-history", which()),
		sub("list", "command.fact-list", known(OptionStatement, "command.only-statement"), topic(), party()),
		sub("find", "command.fact-find", needed(free(OptionText, "command.fact-find-text")), known(OptionStatement, "command.only-statement")),
		sub("translate", "command.fact-translate", which(), needed(languages("command.translate-language"))),
		sub("unsaved", "command.fact-unsaved"),
	}}
}

func sourceCommand() *discordgo.ApplicationCommand {
	kind := func() *commandOption {
		return choosing(free(OptionKind, "command.source-kind"),
			"statement", "command.kind-statement", "readout", "command.kind-readout", "report", "command.kind-report")
	}
	file := func() *commandOption {
		return typed(discordgo.ApplicationCommandOptionAttachment, OptionFile, "command.source-text")
	}
	return &discordgo.ApplicationCommand{Name: "source", Description: "command.source", Options: []*commandOption{
		sub("add", "command.source-add",
			free(OptionURL, "command.url-says"), free(OptionTitle, "command.source-title"), free(OptionPublisher, "command.publisher"),
			free(OptionDate, "command.published-such"), file(),
			known(OptionStatement, "command.source-statement"),
			free(OptionParties, "command.parties"),
			free(OptionLanguage, "command.language-such"), kind()),
		sub("edit", "command.source-edit",
			needed(known(OptionSource, "command.which-source")), free(OptionTitle, "command.source-title"), free(OptionPublisher, "command.publisher"),
			free(OptionURL, "command.url"), free(OptionDate, "command.published"), file(),
			free(OptionLanguage, "command.source-language"), kind()),
		sub("drafts", "command.source-drafts", needed(known(OptionSource, "command.which-source"))),
		sub("list", "command.source-list"),
	}}
}

func aliasCommand() *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{Name: "alias", Description: "command.alias", Options: []*commandOption{
		sub("add", "command.alias-add", needed(known(OptionName, "command.name")),
			needed(free(OptionOther, "command.other-names")),
			known(OptionStatement, "command.alias-statement")),
		sub("remove", "command.alias-remove", needed(known(OptionName, "command.name")),
			free(OptionOther, "command.which-names")),
		sub("list", "command.alias-list"),
	}}
}

func inboxCommand() *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{
		Name: "inbox", Description: "command.inbox",
		Options: []*commandOption{known(OptionSource, "command.inbox-source")},
	}
}

func kbCommand() *discordgo.ApplicationCommand {
	days := typed(discordgo.ApplicationCommandOptionInteger, "inbox-days", "command.inbox-days")
	channel := typed(discordgo.ApplicationCommandOptionChannel, "notice-channel", "command.notice-channel")
	channel.ChannelTypes = []discordgo.ChannelType{discordgo.ChannelTypeGuildText}
	where := typed(discordgo.ApplicationCommandOptionChannel, OptionChannel, "command.channel")
	where.ChannelTypes = []discordgo.ChannelType{discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildForum}
	answers := choosing(free(OptionAnswers, "command.answers"),
		"asked", "command.answers-asked", string(kb.ByItself), "command.answers-itself", string(kb.Never), "command.answers-never")
	flag := func(name, about string) *commandOption {
		return typed(discordgo.ApplicationCommandOptionBoolean, name, about)
	}
	return &discordgo.ApplicationCommand{Name: "kb", Description: "command.kb", Options: []*commandOption{
		sub("import", "command.kb-import",
			needed(typed(discordgo.ApplicationCommandOptionAttachment, OptionImport, "command.kb-file"))),
		sub("export", "command.kb-export"),
		sub("bring", "command.kb-bring",
			needed(typed(discordgo.ApplicationCommandOptionAttachment, OptionImport, "command.bring-file"))),
		sub("stats", "command.kb-stats",
			typed(discordgo.ApplicationCommandOptionInteger, OptionDays, "command.days")),
		sub("settings", "command.kb-settings",
			typed(discordgo.ApplicationCommandOptionRole, OptionRole, "command.role"),
			typed(discordgo.ApplicationCommandOptionRole, OptionAddingRole, "command.adding-role"),
			channel, flag("private", "command.answers-private"),
			flag("shipped", "command.shipped"), days,
			flag("corrections", "command.corrections"),
			languages("command.settings-language"), flag("clear", "command.clear")),
		sub("channel", "command.kb-channel", needed(where), needed(answers)),
	}}
}
