package bot

import (
	"context"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/library"
	"verbatim/kb/usage"
)

// Where an answer was shown is remembered for a day, so that it can be marked
// when its fact changes: by whom and in which process ever, and although this one
// was restarted meanwhile. The messages are looked through whenever the knowledge
// has changed.
const (
	shownMost     = 20_000 // in memory, while they cannot be kept
	correctEvery  = 2 * time.Second
	correctAgain  = time.Minute             // after what Discord or the database did not take
	correctPause  = 1500 * time.Millisecond // between two of them: what people ask goes first
	correctWithin = 5 * time.Second
	correctTaken  = 2 * time.Minute // how long others leave a message to who has begun with it
)

// A shownFact is the fact that a reply shows.
type shownFact struct {
	id   string
	says string // kb.Answer.Saying; empty for a passage
}

func showing(a kb.Answer) shownFact { return shownFact{a.ID, a.Saying()} }

// noteShown remembers a message that all see.
func (b *Bot) noteShown(e *Event, r Reply, m *discordgo.Message) {
	if b.desk == nil || r.Shows.says == "" || r.Private || e.Guild == "" || m == nil {
		return
	}
	says := r.Shows.says
	noted := b.desk.noteShown(usage.Shown{
		Message: m.ID, Channel: m.ChannelID, Server: e.Guild,
		Fact: r.Shows.id, First: says, Now: says, At: b.Now().UnixMilli(),
	})
	if a, _ := b.Library.Fact(r.Shows.id, e.Guild); noted && a.Saying() != says { // it was changed meanwhile
		b.correctSoon()
	}
}

func (d *desk) noteShown(s usage.Shown) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.shown) >= shownMost {
		d.left++
		return false
	}
	d.shown[s.Message] = s
	return true
}

// lookUpShown does the same for the answer to an interaction, whose id Discord
// does not tell by itself. When too many are looked up at once, it is let be.
func (b *Bot) lookUpShown(i *discordgo.Interaction, e *Event, r Reply) {
	if b.desk == nil || r.Shows.says == "" || r.Private || e.Guild == "" || r.Form != nil {
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

// correctSoon has answers looked through at once, whether the knowledge has
// changed or not.
func (b *Bot) correctSoon() {
	if b.desk == nil {
		return
	}
	select {
	case b.desk.changed <- struct{}{}:
	default:
	}
}

// keepCorrecting looks the answers through that were shown, at first and
// whenever something has changed.
func (b *Bot) keepCorrecting(ctx context.Context) {
	look := time.NewTicker(correctEvery)
	defer look.Stop()
	var seen library.Version
	var again time.Time // when it is to be tried again; zero: not at all
	wanted := false
	for {
		v, known := b.Library.Version()
		if wanted || known && v != seen || !again.IsZero() && time.Now().After(again) {
			seen, again, wanted = v, time.Time{}, false
			if b.correctShown(ctx) {
				again = time.Now().Add(correctAgain)
			}
		}
		select {
		case <-look.C:
		case <-b.desk.changed:
			wanted = true
		case <-ctx.Done():
			return
		}
	}
}

// correctShown marks the messages whose fact says something else by now, and
// tells whether some are left to be tried again.
func (b *Bot) correctShown(ctx context.Context) (again bool) {
	b.keepNow(ctx)
	unkept := b.desk.unkept() // first, for one may be kept between the two
	all, err := b.Usage.Shown(ctx)
	if err != nil {
		b.Log.Warn("where answers were shown cannot be read", "error", err)
		again = true
	}
	seen := map[string]bool{}
	for _, s := range append(unkept, all...) {
		if ctx.Err() != nil {
			return true
		}
		if seen[s.Message] {
			continue
		}
		seen[s.Message] = true
		if b.Now().UnixMilli()-s.At < usage.ShownFor.Milliseconds() {
			again = b.mark(ctx, s) || again
		}
	}
	return again
}

// mark marks one message if its fact says something else by now, and tells
// whether it is to be tried again. Of several processes that see the change, one
// does it.
func (b *Bot) mark(ctx context.Context, s usage.Shown) (again bool) {
	a, ok := b.Library.Fact(s.Fact, s.Server)
	now := s
	if now.Now, now.Taken = "", 0; ok {
		now.Now = a.Saying()
	}
	switch {
	case now.Now == s.Now:
		return false
	case b.Library.Settings(s.Server).CorrectionsOff:
		return !b.shownChanges(ctx, s, now)
	case s.Taken > b.Now().UnixMilli():
		return true
	}
	taken := s
	taken.Taken = b.Now().Add(correctTaken).UnixMilli()
	if !b.shownChanges(ctx, s, taken) {
		return true
	}
	noting := context.WithoutCancel(ctx) // when the program ends, what was begun is sent and noted
	sending, cancel := context.WithTimeout(noting, correctWithin)
	defer cancel()
	err := b.sendCorrection(sending, s, now, a)
	b.logSent("correction", s.Message, err)
	switch {
	case err == nil:
		again = !b.shownChanges(noting, taken, now)
	case refused(err):
		b.forgetShown(noting, s)
	default:
		b.shownChanges(noting, taken, s)
		again = true
	}
	select {
	case <-time.After(correctPause):
	case <-ctx.Done():
	}
	return again
}

// shownChanges notes that a message says something else, where it is kept; false
// when somebody else has, or it could not be noted.
func (b *Bot) shownChanges(ctx context.Context, was, now usage.Shown) bool {
	b.desk.mu.Lock()
	if b.desk.shown[was.Message] == was {
		b.desk.shown[was.Message] = now
		b.desk.mu.Unlock()
		return true
	}
	b.desk.mu.Unlock()
	ok, err := b.Usage.Changed(ctx, was, now)
	if err != nil {
		b.Log.Warn("a correction could not be noted", "error", err)
	}
	return ok
}

func (b *Bot) forgetShown(ctx context.Context, s usage.Shown) {
	b.desk.mu.Lock()
	delete(b.desk.shown, s.Message)
	b.desk.mu.Unlock()
	if err := b.Usage.Forget(ctx, s); err != nil {
		b.Log.Warn("a message that is gone could not be forgotten", "error", err)
	}
}

// sendCorrection edits a message. Sent twice, it is the same.
func (b *Bot) sendCorrection(ctx context.Context, s, now usage.Shown, a kb.Answer) error {
	said, changed := b.Usage.SaidThen(ctx, s.Server, s.Fact, s.First)
	if changed.IsZero() {
		changed = b.Now()
	}
	since := fmt.Sprintf("**Corrected since**, <t:%d:f>.", changed.Unix())
	r := Reply{}
	switch now.Now {
	case "":
		r.Blocks = []Block{ours(since + " The moderators have taken this answer back.")}
	case s.First:
		r.Blocks = append(card(a), ours("-# This answer was changed for a while, and is again as it was."))
	default:
		r.Blocks = append([]Block{ours(since + " The answer is now:")}, card(a)...)
	}
	switch {
	case now.Now == s.First || said == "":
	case said == a.Text:
		r.Blocks = append(r.Blocks, ours("-# The answer is the same. Who said it, or the quote, was put right."))
	default:
		r.Blocks = append(r.Blocks, Block{"-# It said before: " + oneLine(label(said, 500)), "It said before: " + said})
	}
	if now.Now != "" {
		r.Buttons = b.lookCloser(&Event{Server: s.Server}, a)
	}
	p, rows := r.page(), r.rows()
	embeds := orEmpty(p.embeds)
	_, err := b.Discord.Edit(ctx, &discordgo.MessageEdit{
		ID: s.Message, Channel: s.Channel, Content: &p.content, Embeds: &embeds, Components: &rows,
		Files: p.files(), AllowedMentions: nobody(),
	})
	return err
}
