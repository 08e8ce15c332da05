package event

import (
	"strings"

	"github.com/bwmarrin/discordgo"
)

// ReadMessage reads a message that is for the bot, which is me: a direct one, or one that
// mentions it; or that is for nobody in particular, which is [Event.Unasked]. It is nil
// for those that are for others, and for those of bots.
func ReadMessage(m *discordgo.Message, me string) *Event {
	if m == nil || m.Author == nil || m.Author.Bot || m.WebhookID != "" || me == "" || m.Author.ID == me {
		return nil
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return nil
	}
	e := &Event{ID: m.ID, User: m.Author.ID, Channel: m.ChannelID, Guild: m.GuildID, Direct: m.GuildID == ""}
	if !e.Direct && !mentions(m, me) {
		if e.Unasked = isForAll(m); !e.Unasked {
			return nil
		}
	}
	e.Text = strings.TrimSpace(strings.NewReplacer("<@"+me+">", " ", "<@!"+me+">", " ").Replace(m.Content))
	if to := m.ReferencedMessage; to != nil && to.Author != nil && to.Author.ID == me {
		e.RepliesTo = buttonsOf(to.Components)
	}
	return e
}

// isForAll tells whether a message says something, and to nobody in particular.
func isForAll(m *discordgo.Message) bool {
	return m.Content != "" && m.Type == discordgo.MessageTypeDefault && len(m.Mentions)+len(m.MentionRoles) == 0 && !m.MentionEveryone
}

// Asks tells whether a message has a question, by its marks in any script.
func (e *Event) Asks() bool { return strings.ContainsAny(e.Text, "?？؟⁇⸮") }

// buttonsOf are the ids of the buttons of a message.
func buttonsOf(rows []discordgo.MessageComponent) (ids []string) {
	for _, c := range rows {
		switch c := c.(type) {
		case *discordgo.ActionsRow:
			ids = append(ids, buttonsOf(c.Components)...)
		case *discordgo.Button:
			ids = append(ids, c.CustomID)
		}
	}
	return ids
}

func mentions(m *discordgo.Message, me string) bool {
	for _, u := range m.Mentions {
		if u != nil && u.ID == me {
			return true
		}
	}
	return false
}
