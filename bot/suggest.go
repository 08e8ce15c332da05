package bot

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// choice is a suggestion while typing.
type choice = discordgo.ApplicationCommandOptionChoice

// suggest gives at most 25 suggestions for what is being typed: known questions
// that fit, or statements. What is sent is an id; see answerTo.
func (b *Bot) suggest(ctx context.Context, e *Event) []*choice {
	if fine, _ := b.limits.typing.take(e.User); !fine || e.User == "" || e.Command != commandAsk {
		return []*choice{}
	}
	b.enter(ctx, e)
	choices := []*choice{}
	switch typed := e.Options[e.Focused]; e.Focused {
	case optionQuestion:
		for _, s := range b.Knowledge.Suggest(typed, e.Options[optionStatement], e.Server) {
			choices = append(choices, &choice{Name: visible(s.Question), Value: handle(s.ID)})
		}
	case optionStatement:
		choices = b.suggestStatements(typed, e.Server)
	}
	return choices[:min(len(choices), optionsMost)]
}

func (b *Bot) suggestStatements(typed, server string) []*choice {
	choices := []*choice{}
	words := strings.Fields(strings.ToLower(typed))
	for _, s := range b.Knowledge.Heads(server) {
		name := strings.Join(nonEmpty(s.Title, date(s.Date)), ", ")
		in := strings.ToLower(name + " " + s.ID + " " + s.Place)
		fits := units(s.ID) <= optionMost
		for _, w := range words {
			fits = fits && strings.Contains(in, w)
		}
		if fits {
			choices = append(choices, &choice{Name: visible(name), Value: s.ID})
		}
	}
	return choices
}
