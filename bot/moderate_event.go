package bot

import (
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// readMore reads what the moderators' side needs of an interaction, whatever is
// missing in it: rights, subcommands, forms and attachments.
func (e *Event) readMore(i *discordgo.Interaction) {
	if i.Member != nil {
		e.Rights, e.Roles = i.Member.Permissions, i.Member.Roles
	}
	switch data := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		options := data.Options
		for len(options) == 1 && options[0] != nil && isSub(options[0].Type) {
			e.Command += " " + options[0].Name
			options = options[0].Options
		}
		if isModeration(data.Name) {
			e.readOptions(options)
		}
		e.readTyped(options)
		if data.Resolved != nil {
			e.Files = data.Resolved.Attachments
		}
	case discordgo.ModalSubmitInteractionData:
		e.Form = map[string]string{}
		for _, row := range data.Components {
			e.readInputs(row)
		}
		e.OnMessage = i.Message != nil
	}
}

func isSub(t discordgo.ApplicationCommandOptionType) bool {
	return t == discordgo.ApplicationCommandOptionSubCommand || t == discordgo.ApplicationCommandOptionSubCommandGroup
}

// readTyped keeps numbers, switches that are off, and ids, if their values have
// the type that they say.
func (e *Event) readTyped(options []*discordgo.ApplicationCommandInteractionDataOption) {
	for _, o := range options {
		if o == nil {
			continue
		}
		switch v := o.Value.(type) {
		case float64:
			if o.Type == discordgo.ApplicationCommandOptionInteger {
				e.Options[o.Name] = strconv.FormatInt(int64(v), 10)
			}
		case bool:
			if o.Type == discordgo.ApplicationCommandOptionBoolean {
				e.Options[o.Name] = strconv.FormatBool(v)
			}
		case string:
			switch o.Type {
			case discordgo.ApplicationCommandOptionRole, discordgo.ApplicationCommandOptionChannel,
				discordgo.ApplicationCommandOptionAttachment:
				e.Options[o.Name] = v
			}
		}
	}
}

func (e *Event) readInputs(c discordgo.MessageComponent) {
	switch c := c.(type) {
	case *discordgo.ActionsRow:
		if c != nil {
			for _, inner := range c.Components {
				e.readInputs(inner)
			}
		}
	case *discordgo.TextInput:
		if c != nil {
			e.Form[c.CustomID] = c.Value
		}
	}
}

// attached is the file of an option, or nil.
func (e *Event) attached(option string) *discordgo.MessageAttachment {
	return e.Files[e.Options[option]]
}
