// Package read reads the interactions and messages that Discord sends, as far as anybody
// wants to know: a third of the work that discordgo's own readers make of it.
//
// It must never give nothing where something is unknown: there is an error, and all else
// that could be read. Only bot/gateway calls it.
package read

import (
	"encoding/json"
	"errors"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway/fields"
)

// errNoObject is that of what is cut short, or no object of JSON.
var errNoObject = errors.New("it is no object")

// Interaction reads an interaction. When Discord sent something in it that
// discordgo does not know, there is an error and all else that could be read:
// enough to answer.
func Interaction(data json.RawMessage) (*discordgo.Interaction, error) {
	i := &discordgo.Interaction{}
	var unread error
	var inner json.RawMessage
	whole := fields.Scan(data, func(name []byte, value json.RawMessage) bool {
		var err error
		switch string(name) {
		case "data":
			inner = value
		case "id":
			i.ID, err = fields.Text(value)
		case "token":
			i.Token, err = fields.Text(value)
		case "application_id":
			i.AppID, err = fields.Text(value)
		case "guild_id":
			i.GuildID, err = fields.Text(value)
		case "channel_id":
			i.ChannelID, err = fields.Text(value)
		case "locale":
			var locale string
			locale, err = fields.Text(value)
			i.Locale = discordgo.Locale(locale)
		default:
			err = readPart(i, string(name), value)
		}
		if err != nil {
			unread = err
		}
		return true
	})
	if !whole {
		return i, errNoObject
	}
	var err error
	if i.Data, err = readData(i.Type, inner); err != nil {
		unread = err
	}
	return i, unread
}

// readPart reads what is more than a text.
func readPart(i *discordgo.Interaction, name string, value json.RawMessage) (err error) {
	if string(value) == "null" {
		return nil
	}
	switch name {
	case "type":
		var n uint8
		n, err = readNumber(value)
		i.Type = discordgo.InteractionType(n)
	case "context":
		var n uint8
		n, err = readNumber(value)
		i.Context = discordgo.InteractionContextType(n)
	case "member":
		i.Member, err = readMember(value)
	case "user":
		i.User, err = readUser(value)
	case "message":
		i.Message, err = Message(value)
	case "authorizing_integration_owners":
		err = json.Unmarshal(value, &i.AuthorizingIntegrationOwners)
	} // of what else Discord sends, nothing is wanted
	return err
}

// readData reads what is of the kind of an interaction; nil when that is not
// known, or it is of another shape.
func readData(kind discordgo.InteractionType, data json.RawMessage) (discordgo.InteractionData, error) {
	switch kind {
	case discordgo.InteractionApplicationCommand, discordgo.InteractionApplicationCommandAutocomplete:
		return readAs[discordgo.ApplicationCommandInteractionData](data)
	case discordgo.InteractionMessageComponent:
		return readAs[discordgo.MessageComponentInteractionData](data)
	case discordgo.InteractionModalSubmit:
		return readAs[discordgo.ModalSubmitInteractionData](data)
	}
	return nil, nil
}

func readAs[T discordgo.InteractionData](data json.RawMessage) (discordgo.InteractionData, error) {
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		return nil, err
	}
	return v, nil
}

// Message reads a message, without its components if those are unknown.
func Message(data json.RawMessage) (*discordgo.Message, error) {
	m := &discordgo.Message{}
	err := json.Unmarshal(data, m)
	if err == nil {
		return m, nil
	}
	m = &discordgo.Message{}
	if json.Unmarshal(without(data, "components", "referenced_message", "message_snapshots"), m) != nil {
		return m, err
	}
	return m, nil
}

// without is a JSON object less some of its fields.
func without(data json.RawMessage, names ...string) json.RawMessage {
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil {
		return data
	}
	for _, name := range names {
		delete(fields, name)
	}
	less, err := json.Marshal(fields)
	if err != nil {
		return data
	}
	return less
}
