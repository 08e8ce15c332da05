package discordtest_test

import (
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// parrot answers each interaction with what it was told.
func parrot(s *discordgo.Session, i *discordgo.Interaction) error {
	switch i.Type {
	case discordgo.InteractionApplicationCommandAutocomplete:
		typed, _ := i.ApplicationCommandData().Options[0].Value.(string)
		return s.InteractionRespond(i, &discordgo.InteractionResponse{
			Type: discordgo.InteractionApplicationCommandAutocompleteResult,
			Data: &discordgo.InteractionResponseData{Choices: []*discordgo.ApplicationCommandOptionChoice{
				{Name: typed + " and so on", Value: typed + "!"},
				{Name: typed + " or not", Value: typed + "?"},
			}},
		})
	case discordgo.InteractionApplicationCommand:
		return parrotCommand(s, i, i.ApplicationCommandData())
	case discordgo.InteractionMessageComponent:
		return parrotComponent(s, i, i.MessageComponentData())
	default:
		var lines []string
		for _, row := range i.ModalSubmitData().Components {
			input := row.(*discordgo.ActionsRow).Components[0].(*discordgo.TextInput)
			lines = append(lines, input.CustomID+" = "+input.Value)
		}
		return say(s, i, strings.Join(lines, "\n"), 0)
	}
}

func say(s *discordgo.Session, i *discordgo.Interaction, text string, flags discordgo.MessageFlags, rows ...discordgo.MessageComponent) error {
	return s.InteractionRespond(i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{
			Content: text, Flags: flags, Components: rows, AllowedMentions: quiet,
			Embeds: []*discordgo.MessageEmbed{},
		},
	})
}

func parrotCommand(s *discordgo.Session, i *discordgo.Interaction, data discordgo.ApplicationCommandInteractionData) error {
	switch data.Name {
	case "say":
		return parrotSay(s, i, data)
	case "later":
		return parrotLater(s, i)
	case "card":
		if data.Options[0].Name == "show" {
			return card(s, i)
		}
		return s.InteractionRespond(i, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseModal,
			Data: &discordgo.InteractionResponseData{
				CustomID: "form", Title: "A card",
				Components: []discordgo.MessageComponent{input("title", "Title", true), input("text", "Text", false)},
			},
		})
	case "Repeat this":
		return say(s, i, data.Resolved.Messages[data.TargetID].Content, discordgo.MessageFlagsEphemeral)
	}
	return nil // /never
}

func input(id, label string, required bool) discordgo.MessageComponent {
	return discordgo.ActionsRow{Components: []discordgo.MessageComponent{
		discordgo.TextInput{CustomID: id, Label: label, Style: discordgo.TextInputShort, Required: required},
	}}
}

func parrotSay(s *discordgo.Session, i *discordgo.Interaction, data discordgo.ApplicationCommandInteractionData) error {
	var flags discordgo.MessageFlags
	if o := data.GetOption("private"); o != nil && o.BoolValue() {
		flags = discordgo.MessageFlagsEphemeral
	}
	text := data.GetOption("word").StringValue()
	if o := data.GetOption("text"); o != nil {
		a := data.Resolved.Attachments[o.Value.(string)]
		text += fmt.Sprintf(" (%s, %d bytes)", a.Filename, a.Size)
	}
	return say(s, i, text, flags, discordgo.ActionsRow{Components: []discordgo.MessageComponent{
		discordgo.Button{Label: "Louder", CustomID: "louder"},
		discordgo.Button{Label: "More", CustomID: "more", Emoji: &discordgo.ComponentEmoji{Name: "➕"}},
		discordgo.Button{Label: "Read", Style: discordgo.LinkButton, URL: "https://example.org/"},
		discordgo.Button{Label: "Off", CustomID: "off", Disabled: true},
	}}, discordgo.ActionsRow{Components: []discordgo.MessageComponent{
		discordgo.SelectMenu{CustomID: "menu", Placeholder: "How?", Options: []discordgo.SelectMenuOption{
			{Label: "Softly", Value: "soft", Description: "in a low voice"}, {Label: "Twice", Value: "twice"},
		}},
	}})
}

func parrotLater(s *discordgo.Session, i *discordgo.Interaction) error {
	err := s.InteractionRespond(i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
	})
	if err != nil {
		return err
	}
	late := "Here it is."
	if _, err := s.InteractionResponseEdit(i, &discordgo.WebhookEdit{Content: &late, AllowedMentions: quiet}); err != nil {
		return err
	}
	_, err = s.FollowupMessageCreate(i, true, &discordgo.WebhookParams{
		Content: "And more.", AllowedMentions: quiet,
		Files: []*discordgo.File{{Name: "more.txt", ContentType: "text/plain", Reader: strings.NewReader("more")}},
	})
	return err
}

func parrotComponent(s *discordgo.Session, i *discordgo.Interaction, data discordgo.MessageComponentInteractionData) error {
	switch data.CustomID {
	case "louder":
		return s.InteractionRespond(i, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseUpdateMessage,
			Data: &discordgo.InteractionResponseData{
				Content: strings.ToUpper(i.Message.Content), Components: []discordgo.MessageComponent{}, AllowedMentions: quiet,
			},
		})
	case "menu":
		return say(s, i, strings.Join(data.Values, ", "), 0)
	}
	return say(s, i, "Nothing more, <@"+i.Member.User.ID+">.", discordgo.MessageFlagsEphemeral)
}

func card(s *discordgo.Session, i *discordgo.Interaction) error {
	return s.InteractionRespond(i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{
			Flags: discordgo.MessageFlagsIsComponentsV2, AllowedMentions: quiet,
			Components: []discordgo.MessageComponent{
				discordgo.Container{Components: []discordgo.MessageComponent{
					discordgo.Section{
						Components: []discordgo.MessageComponent{discordgo.TextDisplay{Content: "# A card\nwith two lines"}},
						Accessory:  discordgo.Button{Label: "Turn", CustomID: "turn"},
					},
					discordgo.Separator{},
					discordgo.TextDisplay{Content: "> its back"},
				}},
			},
		},
	})
}
