package bot

import (
	"context"
	"errors"

	"github.com/bwmarrin/discordgo"
)

// What people read when they use what is not for them.
const (
	notTheirs = "This button belongs to somebody else. Ask the question yourself with /ask."
	expired   = "This button is too old. Ask again with /ask."
	forged    = "I do not know this button. Ask again with /ask."
	notHere   = "What this button shows cannot be shown here. Ask again with /ask."
	unknown   = "I do not know that command. Try /ask, or /about for what I can do."
)

// route finds the handler of an interaction, and puts before it what holds for
// all: limits, and which facts count.
func (b *Bot) route(i *discordgo.Interaction, e *Event) handler {
	h, refusal := b.handlerOf(i, e)
	if refusal != "" {
		return handler{run: func(context.Context, *Event) Reply { return whisper(refusal) }, private: true}
	}
	if sentence, _ := b.tooMuch(e); sentence != "" {
		b.Watch.Asked(outcomeLimited, 0)
		return handler{run: func(context.Context, *Event) Reply { return whisper(sentence) }, private: true}
	}
	run := h.run
	h.run = func(ctx context.Context, e *Event) Reply {
		b.enter(ctx, e)
		if i.Type != discordgo.InteractionApplicationCommand {
			if !b.mayShow(ctx, e, e.Used.server) {
				return whisper(notHere)
			}
			e.Server = e.Used.server
		}
		return run(ctx, e)
	}
	return h
}

// handlerOf is the handler, or the sentence that says why there is none.
func (b *Bot) handlerOf(i *discordgo.Interaction, e *Event) (handler, string) {
	if e.User == "" {
		return handler{}, unknown
	}
	data, component := i.Data.(discordgo.MessageComponentInteractionData)
	if form, ok := i.Data.(discordgo.ModalSubmitInteractionData); ok {
		data.CustomID, component = form.CustomID, true
	}
	if !component {
		if h, ok := b.commands[e.Command]; ok {
			return h, ""
		}
		return handler{}, unknown
	}
	used, err := b.signer.open(data.CustomID, e.User)
	switch {
	case errors.Is(err, errNotTheirs):
		return handler{}, notTheirs
	case errors.Is(err, errExpired):
		return handler{}, expired
	case err != nil:
		return handler{}, forged
	}
	e.Used = used
	if h, ok := b.actions[used.action]; ok {
		return h, ""
	}
	return handler{}, forged
}
