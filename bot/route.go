package bot

import (
	"context"
	"errors"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// route finds the handler of an interaction, and puts before it what holds for
// all: limits, and which facts count.
func (b *Bot) route(i *discordgo.Interaction, e *event.Event) event.Handler {
	h, refusal := b.handlerOf(i, e)
	if refusal != "" {
		return refusing(refusal)
	}
	if sentence, _ := b.limits.TooMuch(e); sentence != "" {
		b.Metrics.Asked(outbox.OutcomeLimited, 0)
		return refusing(sentence)
	}
	run := h.Run
	h.Run = func(ctx context.Context, e *event.Event) reply.Reply {
		b.members.Enter(ctx, e)
		if e.Command != "" && !command.IsModeration(e.Command) && b.channels.Attention(ctx, e) == kb.Never {
			return reply.Whisper(e.Say("problem.not-in-channel"))
		}
		if i.Type != discordgo.InteractionApplicationCommand {
			if !b.members.MayShow(ctx, e, e.Used.Server) {
				return reply.Whisper(e.Say("problem.not-here"))
			}
			e.Server = e.Used.Server
		}
		return run(ctx, e)
	}
	return h
}

// refusing says a sentence, whatever is asked.
func refusing(sentence string) event.Handler {
	return event.Handler{Run: func(context.Context, *event.Event) reply.Reply { return reply.Whisper(sentence) }}
}

// handlerOf is the handler, or the sentence that says why there is none.
func (b *Bot) handlerOf(i *discordgo.Interaction, e *event.Event) (h event.Handler, refusal string) {
	if e.User == "" {
		return event.Handler{}, e.Say("problem.unknown")
	}
	var sealed string
	switch data := i.Data.(type) {
	case discordgo.MessageComponentInteractionData:
		sealed = data.CustomID
	case discordgo.ModalSubmitInteractionData:
		sealed = data.CustomID
	default:
		if h, ok := b.commands[e.Command]; ok {
			return h, ""
		}
		return event.Handler{}, e.Say("problem.unknown")
	}
	used, err := b.signer.Open(sealed, e.User)
	switch {
	case errors.Is(err, event.ErrNotTheirs):
		return event.Handler{}, e.Say("problem.not-theirs")
	case errors.Is(err, event.ErrExpired):
		return event.Handler{}, e.Say("problem.expired")
	case err != nil:
		return event.Handler{}, e.Say("problem.forged")
	}
	e.Used = used
	if h, ok := b.actions[used.Action]; ok {
		return h, ""
	}
	return event.Handler{}, e.Say("problem.forged")
}

// suggest gives suggestions for what is being typed, at most as many as Discord
// takes.
func (b *Bot) suggest(ctx context.Context, e *event.Event) []*discordgo.ApplicationCommandOptionChoice {
	none := []*discordgo.ApplicationCommandOptionChoice{}
	if e.User == "" || !b.limits.Typing(e.User) {
		return none
	}
	suggest := b.member.Suggest
	if command.IsModeration(e.Command) {
		if b.moderator == nil {
			return none
		}
		suggest = b.moderator.Suggest
	}
	b.members.Enter(ctx, e)
	all := suggest(ctx, e)
	return append(none, all[:min(len(all), reply.OptionsMost)]...)
}
