package bot

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway"
	"verbatim/kb/inbox"
	"verbatim/kb/usage"
)

// The files keep*.go are what goes on beside answering: questions that nobody
// waits to be kept, counts, direct messages, corrections. None of it may make an
// answer wait, so all of it goes through queues that are bounded; what does not
// fit is left out and counted in the log.

// A desk has what is to be done beside answering.
type desk struct {
	passed  chan Missed
	changed chan struct{} // an answer that was shown may be another now
	told    chan struct{}

	importing chan struct{} // free places for reading knowledge files
	lookups   chan struct{} // free places for looking up messages

	keeping sync.Mutex // held while something is being kept

	mu      sync.Mutex
	counts  map[usage.Day]usage.Count // since they were last kept
	shown   map[string]usage.Shown    // not kept yet, by message
	left    int                       // questions and messages that did not fit
	failed  bool                      // it could not be kept the last time
	noticed map[string]notice         // by server
}

const (
	passedMost  = 1000
	lookupsMost = 8

	oldEvery   = time.Hour
	tellsEvery = 5 * time.Minute
)

func newDesk() *desk {
	return &desk{
		passed: make(chan Missed, passedMost), changed: make(chan struct{}, 1), told: make(chan struct{}, 1), importing: make(chan struct{}, 1),
		lookups: make(chan struct{}, lookupsMost), counts: map[usage.Day]usage.Count{}, noticed: map[string]notice{},
		shown: map[string]usage.Shown{},
	}
}

// Keep does what goes on beside answering, until the context ends; then it keeps
// what is left. It does nothing without a Library.
func (b *Bot) Keep(ctx context.Context) {
	if b.desk == nil {
		return
	}
	var working sync.WaitGroup
	working.Go(func() { b.keepCorrecting(ctx) })
	working.Go(func() { b.keepTelling(ctx) })
	keep, old := time.NewTicker(keepEvery), time.NewTicker(oldEvery)
	defer keep.Stop()
	defer old.Stop()
	b.forgetOld(ctx)
	for {
		select {
		case m := <-b.desk.passed:
			b.passNow(ctx, m)
		case <-keep.C:
			b.keepNow(ctx)
		case <-old.C:
			b.forgetOld(ctx)
		case <-ctx.Done():
			working.Wait()
			b.keepRest()
			return
		}
	}
}

// keepRest keeps what is in memory when the program ends.
func (b *Bot) keepRest() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for {
		select {
		case m := <-b.desk.passed:
			b.passNow(ctx, m)
		default:
			b.keepNow(ctx)
			return
		}
	}
}

func (b *Bot) forgetOld(ctx context.Context) {
	n, err := b.Questions.ForgetOld(ctx, b.Now())
	if err != nil {
		b.Log.Warn("old questions of the inbox could not be deleted", "error", err)
	} else if n > 0 {
		b.Log.Info("old questions of the inbox were deleted", "questions", n)
	}
}

// deskInbox is the inbox in a library. Questions that somebody is told of are
// kept at once, others soon.
type deskInbox struct{ b *Bot }

func (d *desk) inbox(b *Bot) Inbox { return deskInbox{b} }

// Pass keeps a question; an error means that it may not be kept.
func (i deskInbox) Pass(ctx context.Context, m Missed) error {
	if !m.Quietly {
		return i.b.passInto(ctx, m)
	}
	select {
	case i.b.desk.passed <- m:
	default:
		i.b.desk.leaveOut()
	}
	return nil
}

func (d *desk) leaveOut() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.left++
}

func (b *Bot) passNow(ctx context.Context, m Missed) {
	if err := b.passInto(ctx, m); err != nil {
		b.Log.Warn("a question could not be kept for the moderators", "error", err)
	}
}

func (b *Bot) passInto(ctx context.Context, m Missed) error {
	w := inbox.OpenQuestion{Question: m.Question, Statement: m.Statement, Reason: m.Reason, Given: m.Answer, Count: 1}
	if m.Counted {
		w.Count = 0
	}
	fresh, err := b.Questions.Pass(ctx, m.Server, w, m.Tell, "inbox-"+m.Once)
	if err == nil && fresh {
		b.notify(ctx, m)
	}
	return err
}

// A notice is when a server's moderators last heard of new questions.
type notice struct {
	at    time.Time
	since int // new ones that they have not heard of
}

// noticeEvery is how often a channel hears of new questions at most.
const noticeEvery = time.Minute

// notify tells the channel of the settings of a new question.
func (b *Bot) notify(ctx context.Context, m Missed) {
	channel := b.Library.Settings(m.Server).NoticeChannel
	if channel == "" {
		return
	}
	b.desk.mu.Lock()
	n := b.desk.noticed[m.Server]
	if n.since++; b.Now().Sub(n.at) < noticeEvery {
		b.desk.noticed[m.Server] = n
		b.desk.mu.Unlock()
		return
	}
	b.desk.noticed[m.Server] = notice{at: b.Now()}
	b.desk.mu.Unlock()
	words := "A new question waits in `/inbox`:\n" + block(harmless(m.Question))
	if n.since > 1 {
		words = fmt.Sprintf("%d new questions wait in `/inbox`, the last:\n%s", n.since, block(harmless(m.Question)))
	}
	p := say(words).page()
	_, err := b.Discord.Send(ctx, channel, &discordgo.MessageSend{Content: p.content, Embeds: p.embeds, Files: p.files(), AllowedMentions: nobody()})
	b.logSent("notice", m.Once, err)
}

// tellSoon has those told who wait for an answer.
func (b *Bot) tellSoon() {
	select {
	case b.desk.told <- struct{}{}:
	default:
	}
}

// keepTelling tells people, now and then also those that a crash or Discord kept
// from it.
func (b *Bot) keepTelling(ctx context.Context) {
	again := time.NewTicker(tellsEvery)
	defer again.Stop()
	for {
		for _, t := range b.Questions.Tells() {
			b.tellOne(ctx, t)
		}
		select {
		case <-b.desk.told:
		case <-again.C:
		case <-ctx.Done():
			return
		}
	}
}

// tellOne sends one direct message, and forgets whom it was sent to, also when
// they take none or left the server.
func (b *Bot) tellOne(ctx context.Context, t inbox.Tell) {
	if ctx.Err() != nil {
		return
	}
	err := b.sendTold(ctx, t)
	if err != nil && !refused(err) && gateway.Code(err) != gateway.CodeTakesNoDirect {
		b.Log.Warn("somebody could not be told of an answer yet", "error", err)
		return
	}
	if err := b.Questions.Told(ctx, t); err != nil {
		b.Log.Error("who was told could not be forgotten", "error", err)
	}
}

func (b *Bot) sendTold(ctx context.Context, t inbox.Tell) error {
	a, ok := b.Knowledge.Fact(t.Fact, t.Server)
	if !ok || t.Server != "" && !b.member(ctx, t.Server, t.User) {
		return nil // it was removed since, or is not theirs to see any more
	}
	channel, err := b.Discord.Direct(ctx, t.User)
	if err != nil {
		return err
	}
	r := Reply{Blocks: append([]Block{{"Your question is answered now:\n" + block(harmless(t.Question)), "Your question is answered now:\n" + t.Question}}, card(a)...)}
	p := r.page()
	_, err = b.Discord.Send(ctx, channel, &discordgo.MessageSend{
		Content: p.content, Embeds: p.embeds, Files: p.files(), AllowedMentions: nobody(),
	})
	return err
}
