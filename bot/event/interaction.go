package event

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Read reads an interaction, whatever is missing in it.
func Read(i *discordgo.Interaction) *Event {
	e := &Event{ID: i.ID, Channel: i.ChannelID, Locale: string(i.Locale), Options: map[string]string{}}
	switch {
	case i.Member != nil && i.Member.User != nil:
		e.User = i.Member.User.ID
	case i.User != nil:
		e.User = i.User.ID
	}
	if i.Member != nil {
		e.Rights, e.Roles = i.Member.Permissions, i.Member.Roles
	}
	if i.GuildID != "" && installed(i) {
		e.Guild = i.GuildID
	}
	e.Direct = i.GuildID == "" && i.Context == discordgo.InteractionContextBotDM
	switch data := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		e.readCommand(data)
	case discordgo.MessageComponentInteractionData:
		e.Values = data.Values
		e.Hidden = i.Message != nil && i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
	case discordgo.ModalSubmitInteractionData:
		e.Form = map[string]string{}
		for _, row := range data.Components {
			e.readInputs(row)
		}
		e.OnMessage = i.Message != nil
	}
	return e
}

// installed tells whether the server that an interaction came from has the bot
// itself. Elsewhere only the person who uses it has.
func installed(i *discordgo.Interaction) bool {
	_, server := i.AuthorizingIntegrationOwners[discordgo.ApplicationIntegrationGuildInstall]
	return server || len(i.AuthorizingIntegrationOwners) == 0
}

func (e *Event) readCommand(data discordgo.ApplicationCommandInteractionData) {
	e.Command = data.Name
	options := data.Options
	for len(options) == 1 && options[0] != nil && isSub(options[0].Type) {
		e.Command += " " + options[0].Name
		options = options[0].Options
	}
	for _, o := range options {
		if o != nil {
			e.readOption(o)
		}
	}
	if data.Resolved != nil {
		target := data.Resolved.Messages[data.TargetID]
		e.Target, e.Files = words(target), data.Resolved.Attachments
		if target != nil {
			e.Replied = strings.TrimSpace(mention.ReplaceAllString(words(target.ReferencedMessage), ""))
		}
	}
}

func isSub(t discordgo.ApplicationCommandOptionType) bool {
	return t == discordgo.ApplicationCommandOptionSubCommand || t == discordgo.ApplicationCommandOptionSubCommandGroup
}

// readOption keeps an option whose value has the type that it says.
func (e *Event) readOption(o *discordgo.ApplicationCommandInteractionDataOption) {
	if o.Focused {
		e.Focused = o.Name
	}
	switch v := o.Value.(type) {
	case string:
		switch o.Type {
		case discordgo.ApplicationCommandOptionString, discordgo.ApplicationCommandOptionRole,
			discordgo.ApplicationCommandOptionChannel, discordgo.ApplicationCommandOptionAttachment:
			e.Options[o.Name] = v
		}
	case float64:
		if o.Type == discordgo.ApplicationCommandOptionInteger {
			e.Options[o.Name] = strconv.FormatInt(int64(v), 10)
		}
	case bool:
		if o.Type == discordgo.ApplicationCommandOptionBoolean {
			e.Options[o.Name] = strconv.FormatBool(v)
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

// mention is one of somebody, or of a role, as the text of a message has it.
var mention = regexp.MustCompile(`<@[!&]?\d+>`)

// words is the text of a message: its content, or else that of its embeds.
func words(m *discordgo.Message) string {
	if m == nil {
		return ""
	}
	if strings.TrimSpace(m.Content) != "" {
		return m.Content
	}
	var parts []string
	for _, e := range m.Embeds {
		if e != nil {
			parts = append(parts, strings.TrimSpace(e.Title+"\n"+e.Description))
		}
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}
