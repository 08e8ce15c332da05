package event

import (
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestWhereAnInteractionComesFrom(t *testing.T) {
	ann := &discordgo.User{ID: "7"}
	for _, c := range []struct {
		about  string
		i      discordgo.Interaction
		guild  string
		direct bool
		user   string
	}{
		{"a server with the bot", discordgo.Interaction{
			GuildID: "1", Member: &discordgo.Member{User: ann},
			AuthorizingIntegrationOwners: map[discordgo.ApplicationIntegrationType]string{0: "1", 1: "7"},
		}, "1", false, "7"},
		{"a server without the bot", discordgo.Interaction{
			GuildID: "1", Member: &discordgo.Member{User: ann},
			AuthorizingIntegrationOwners: map[discordgo.ApplicationIntegrationType]string{1: "7"},
		}, "", false, "7"},
		{"direct messages", discordgo.Interaction{User: ann, Context: discordgo.InteractionContextBotDM}, "", true, "7"},
		{"a group of people", discordgo.Interaction{User: ann, Context: discordgo.InteractionContextPrivateChannel}, "", false, "7"},
		{"no word of where", discordgo.Interaction{User: ann}, "", false, "7"},
		{"a member without a user", discordgo.Interaction{GuildID: "1", Member: &discordgo.Member{}}, "1", false, ""},
		{"nobody", discordgo.Interaction{}, "", false, ""},
	} {
		e := Read(&c.i)
		if e.Guild != c.guild || e.Direct != c.direct || e.User != c.user {
			t.Errorf("%s: server %q, direct %v, user %q", c.about, e.Guild, e.Direct, e.User)
		}
	}
}

func TestOnlyMessagesForTheBotAreRead(t *testing.T) {
	ann, me := &discordgo.User{ID: "7"}, &discordgo.User{ID: "9", Bot: true}
	for _, c := range []struct {
		about string
		m     discordgo.Message
		text  string // "-" when it is not for the bot
	}{
		{"a direct message", discordgo.Message{Author: ann, Content: "who?"}, "who?"},
		{"a mention", discordgo.Message{Author: ann, GuildID: "1", Content: "<@9> who <@!9>?", Mentions: []*discordgo.User{nil, me}}, "who  ?"},
		{"a mention of somebody else", discordgo.Message{Author: ann, GuildID: "1", Content: "<@7> who?", Mentions: []*discordgo.User{ann}}, "-"},
		{"a mention of everyone", discordgo.Message{Author: ann, GuildID: "1", Content: "@everyone", MentionEveryone: true}, "-"},
		{"a message of a bot", discordgo.Message{Author: &discordgo.User{ID: "8", Bot: true}, Content: "x"}, "-"},
		{"the bot's own", discordgo.Message{Author: me, Content: "x"}, "-"},
		{"one of a webhook", discordgo.Message{Author: ann, WebhookID: "3", Content: "x"}, "-"},
		{"somebody joined", discordgo.Message{Author: ann, Type: discordgo.MessageTypeGuildMemberJoin, Content: "x"}, "-"},
		{"one without an author", discordgo.Message{Content: "x"}, "-"},
	} {
		got := "-"
		if e := ReadMessage(&c.m, "9"); e != nil {
			got = e.Text
		}
		if got != c.text {
			t.Errorf("%s: read as %q, want %q", c.about, got, c.text)
		}
	}
}
