package bot

import (
	"context"
	"errors"
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

// deliver runs a handler and sends its reply. When that takes long, somebody else
// acknowledges the interaction and fills the reply in later, if only to say that
// there is none.
func (b *Bot) deliver(ctx context.Context, i *discordgo.Interaction, e *Event, h handler) {
	done, filled := make(chan Reply, 1), make(chan struct{})
	late := time.AfterFunc(b.Defer-time.Since(e.Received), func() {
		defer close(filled)
		b.deliverLate(ctx, i, e, h, done)
	})
	r := b.run(ctx, e, h)
	if !late.Stop() {
		done <- r
		<-filled
		return
	}
	err := b.respond(ctx, i, e, r)
	if err == nil {
		b.lookUpShown(i, e, r)
		err = b.after(ctx, i, r)
	}
	b.sent(i, e, err)
}

func (b *Bot) deliverLate(ctx context.Context, i *discordgo.Interaction, e *Event, h handler, done <-chan Reply) {
	defer b.guard(e, func() {})
	err := b.acknowledge(ctx, i, e, h)
	r := whisper(tooLong)
	select {
	case r = <-done:
	case <-time.After(handleWithin):
	}
	if err == nil {
		err = b.fillIn(ctx, i, e, h, r)
	}
	if err == nil {
		err = b.after(ctx, i, r)
	}
	b.sent(i, e, err)
}

// run runs a handler. Its reply comes whatever happens, if the handler ever ends.
func (b *Bot) run(ctx context.Context, e *Event, h handler) (r Reply) {
	ctx, cancel := context.WithTimeout(ctx, handleWithin)
	defer cancel()
	defer b.guard(e, func() { r = whisper(sorry) })
	r = h.run(ctx, e)
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return whisper(tooLong)
	}
	return r
}

// guard is deferred: a panic is logged, then instead is called.
func (b *Bot) guard(e *Event, instead func()) {
	if what := recover(); what != nil {
		b.Watch.Panicked()
		b.Log.Error("a handler panicked", "id", e.ID, "panic", fmt.Sprint(what), "stack", string(debug.Stack()))
		instead()
	}
}

// sent notes that a reply was sent, or why not.
func (b *Bot) sent(i *discordgo.Interaction, e *Event, err error) {
	b.Watch.Sent(time.Since(e.Received), err == nil)
	b.logSent("reply", i.ID, err)
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
	late := time.AfterFunc(handleWithin, func() {
		defer b.guard(e, func() {})
		b.write(ctx, m, e, say(tooLong))
	})
	if r := b.run(ctx, e, handler{run: b.message}); late.Stop() {
		b.write(ctx, m, e, r)
	}
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
