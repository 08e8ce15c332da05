package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/access"
	"verbatim/bot/event"
	"verbatim/bot/gateway"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
)

// This is the only file that sends anything; TestOnlySendSends holds it to that.

// handleWithin is how long a handler has.
const handleWithin = 30 * time.Second

// Interaction answers an interaction, within the time that Discord waits for
// it. It does nothing for kinds that it does not know.
func (b *Bot) Interaction(ctx context.Context, i *discordgo.Interaction) {
	if i == nil {
		return
	}
	e := event.Read(i)
	e.Received = cmp.Or(gateway.Received(ctx), time.Now())
	b.locales.Choose(e)
	switch i.Type {
	case discordgo.InteractionApplicationCommandAutocomplete:
		err := b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{
			Type: discordgo.InteractionApplicationCommandAutocompleteResult,
			Data: &discordgo.InteractionResponseData{Choices: b.suggest(ctx, e)},
		})
		b.sender.logSent("suggestions", i.ID, err)
	case discordgo.InteractionApplicationCommand, discordgo.InteractionMessageComponent, discordgo.InteractionModalSubmit:
		b.deliver(ctx, i, e, b.route(i, e))
	}
}

// deliver runs a handler and sends its reply. When that takes long, somebody else
// acknowledges the interaction and fills the reply in later, if only to say that
// there is none.
func (b *Bot) deliver(ctx context.Context, i *discordgo.Interaction, e *event.Event, h event.Handler) {
	done, filled := make(chan reply.Reply, 1), make(chan struct{})
	asked := *e // the handler may go on in another language meanwhile
	late := time.AfterFunc(b.Defer-time.Since(e.Received), func() {
		defer close(filled)
		b.deliverLate(ctx, i, &asked, h, done)
	})
	r := b.run(ctx, e, h)
	if !late.Stop() {
		done <- r
		<-filled
		return
	}
	m, err := b.respond(ctx, i, e, r)
	if err == nil {
		b.outbox.Answered(i, e, r, m)
		err = b.after(ctx, i, r)
	}
	b.sent("reply", i.ID, e, err)
}

func (b *Bot) deliverLate(ctx context.Context, i *discordgo.Interaction, e *event.Event, h event.Handler, done <-chan reply.Reply) {
	defer b.guard(e, func() {})
	err := b.acknowledge(ctx, i, e, h)
	r := reply.Whisper(e.Say("problem.too-long"))
	select {
	case r = <-done:
		e.Language = cmp.Or(r.Language, e.Language)
	case <-time.After(handleWithin):
	}
	if err == nil {
		err = b.fillIn(ctx, i, e, h, r)
	}
	if err == nil {
		err = b.after(ctx, i, r)
	}
	b.sent("reply", i.ID, e, err)
}

// run runs a handler and lays its reply out, so that what that takes is of its time. Its reply comes whatever happens, if the handler ever ends.
func (b *Bot) run(ctx context.Context, e *event.Event, h event.Handler) (r reply.Reply) {
	ctx, cancel := context.WithTimeout(ctx, handleWithin)
	defer cancel()
	defer b.guard(e, func() { r = reply.Whisper(e.Say("problem.sorry")) })
	r = h.Run(ctx, e)
	r.Language = e.Language
	r = r.Laid()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return reply.Whisper(e.Say("problem.too-long"))
	}
	return r
}

// guard is deferred: a panic is logged, then instead is called.
func (b *Bot) guard(e *event.Event, instead func()) {
	if what := recover(); what != nil {
		b.Metrics.Panicked()
		b.Log.Error("a handler panicked", "id", e.ID, "panic", fmt.Sprint(what), "stack", string(debug.Stack()))
		instead()
	}
}

// sent notes that an answer was sent, or why not.
func (b *Bot) sent(what, id string, e *event.Event, err error) {
	b.Metrics.Sent(time.Since(e.Received), err == nil)
	b.sender.logSent(what, id, err)
}

// respond answers at once, and gives the message where that is to be remembered and
// Discord tells of it.
func (b *Bot) respond(ctx context.Context, i *discordgo.Interaction, e *event.Event, r reply.Reply) (*discordgo.Message, error) {
	if r.Form != nil {
		return nil, b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseModal, Data: r.Form})
	}
	kind := discordgo.InteractionResponseChannelMessageWithSource
	if r.Update && (i.Type == discordgo.InteractionMessageComponent || e.OnMessage) {
		kind = discordgo.InteractionResponseUpdateMessage
	}
	p := r.Page()
	answer := &discordgo.InteractionResponse{Type: kind, Data: &discordgo.InteractionResponseData{
		Content: p.Content, Embeds: p.Embeds, Components: p.Rows, Files: p.Files, AllowedMentions: nobody, Flags: flags(e, r),
	}}
	if b.outbox.Remembers(e, r) {
		return b.Discord.Answer(ctx, i, answer)
	}
	return nil, b.Discord.Respond(ctx, i, answer)
}

// acknowledge tells Discord that the reply comes later. Whether it will be
// public cannot be known, and a private one must not be seen by others, so all
// are private at first.
func (b *Bot) acknowledge(ctx context.Context, i *discordgo.Interaction, e *event.Event, h event.Handler) error {
	if h.Update {
		return b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredMessageUpdate})
	}
	return b.Discord.Respond(ctx, i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{Flags: flags(e, reply.Reply{Private: true}), AllowedMentions: nobody},
	})
}

// fillIn sends the reply of which the acknowledgement was sent.
func (b *Bot) fillIn(ctx context.Context, i *discordgo.Interaction, e *event.Event, h event.Handler, r reply.Reply) error {
	if r.Form != nil { // Discord takes a form as the first answer only
		r = reply.Whisper(e.Say("problem.too-long"))
	}
	switch {
	case h.Update && !r.Update:
		return b.followUp(ctx, i, e, r)
	case h.Update, r.Private, e.Direct:
		return b.edit(ctx, i, r)
	}
	if err := b.edit(ctx, i, reply.Say(e.Say("late.below"))); err != nil {
		return err
	}
	return b.followUp(ctx, i, e, r)
}

// after does what a reply leaves to be done, and puts what comes of it in its
// place.
func (b *Bot) after(ctx context.Context, i *discordgo.Interaction, r reply.Reply) error {
	if r.After == nil {
		return nil
	}
	return b.edit(ctx, i, r.After(ctx))
}

func (b *Bot) edit(ctx context.Context, i *discordgo.Interaction, r reply.Reply) error {
	p := r.Page()
	_, err := b.Discord.EditOriginal(ctx, i, &discordgo.WebhookEdit{
		Content: &p.Content, Embeds: &p.Embeds, Components: &p.Rows, Files: p.Files, AllowedMentions: nobody,
	})
	return err
}

func (b *Bot) followUp(ctx context.Context, i *discordgo.Interaction, e *event.Event, r reply.Reply) error {
	p := r.Page()
	m, err := b.Discord.FollowUp(ctx, i, &discordgo.WebhookParams{
		Content: p.Content, Embeds: p.Embeds, Components: p.Rows, Files: p.Files, AllowedMentions: nobody, Flags: flags(e, r),
	})
	b.outbox.Shown(e, r, m)
	return err
}

// Message answers a direct message, one that mentions the bot, and where the settings of
// the server have it so, a question that was asked of nobody.
func (b *Bot) Message(ctx context.Context, m *discordgo.Message) {
	if b.Me == nil {
		return
	}
	e := event.ReadMessage(m, b.Me())
	if e == nil {
		return
	}
	if b.sender.silences.In(m.GuildID, m.ChannelID) {
		return
	}
	if !b.channels.Attends(ctx, e) {
		return
	}
	e.Received = cmp.Or(gateway.Received(ctx), time.Now())
	b.locales.Choose(e)
	sentence, first := b.limits.TooMuch(e)
	if e.Unasked {
		if sentence == "" {
			b.answerUnasked(ctx, m, e)
		}
		return
	}
	if sentence != "" {
		b.Metrics.Asked(outbox.OutcomeLimited, 0)
		if first { // once is friendly; each time would be as much again
			b.write(ctx, m, e, reply.Say(sentence))
		}
		return
	}
	asked := *e // the handler may go on in another language meanwhile
	late := time.AfterFunc(handleWithin, func() {
		defer b.guard(&asked, func() {})
		b.write(ctx, m, &asked, reply.Say(asked.Say("problem.too-long")))
	})
	r := b.run(ctx, e, event.Handler{Run: func(ctx context.Context, e *event.Event) reply.Reply {
		b.members.Enter(ctx, e)
		return b.member.Message(ctx, e)
	}})
	if late.Stop() {
		b.write(ctx, m, e, r)
	}
}

// answerUnasked answers a question that was asked of nobody, or is silent: where it does
// not know, where it has answered much in that channel, and where something goes wrong.
func (b *Bot) answerUnasked(ctx context.Context, m *discordgo.Message, e *event.Event) {
	knows := false
	r := b.run(ctx, e, event.Handler{Run: func(ctx context.Context, e *event.Event) (r reply.Reply) {
		b.members.Enter(ctx, e)
		r, knows = b.member.Unasked(ctx, e)
		return r
	}})
	if knows && time.Since(e.Received) < handleWithin && b.limits.Unasked(e.Channel) {
		b.write(ctx, m, e, r)
	}
}

func (b *Bot) write(ctx context.Context, m *discordgo.Message, e *event.Event, r reply.Reply) {
	var to *discordgo.MessageReference
	if !e.Direct {
		to = m.SoftReference()
	}
	shown, err := b.sender.post(ctx, place{m.GuildID, m.ChannelID}, r, to)
	b.outbox.Shown(e, r, shown)
	b.sent("message", m.ID, e, err)
}

// flags make a reply private. In direct messages nobody else is there, and what
// is private would be gone with the next start of the app.
func flags(e *event.Event, r reply.Reply) discordgo.MessageFlags {
	if r.Private && !r.Update && !e.Direct {
		return discordgo.MessageFlagsEphemeral
	}
	return 0
}

// nobody is who may be pinged by anything that this bot sends.
var nobody = &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}

// A sender sends what answers no interaction; it is the Sender of the outbox.
type sender struct {
	Discord
	log      *slog.Logger
	silences *access.Silences
}

// A place is a channel, and its server where that is known.
type place struct{ server, channel string }

func (s sender) post(ctx context.Context, at place, r reply.Reply, to *discordgo.MessageReference) (*discordgo.Message, error) {
	if s.silences.In(at.server, at.channel) {
		return nil, access.ErrMayNotWrite
	}
	p := r.Page()
	m, err := s.Send(ctx, at.channel, &discordgo.MessageSend{
		Content: p.Content, Embeds: p.Embeds, Components: p.Rows, Files: p.Files, AllowedMentions: nobody, Reference: to,
	})
	s.silences.Hear(at.server, at.channel, err)
	return m, err
}

// Notify posts a reply in a channel of a server.
func (s sender) Notify(ctx context.Context, server, channel, id string, r reply.Reply) error {
	_, err := s.post(ctx, place{server, channel}, r, nil)
	s.logSent("notice", id, err)
	return err
}

// Tell sends a reply to a user as a direct message.
func (s sender) Tell(ctx context.Context, user string, r reply.Reply) error {
	channel, err := s.Direct(ctx, user)
	if err == nil {
		_, err = s.post(ctx, place{channel: channel}, r, nil)
	}
	return err
}

// Correct puts a reply in the place of a message.
func (s sender) Correct(ctx context.Context, channel, message string, r reply.Reply) error {
	p := r.Page()
	_, err := s.Edit(ctx, &discordgo.MessageEdit{
		ID: message, Channel: channel, Content: &p.Content, Embeds: &p.Embeds, Components: &p.Rows, Files: p.Files, AllowedMentions: nobody,
	})
	s.logSent("correction", message, err)
	return err
}

func (s sender) logSent(what, id string, err error) {
	if err != nil {
		s.log.Warn("a "+what+" could not be sent", "id", id, "error", err)
		return
	}
	s.log.Debug("sent", "what", what, "id", id)
}
