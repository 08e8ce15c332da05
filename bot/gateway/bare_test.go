package gateway

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

// TestAnswersAreWrittenAsDiscordgoWritesThem compares the JSON with discordgo's.
func TestAnswersAreWrittenAsDiscordgoWritesThem(t *testing.T) {
	least := 1
	rows := []discordgo.MessageComponent{
		discordgo.ActionsRow{Components: []discordgo.MessageComponent{
			discordgo.Button{Label: "Cite <&>", Emoji: &discordgo.ComponentEmoji{Name: "📑"}, Style: discordgo.SecondaryButton, CustomID: "c", ID: 7},
			discordgo.Button{Label: "no style", Disabled: true},
			&discordgo.Button{Label: "elsewhere", Style: discordgo.LinkButton, URL: "https://example.org"},
		}, ID: 3},
		discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.SelectMenu{
			MenuType: discordgo.StringSelectMenu, CustomID: "m", Placeholder: "p", MinValues: &least, MaxValues: 2,
			Options: []discordgo.SelectMenuOption{{Label: "l", Value: "v", Description: "d", Default: true}},
		}}},
		&discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.SelectMenu{CustomID: "n"}}},
		discordgo.TextDisplay{Content: "x"},
		discordgo.ActionsRow{},
	}
	for about, r := range map[string]*discordgo.InteractionResponse{
		"no data": {Type: discordgo.InteractionResponseDeferredMessageUpdate},
		"a message": {Type: discordgo.InteractionResponseChannelMessageWithSource, Data: &discordgo.InteractionResponseData{
			Content: "**Who?** \u2028 中", Components: rows, Embeds: []*discordgo.MessageEmbed{{Description: "e"}},
			AllowedMentions: nobody(), Flags: discordgo.MessageFlagsEphemeral,
		}},
		"a form": {Type: discordgo.InteractionResponseModal, Data: &discordgo.InteractionResponseData{
			CustomID: "f", Title: "t", Components: []discordgo.MessageComponent{discordgo.ActionsRow{
				Components: []discordgo.MessageComponent{discordgo.TextInput{CustomID: "i", Label: "l", Style: discordgo.TextInputParagraph}},
			}},
		}},
	} {
		if diff := cmp.Diff(decoded(t, r), decoded(t, bareResponse(r))); diff != "" {
			t.Errorf("%s: %s", about, diff)
		}
	}
}

func decoded(t *testing.T, v any) (fields map[string]any) {
	t.Helper()
	text, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(text, &fields)
	}
	if err != nil {
		t.Fatal(err)
	}
	return fields
}
