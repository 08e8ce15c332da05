package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/gateway"
	"verbatim/kb"
	"verbatim/kb/cite"
	"verbatim/kb/library"
	"verbatim/kb/verify"
)

type serveCommand struct{}

// Help shows what is read from the environment, and an example.
func (serveCommand) Help() string {
	return `The environment says who the bot is and where it listens:
  DISCORD_TOKEN       the bot's token, or DISCORD_TOKEN_FILE, a file that has it
  DISCORD_API_URL     another base of Discord's REST interface, such as a proxy
  VERBATIM_HTTP       where health and metrics are served; 127.0.0.1:9464 unless told, empty: nowhere
  VERBATIM_QUOTA_BYTES, _PARAGRAPHS, _FACTS, _PHRASINGS, _ALIASES, _CITATIONS
                      how much moderators may make one server have, and citations of one fact
SIGTERM lets what is under way be answered, and then ends the program.

Example: verbatim serve --db /var/lib/verbatim/verbatim.db`
}

// usualHTTP is where health and metrics are served unless VERBATIM_HTTP says
// otherwise.
const usualHTTP = "127.0.0.1:9464"

// What ends when the program shall, and how long after that at most, all within
// the 10 s that whoever runs containers waits before it kills.
const (
	answersEnd = 6 * time.Second        // what is being answered
	outboxEnds = 9 * time.Second        // and what is being kept
	learnEnds  = 500 * time.Millisecond // learning, to notice it
)

// Run answers on Discord until the context ends.
func (serveCommand) Run(ctx context.Context, p *program) error {
	token, err := discordToken()
	if err != nil {
		return err
	}
	p.log = slog.New(gateway.Redact(p.log.Handler(), token))
	s, err := p.store(ctx)
	if err != nil {
		return err
	}
	l, err := p.libraryIn(ctx, s, p.Shipped != "off")
	if err != nil {
		return err
	}
	m := newMetrics(l)
	link, b := p.connect(token, l, m)
	stop, err := p.serveHTTP(pages{link: link, store: s, metrics: m})
	if err != nil {
		return err
	}
	defer stop()
	defer p.learnMeanwhile(ctx, l)()
	defer p.runMeanwhile(ctx, b)()
	return link.Run(ctx)
}

// discordToken is the token from the environment.
func discordToken() (string, error) {
	token := os.Getenv("DISCORD_TOKEN")
	if path := os.Getenv("DISCORD_TOKEN_FILE"); token == "" && path != "" {
		content, err := os.ReadFile(path)
		if err != nil {
			return "", fmt.Errorf("read the token from DISCORD_TOKEN_FILE: %w", err)
		}
		token = string(content)
	}
	token = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(token), "Bot "))
	if token == "" {
		return "", errors.New("there is no token: set DISCORD_TOKEN to the one that the Developer Portal shows (Bot, Reset Token), or DISCORD_TOKEN_FILE to a file that has it")
	}
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "", errors.New("the token has a space or a character that no token has: copy it again from the Developer Portal (Bot, Reset Token)")
	}
	return token, nil
}

// connect ties a bot to Discord; nothing is sent before Run.
func (p *program) connect(token string, l *library.Library, m *metrics) (*gateway.Link, *bot.Bot) {
	var link *gateway.Link
	var b *bot.Bot
	link = gateway.New(gateway.Config{
		Token: token, API: os.Getenv("DISCORD_API_URL"), Intents: bot.Intents, Commands: bot.Commands(),
		Log: p.log, Metrics: m, Timing: gateway.Timing{Drain: answersEnd},
		Interaction: func(ctx context.Context, i *discordgo.Interaction) { b.Interaction(ctx, i) },
		Message:     func(ctx context.Context, m *discordgo.Message) { b.Message(ctx, m) },

		PermissionsChanged: func(guild string) { b.PermissionsChanged(guild) },
	})
	b = bot.New(bot.Config{
		Knowledge: l, Library: l, AttachmentHosts: attachmentHosts(), Discord: link.Client(), Key: bot.Key(token), Styles: styles(), Log: p.log, Metrics: m,
		Me: func() string {
			if me := link.Me(); me != nil {
				return me.ID
			}
			return ""
		},
	})
	return link, b
}

// attachmentHosts are where attachments are besides on Discord's own hosts: on
// whatever stands in for Discord.
func attachmentHosts() []string {
	base, err := url.Parse(os.Getenv("DISCORD_API_URL"))
	if err != nil || base.Host == "" {
		return nil
	}
	return []string{base.Host}
}

// runMeanwhile does what goes on beside answering, as long as anything is still
// answered. What it returns ends it and waits until the rest is kept, or until it
// is too late for that.
func (p *program) runMeanwhile(ctx context.Context, b *bot.Bot) (wait func()) {
	late := make(chan struct{})
	context.AfterFunc(ctx, func() { time.AfterFunc(outboxEnds, func() { close(late) }) })
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		b.Run(ctx)
	}()
	return func() {
		stop()
		select {
		case <-ended:
		case <-late:
			p.log.Warn("questions for moderators and counts of the last seconds could not be kept in time")
		}
	}
}

// styles are the ones in which a source is cited.
func styles() []bot.Style {
	named := func(name string, write func(cite.Work, cite.Italic) cite.Citation) bot.Style {
		return bot.Style{Name: name, Cite: func(a kb.Answer, c kb.Cited) (entry, note string) {
			written := write(verify.Work(c, a.Statement, a.Speaker), nil)
			return written.Entry, written.Note
		}}
	}
	return []bot.Style{named("Chicago", cite.Chicago), named("APA", cite.APA), named("MLA", cite.MLA)}
}

// learnMeanwhile learns while questions are answered already. What it returns
// waits for that to end, after the context has.
func (p *program) learnMeanwhile(ctx context.Context, l *library.Library) (wait func()) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := p.learn(ctx, l); err == nil {
			p.log.Info("answers have their full quality")
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

// httpAddress is where health and metrics are served; empty for nowhere.
func httpAddress() string {
	if address, told := os.LookupEnv("VERBATIM_HTTP"); told {
		return address
	}
	return usualHTTP
}
