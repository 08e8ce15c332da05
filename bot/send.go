package bot

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway"
)

// This is the only file that sends anything.

// handleWithin is how long a handler has.
const handleWithin = 30 * time.Second

const (
	sorry   = "Something went wrong here, and it was noted. Please try again."
	tooLong = "That took too long. Please try again."
	below   = "That took a moment. The answer stands below."
)

// Interaction answers an interaction, within the time that Discord waits for
// it. It does nothing for kinds that it does not know.
func (b *Bot) Interaction(ctx context.Context, i *discordgo.Interaction) {
	if i == nil {
		return
	}
	e := readInteraction(i)
	if e.Received = gateway.Received(ctx); e.Received.IsZero() {
		e.Received = time.Now()
	}
	switch i.Type {
	case discordgo.InteractionApplicationCommandAutocomplete:
		b.sendChoices(ctx, i, b.choices(ctx, e))
	case discordgo.InteractionApplicationCommand, discordgo.InteractionMessageComponent, discordgo.InteractionModalSubmit:
		b.deliver(ctx, i, e, b.route(i, e))
	}
}

func (b *Bot) sendChoices(ctx context.Context, i *discordgo.Interaction, choices []*discordgo.ApplicationCommandOptionChoice) {
	err := b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionApplicationCommandAutocompleteResult,
		Data: &discordgo.InteractionResponseData{Choices: choices},
	})
	b.logSent("suggestions", i.ID, err)
}

// deliver runs a handler and sends its reply, acknowledging before that if it
// takes long.
func (b *Bot) deliver(ctx context.Context, i *discordgo.Interaction, e *Event, h handler) {
	done := b.start(ctx, e, h)
	timer := time.NewTimer(b.Defer - time.Since(e.Received))
	defer timer.Stop()
	var err error
	select {
	case r := <-done:
		if err = b.respond(ctx, i, e, r); err == nil {
			b.lookUpShown(i, e, r)
			err = b.after(ctx, i, r)
		}
	case <-timer.C:
		err = b.acknowledge(ctx, i, e, h)
		r := <-done
		if err == nil {
			err = b.fillIn(ctx, i, e, h, r)
		}
		if err == nil {
			err = b.after(ctx, i, r)
		}
	}
	b.Watch.Sent(time.Since(e.Received), err == nil)
	b.logSent("reply", i.ID, err)
}

// start runs a handler in a goroutine of its own. Its reply always comes.
func (b *Bot) start(ctx context.Context, e *Event, h handler) <-chan Reply {
	done := make(chan Reply, 2)
	ctx, cancel := context.WithTimeout(ctx, handleWithin)
	stop := context.AfterFunc(ctx, func() { done <- whisper(tooLong) })
	go func() {
		defer cancel()
		defer stop()
		defer func() {
			if what := recover(); what != nil {
				b.Watch.Panicked()
				b.Log.Error("a handler panicked", "id", e.ID, "panic", fmt.Sprint(what), "stack", string(debug.Stack()))
				done <- whisper(sorry)
			}
		}()
		done <- h.run(ctx, e)
	}()
	return done
}

func (b *Bot) logSent(what, id string, err error) {
	if err != nil {
		b.Log.Warn("a "+what+" could not be sent", "id", id, "error", err)
		return
	}
	b.Log.Debug("sent", "what", what, "id", id)
}

// respond answers at once.
func (b *Bot) respond(ctx context.Context, i *discordgo.Interaction, e *Event, r Reply) error {
	kind := discordgo.InteractionResponseChannelMessageWithSource
	if r.Update && (i.Type == discordgo.InteractionMessageComponent || e.OnMessage) {
		kind = discordgo.InteractionResponseUpdateMessage
	}
	if r.Form != nil {
		return b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseModal, Data: r.Form})
	}
	p := r.page()
	return b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{Type: kind, Data: &discordgo.InteractionResponseData{
		Content: p.content, Embeds: orEmpty(p.embeds), Components: r.rows(), Files: p.files(),
		AllowedMentions: nobody(), Flags: flags(e, r),
	}})
}

// acknowledge tells Discord that the reply comes later. Whether it will be
// public cannot be known, and a private one must not be seen by others, so all
// are private at first.
func (b *Bot) acknowledge(ctx context.Context, i *discordgo.Interaction, e *Event, h handler) error {
	if h.update {
		return b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredMessageUpdate})
	}
	return b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{Flags: flags(e, Reply{Private: true}), AllowedMentions: nobody()},
	})
}

// fillIn sends the reply of which the acknowledgement was sent.
func (b *Bot) fillIn(ctx context.Context, i *discordgo.Interaction, e *Event, h handler, r Reply) error {
	if r.Form != nil { // Discord takes a form as the first answer only
		r = whisper(tooLong)
	}
	switch {
	case h.update && !r.Update:
		return b.followUp(ctx, i, e, r)
	case h.update, r.Private, e.Direct:
		return b.edit(ctx, i, r)
	}
	if err := b.edit(ctx, i, say(below)); err != nil {
		return err
	}
	return b.followUp(ctx, i, e, r)
}

// after does what a reply leaves to be done, and puts what comes of it in its
// place.
func (b *Bot) after(ctx context.Context, i *discordgo.Interaction, r Reply) error {
	if r.After == nil {
		return nil
	}
	return b.edit(ctx, i, r.After(ctx))
}

func (b *Bot) edit(ctx context.Context, i *discordgo.Interaction, r Reply) error {
	p, rows := r.page(), r.rows()
	embeds := orEmpty(p.embeds)
	_, err := b.Discord.EditOriginal(ctx, i, &discordgo.WebhookEdit{
		Content: &p.content, Embeds: &embeds, Components: &rows, Files: p.files(), AllowedMentions: nobody(),
	})
	return err
}

func (b *Bot) followUp(ctx context.Context, i *discordgo.Interaction, e *Event, r Reply) error {
	p := r.page()
	m, err := b.Discord.FollowUp(ctx, i, &discordgo.WebhookParams{
		Content: p.content, Embeds: p.embeds, Components: r.rows(), Files: p.files(),
		AllowedMentions: nobody(), Flags: flags(e, r),
	})
	if !r.Private {
		b.noteShown(e, r, m)
	}
	return err
}

// Message answers a direct message, or one that mentions the bot.
func (b *Bot) Message(ctx context.Context, m *discordgo.Message) {
	e := readMessage(m, b.Me())
	if e == nil {
		return
	}
	if e.Received = gateway.Received(ctx); e.Received.IsZero() {
		e.Received = time.Now()
	}
	if sentence, first := b.tooMuch(e); sentence != "" {
		b.Watch.Asked(outcomeLimited, 0)
		if first { // once is friendly; each time would be as much again
			b.write(ctx, m, e, say(sentence))
		}
		return
	}
	b.write(ctx, m, e, <-b.start(ctx, e, handler{run: b.message}))
}

func (b *Bot) write(ctx context.Context, m *discordgo.Message, e *Event, r Reply) {
	p := r.page()
	sent := &discordgo.MessageSend{
		Content: p.content, Embeds: p.embeds, Components: r.rows(), Files: p.files(), AllowedMentions: nobody(),
	}
	if !e.Direct {
		sent.Reference = m.SoftReference()
	}
	shown, err := b.Discord.Send(ctx, m.ChannelID, sent)
	b.noteShown(e, r, shown)
	b.Watch.Sent(time.Since(e.Received), err == nil)
	b.logSent("message", m.ID, err)
}

// flags make a reply private. In direct messages nobody else is there, and what
// is private would be gone with the next start of the app.
func flags(e *Event, r Reply) discordgo.MessageFlags {
	if r.Private && !r.Update && !e.Direct {
		return discordgo.MessageFlagsEphemeral
	}
	return 0
}

// nobody is who may be pinged by anything that this bot sends.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

func (p page) files() []*discordgo.File {
	if p.rest == "" {
		return p.attached
	}
	return append(p.attached, &discordgo.File{Name: "rest.txt", ContentType: "text/plain; charset=utf-8", Reader: strings.NewReader(p.rest)})
}

// orEmpty is never nil, so that it is sent as [].
func orEmpty[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
