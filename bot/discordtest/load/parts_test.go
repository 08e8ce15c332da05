package load_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/kb"
)

// nowhere takes every answer and sends none.
type nowhere struct{ bot.Discord }

func (nowhere) Respond(context.Context, *discordgo.Interaction, *discordgo.InteractionResponse) error {
	return nil
}

// BenchmarkAnswer is the bot's own work for a question: reading the interaction,
// asking, laying the answer out.
func BenchmarkAnswer(b *testing.B) {
	l := opened(b)
	if err := l.Learn(b.Context()); err != nil {
		b.Fatal(err)
	}
	asked := questions(b)
	all := bot.Limits{User: 1e9, UserBurst: 1e9, Server: 1e9, ServerBurst: 1e9}
	it := bot.New(bot.Config{Knowledge: l, Discord: nowhere{}, Key: bot.Key("x"), Limits: all})
	for n := 0; b.Loop(); n++ {
		it.Interaction(b.Context(), question(n, asked[n%len(asked)]))
	}
}

// BenchmarkMatch is the part of it that is not the bot's.
func BenchmarkMatch(b *testing.B) {
	l := opened(b)
	if err := l.Learn(b.Context()); err != nil {
		b.Fatal(err)
	}
	asked := questions(b)
	for n := 0; b.Loop(); n++ {
		l.Ask(b.Context(), kb.Question{Text: asked[n%len(asked)]})
	}
}

func question(n int, text string) *discordgo.Interaction {
	return &discordgo.Interaction{
		ID: fmt.Sprint(n + 1), Type: discordgo.InteractionApplicationCommand, GuildID: "7", ChannelID: "8",
		Member: &discordgo.Member{User: &discordgo.User{ID: "9"}},
		Data: discordgo.ApplicationCommandInteractionData{
			Name: "ask", Options: []*discordgo.ApplicationCommandInteractionDataOption{
				{Name: "question", Type: discordgo.ApplicationCommandOptionString, Value: text},
			},
		},
	}
}
