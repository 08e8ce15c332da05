package bot

import (
	"context"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
)

// Answers that were shown in a channel are remembered for a day, so that they
// can be marked when their fact changes.
const (
	shownMost    = 20_000
	shownFor     = 24 * time.Hour
	correctPause = 1500 * time.Millisecond // between two of them: what people ask goes first
)

// A shownAnswer is a message of the bot's that answers with a fact.
type shownAnswer struct {
	server, channel, message string
	fact                     string
	said                     string // the answer then
}

// A correction is a fact of a server that was changed; without a fact, any may
// have been.
type correction struct{ server, fact string }

// noteShown remembers a message that all see.
func (b *Bot) noteShown(e *Event, r Reply, m *discordgo.Message) {
	if b.desk == nil || r.Shows == "" || e.Guild == "" || m == nil {
		return
	}
	a, ok := b.Knowledge.Fact(r.Shows, e.Server)
	if !ok || a.Kind != kb.KindFact {
		return
	}
	b.desk.shown.put(m.ID, shownAnswer{e.Guild, m.ChannelID, m.ID, a.ID, a.Text})
}

// lookUpShown does the same for the answer to an interaction, whose id Discord
// does not tell by itself. When too many are looked up at once, it is let be.
func (b *Bot) lookUpShown(i *discordgo.Interaction, e *Event, r Reply) {
	if b.desk == nil || r.Shows == "" || r.Private || e.Guild == "" || r.Form != nil {
		return
	}
	select {
	case b.desk.lookups <- struct{}{}:
	default:
		b.desk.leaveOut()
		return
	}
	go func() {
		defer func() { <-b.desk.lookups }()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		m, err := b.Discord.Original(ctx, i)
		if err != nil {
			b.Log.Debug("an answer could not be looked up", "id", i.ID, "error", err)
			return
		}
		b.noteShown(e, r, m)
	}()
}

// correct has answers marked that a fact gave before it was changed or removed.
func (b *Bot) correct(server, fact string) {
	if b.desk == nil || b.Library.Settings(server).CorrectionsOff {
		return
	}
	select {
	case b.desk.fix <- correction{server, fact}:
	default:
		b.desk.leaveOut()
	}
}

func (b *Bot) keepCorrecting(ctx context.Context) {
	for {
		select {
		case c := <-b.desk.fix:
			for _, s := range b.desk.shown.all(func(s shownAnswer) bool { return s.server == c.server && (c.fact == "" || s.fact == c.fact) }) {
				b.mark(ctx, s)
			}
		case <-ctx.Done():
			return
		}
	}
}

// mark marks one message, if the answer is another now.
func (b *Bot) mark(ctx context.Context, s shownAnswer) {
	a, ok := b.Knowledge.Fact(s.fact, s.server)
	if ok && a.Text == s.said {
		return
	}
	r := Reply{}
	if ok {
		r.Blocks = append([]Block{ours(fmt.Sprintf("**Corrected since**, <t:%d:f>. The answer is now:", b.Now().Unix()))}, card(a)...)
		r.Buttons = b.lookCloser(&Event{Server: s.server}, a)
	} else {
		r.Blocks = []Block{ours(fmt.Sprintf("**Corrected since**, <t:%d:f>. The moderators have taken this answer back.", b.Now().Unix()))}
	}
	r.Blocks = append(r.Blocks, Block{"-# It said before: " + oneLine(label(s.said, 500)), "It said before: " + s.said})
	p, rows := r.page(), r.rows()
	embeds := orEmpty(p.embeds)
	_, err := b.Discord.Edit(ctx, &discordgo.MessageEdit{
		ID: s.message, Channel: s.channel, Content: &p.content, Embeds: &embeds, Components: &rows,
		Files: p.files(), AllowedMentions: nobody(),
	})
	b.logSent("correction", s.message, err)
	if err == nil && ok {
		s.said = a.Text
		b.desk.shown.put(s.message, s)
	}
	select {
	case <-time.After(correctPause):
	case <-ctx.Done():
	}
}
