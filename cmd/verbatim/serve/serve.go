package serve

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/endpoint"
	"verbatim/bot/gateway"
	"verbatim/kb"
	"verbatim/kb/cite"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/verify"
)

// What ends when the program shall, and how long after that at most, all within
// the 10 s that whoever runs containers waits before it kills.
const (
	answersEnd = 6 * time.Second        // what is being answered
	outboxEnds = 9 * time.Second        // and what is being kept
	learnEnds  = 500 * time.Millisecond // learning, to notice it
)

// A Bot is what is needed to answer.
type Bot struct {
	Library *library.Library
	Store   store.Store // the one that the library is of
	Log     *slog.Logger
	Learn   func(context.Context) error // brings the library to its full quality
}

// Run answers on Discord until the context ends.
func (s Settings) Run(ctx context.Context, b Bot) error {
	m := newMetrics(b.Library)
	t, handlers := s.connect(b, m)
	m.watch(t.ready)
	stop, err := serveHTTP(s.http, pages{ready: t.ready, store: b.Store, metrics: m}.watched(s.http), b.Log)
	if err != nil {
		return fmt.Errorf("health and metrics cannot be served: set VERBATIM_HTTP to another address, or to nothing: %w", err)
	}
	defer stop()
	stop, err = serveHTTP(s.interactions, endpoint.New(endpoint.Config{Key: t.publicKey, Take: t.take, Log: b.Log}), b.Log)
	if err != nil {
		return fmt.Errorf("interactions cannot be taken: set VERBATIM_INTERACTIONS to another address: %w", err)
	}
	defer stop()
	context.AfterFunc(ctx, stop) // before what was taken is waited for
	defer b.learnMeanwhile(ctx)()
	defer b.runMeanwhile(ctx, handlers)()
	return t.run(ctx)
}

// connect ties a bot to Discord; nothing is sent before the ties run.
func (s Settings) connect(with Bot, m *metrics) (*ties, *bot.Bot) {
	var b *bot.Bot
	intents := bot.Intents
	if s.reads {
		intents = bot.ReadingIntents
	}
	t := newTies(gateway.Config{
		Token: s.token, API: s.api, Intents: intents, Commands: bot.Commands(),
		Log: with.Log, Metrics: m, Timing: gateway.Timing{Drain: answersEnd},
		Interaction: func(ctx context.Context, i *discordgo.Interaction) { b.Interaction(ctx, i) },
		Message:     func(ctx context.Context, m *discordgo.Message) { b.Message(ctx, m) },

		PermissionsChanged: func(guild string) { b.PermissionsChanged(guild) },
	}, s.shards, s.interactions != "")
	b = bot.New(bot.Config{
		Knowledge: with.Library, Library: with.Library, AttachmentHosts: s.attachmentHosts(), Discord: t.links[0].Client(),
		Key: bot.Key(s.token), Styles: styles(), Log: with.Log, Metrics: m, Me: t.me, Shared: s.several(), Reads: s.reads,
	})
	return t, b
}

// runMeanwhile does what goes on beside answering, as long as anything is still
// answered. What it returns ends it and waits until the rest is kept, or until it
// is too late for that.
func (b Bot) runMeanwhile(ctx context.Context, handlers *bot.Bot) (wait func()) {
	late := make(chan struct{})
	context.AfterFunc(ctx, func() { time.AfterFunc(outboxEnds, func() { close(late) }) })
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		handlers.Run(ctx)
	}()
	return func() {
		stop()
		select {
		case <-ended:
		case <-late:
			b.Log.Warn("questions for moderators and counts of the last seconds could not be kept in time")
		}
	}
}

// styles are the ones in which a source is cited: for readers, and for programs that
// keep references.
func styles() []bot.Style {
	named := func(name string, write func(cite.Work, cite.Italic) cite.Citation) bot.Style {
		return bot.Style{Name: name, Cite: func(a kb.Answer, c kb.Cited) (entry, note string) {
			written := write(verify.Work(c, a.Statement, a.Speaker), nil)
			return written.Entry, written.Note
		}}
	}
	kept := func(name string, write func(...cite.Work) string) bot.Style {
		return bot.Style{Name: name, Cite: func(a kb.Answer, c kb.Cited) (entry, note string) {
			return strings.TrimSpace(write(verify.Work(c, a.Statement, a.Speaker))), ""
		}}
	}
	return []bot.Style{
		named("Chicago", cite.Chicago), named("APA", cite.APA), named("MLA", cite.MLA),
		kept("BibTeX", cite.BibTeX), kept("CSL-JSON", cite.CSLJSON), kept("RIS", cite.RIS),
	}
}

// learnMeanwhile learns while questions are answered already. What it returns
// waits for that to end, after the context has.
func (b Bot) learnMeanwhile(ctx context.Context) (wait func()) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := b.Learn(ctx); err == nil {
			b.Log.Info("answers have their full quality")
		}
		runtime.GC()            // one collection alone may leave 6 MB of what has just ended
		debug.FreeOSMemory()    // what starting took, some 50 MB
		debug.SetGCPercent(200) // half as many collections for some 13 MB more under load
	}()
	return func() {
		select {
		case <-ended:
		case <-time.After(learnEnds):
		}
	}
}
