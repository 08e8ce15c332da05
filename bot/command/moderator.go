package command

import "github.com/bwmarrin/discordgo"

// The names of the moderators' options, besides those of everybody.
const (
	OptionFact      = "fact"
	OptionSource    = "source"
	OptionTopic     = "topic"
	OptionParty     = "party"
	OptionRevision  = "revision"
	OptionTitle     = "title"
	OptionPublisher = "publisher"
	OptionURL       = "url"
	OptionDate      = "date"
	OptionFile      = "text"
	OptionParties   = "parties"
	OptionLanguage  = "language"
	OptionKind      = "kind"
	OptionName      = "name"
	OptionOther     = "other"
	OptionImport    = "file"
	OptionDays      = "days"
)

// moderatorCommands are for servers that have the bot, and shown to those who
// may manage the server until its admins show them to others. Who may use them
// is decided when they are used.
func moderatorCommands() []*discordgo.ApplicationCommand {
	manage := int64(discordgo.PermissionManageGuild)
	all := []*discordgo.ApplicationCommand{factCommand(), sourceCommand(), aliasCommand(), inboxCommand(), kbCommand()}
	for _, c := range all {
		others := inOthers(c.Description)
		c.DescriptionLocalizations = &others
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
	return &commandOption{Type: discordgo.ApplicationCommandOptionSubCommand, Name: name, Description: about, DescriptionLocalizations: inOthers(about), Options: options}
}

// typed is an option of a kind.
func typed(kind discordgo.ApplicationCommandOptionType, name, about string) *commandOption {
	return &commandOption{Type: kind, Name: name, Description: about, DescriptionLocalizations: inOthers(about)}
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

func needed(o *commandOption) *commandOption {
	o.Required = true
	return o
}

func factCommand() *discordgo.ApplicationCommand {
	which := func() *commandOption { return needed(known(OptionFact, "The fact; suggestions come while you type.")) }
	topic := func() *commandOption { return known(OptionTopic, "Its topic.") }
	party := func() *commandOption { return known(OptionParty, "Who says it.") }
	return &discordgo.ApplicationCommand{Name: "fact", Description: "Keep the facts that answer questions here.", Options: []*commandOption{
		sub("add", "Add a fact: choose its source, then fill in the form.",
			needed(known(OptionSource, "The source that it stands in.")), party(), topic()),
		sub("edit", "Change a fact in the form.", which(), known(OptionSource, "The source whose quote is changed or added."), topic()),
		sub("remove", "Take a fact away. It can be restored.", which()),
		sub("restore", "Bring a fact back, or an earlier revision of it.", which(), known(OptionRevision, "The revision; without it, the last.")),
		sub("show", "Show a fact with all that is kept of it.", which()),
		sub("history", "Show who changed a fact, when and how.", which()),
		sub("list", "List the facts.", known(OptionStatement, "Only of this statement."), topic(), party()),
		sub("unsaved", "Go on with what you typed and could not save."),
	}}
}

func sourceCommand() *discordgo.ApplicationCommand {
	kind := func() *commandOption {
		o := free(OptionKind, "What it is; statement unless told.")
		o.Choices = []*discordgo.ApplicationCommandOptionChoice{
			{Name: "the statement itself", Value: "statement"}, {Name: "one side's readout", Value: "readout"}, {Name: "a report", Value: "report"},
		}
		for _, c := range o.Choices {
			c.NameLocalizations = inOthers(c.Name)
		}
		return o
	}
	file := func() *commandOption {
		return typed(discordgo.ApplicationCommandOptionAttachment, OptionFile, "Its whole text: .txt, .md or .html.")
	}
	return &discordgo.ApplicationCommand{Name: "source", Description: "Keep the sources that facts stand in.", Options: []*commandOption{
		sub("add", "Add a source, with its text or without.",
			needed(free(OptionTitle, "Its title.")), needed(free(OptionPublisher, "Who published it.")),
			free(OptionURL, "Where it can be read."), free(OptionDate, "When it was published, such as 2025-11-17."), file(),
			known(OptionStatement, "The statement that it is of; without it, a new one is made."),
			free(OptionParties, "Who issued a new statement, with commas between."),
			free(OptionLanguage, "Its language, such as en or zh-Hant."), kind()),
		sub("edit", "Change a source, or give it its text.",
			needed(known(OptionSource, "The source.")), free(OptionTitle, "Its title."), free(OptionPublisher, "Who published it."),
			free(OptionURL, "Where it can be read."), free(OptionDate, "When it was published."), file(),
			free(OptionLanguage, "Its language."), kind()),
		sub("list", "List the sources."),
	}}
}

func aliasCommand() *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{Name: "alias", Description: "Keep other names of the same thing.", Options: []*commandOption{
		sub("add", "Add other names of a name.", needed(known(OptionName, "The name.")),
			needed(free(OptionOther, "Other names of it, in any language, with commas between.")),
			known(OptionStatement, "The statement that it belongs to.")),
		sub("remove", "Take other names away.", needed(known(OptionName, "The name.")),
			free(OptionOther, "Which; without it, all of them.")),
		sub("list", "List the names."),
	}}
}

func inboxCommand() *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{
		Name: "inbox", Description: "See what could not be answered, and answer it.",
		Options: []*commandOption{known(OptionSource, "The source that answers are added to.")},
	}
}

func kbCommand() *discordgo.ApplicationCommand {
	days := typed(discordgo.ApplicationCommandOptionInteger, "inbox-days", "How many days questions of the inbox are kept.")
	channel := typed(discordgo.ApplicationCommandOptionChannel, "notice-channel", "Where new questions of the inbox are told of.")
	channel.ChannelTypes = []discordgo.ChannelType{discordgo.ChannelTypeGuildText}
	flag := func(name, about string) *commandOption {
		return typed(discordgo.ApplicationCommandOptionBoolean, name, about)
	}
	return &discordgo.ApplicationCommand{Name: "kb", Description: "Import, export, figures and settings.", Options: []*commandOption{
		sub("import", "Load a knowledge file; what would change is shown first.",
			needed(typed(discordgo.ApplicationCommandOptionAttachment, OptionImport, "The knowledge file: .yaml or .json."))),
		sub("export", "Get what this server has as a knowledge file."),
		sub("stats", "See what is asked, answered and missed.",
			typed(discordgo.ApplicationCommandOptionInteger, OptionDays, "Of how many days; 30 unless told.")),
		sub("settings", "See the settings, or change them.",
			typed(discordgo.ApplicationCommandOptionRole, "role", "The role whose members are moderators here too."),
			channel, flag("private", "Answers are private unless asked otherwise."),
			flag("shipped", "The statements that come with the bot answer here."), days,
			flag("corrections", "Answers shown in the last day are marked when their fact changes."),
			flag("clear", "First set everything back to what is usual.")),
	}}
}
