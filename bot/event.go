package bot

import (
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Event is something that a person did, as far as it could be read. What
// Discord left out, or sent in another type than it should, is empty.
type Event struct {
	ID       string // of the interaction or message
	User     string // who did it
	Channel  string
	Guild    string    // the server in which the bot is installed; empty elsewhere
	Direct   bool      // in direct messages between the user and the bot
	Received time.Time // zero if not known

	Command string            // the name of a command
	Options map[string]string // of a command, with true and false for switches
	Focused string            // the option that is being typed
	Target  string            // the text of the message that a command was used on
	Used    id                // of a button or menu
	Values  []string          // chosen from a menu
	Hidden  bool              // the message whose component was used is seen by the user only
	Text    string            // of a message, without mentions of the bot

	// Of moderators; see moderate_event.go.
	Rights    int64             // in the server, as bits of Discord's
	Roles     []string          // ids
	Form      map[string]string // what was written, by input
	Files     map[string]*discordgo.MessageAttachment
	OnMessage bool // the form was opened by a component

	// Server is the one whose own facts count; empty when only those do that
	// count everywhere. See scope.go.
	Server string
}

// readInteraction reads an interaction, whatever is missing in it.
func readInteraction(i *discordgo.Interaction) *Event {
	e := &Event{ID: i.ID, Channel: i.ChannelID, Options: map[string]string{}}
	switch {
	case i.Member != nil && i.Member.User != nil:
		e.User = i.Member.User.ID
	case i.User != nil:
		e.User = i.User.ID
	}
	if i.GuildID != "" && installed(i) {
		e.Guild = i.GuildID
	}
	e.Direct = i.GuildID == "" && i.Context == discordgo.InteractionContextBotDM
	defer e.readMore(i)
	switch data := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		e.Command = data.Name
		e.readOptions(data.Options)
		if data.Resolved != nil {
			e.Target = words(data.Resolved.Messages[data.TargetID])
		}
	case discordgo.MessageComponentInteractionData:
		e.Values = data.Values
		e.Hidden = i.Message != nil && i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
	}
	return e
}

// installed tells whether the server that an interaction came from has the bot
// itself. Elsewhere only the person who uses it has.
func installed(i *discordgo.Interaction) bool {
	_, server := i.AuthorizingIntegrationOwners[discordgo.ApplicationIntegrationGuildInstall]
	return server || len(i.AuthorizingIntegrationOwners) == 0
}

// readOptions keeps the options that are texts and switches, and only those
// whose value has the type that they say.
func (e *Event) readOptions(options []*discordgo.ApplicationCommandInteractionDataOption) {
	for _, o := range options {
		if o == nil {
			continue
		}
		if o.Focused {
			e.Focused = o.Name
		}
		switch v := o.Value.(type) {
		case string:
			if o.Type == discordgo.ApplicationCommandOptionString {
				e.Options[o.Name] = v
			}
		case bool:
			if v && o.Type == discordgo.ApplicationCommandOptionBoolean {
				e.Options[o.Name] = "true"
			}
		}
	}
}

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

// readMessage reads a message that is for the bot, which is me: a direct one,
// or one that mentions it. It is nil for all others, and for those of bots.
func readMessage(m *discordgo.Message, me string) *Event {
	if m == nil || m.Author == nil || m.Author.Bot || m.WebhookID != "" || me == "" || m.Author.ID == me {
		return nil
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return nil
	}
	e := &Event{ID: m.ID, User: m.Author.ID, Channel: m.ChannelID, Guild: m.GuildID, Direct: m.GuildID == ""}
	if !e.Direct && !mentions(m, me) {
		return nil
	}
	e.Text = strings.TrimSpace(strings.NewReplacer("<@"+me+">", " ", "<@!"+me+">", " ").Replace(m.Content))
	return e
}

func mentions(m *discordgo.Message, me string) bool {
	for _, u := range m.Mentions {
		if u != nil && u.ID == me {
			return true
		}
	}
	return false
}
