package load_test

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
	"verbatim/data"
	"verbatim/kb/file"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// shipped are the statements that come with the program.
func shipped(t testing.TB) []library.File {
	t.Helper()
	files, err := library.Files(data.Statements)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// opened is a library in a database, with the shipped statements.
func opened(t testing.TB) *library.Library {
	t.Helper()
	s, err := database.Open(t.Context(), filepath.Join(t.TempDir(), "load.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	l, err := library.Open(t.Context(), s, library.Options{Shipped: shipped(t)})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// questions are all that the shipped statements are known to answer.
func questions(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, content := range shipped(t) {
		statements, err := file.Read(content.Name, bytes.NewReader(content.Content))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range statements {
			for _, f := range s.Facts {
				all = append(append(all, f.Question), f.AlsoAsked...)
			}
		}
	}
	return all
}

// verbatim connects the bot, with limits that nobody reaches.
func verbatim(t testing.TB, d *discordtest.Discord, timing gateway.Timing) {
	t.Helper()
	l := opened(t)
	if *load { // without, nobody looks at what is answered
		if err := l.Learn(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	usual := debug.SetGCPercent(200) // as serve does; the echo has it too then
	t.Cleanup(func() { debug.SetGCPercent(usual) })
	var b *bot.Bot
	link := gateway.New(gateway.Config{
		Token: d.Token(), API: d.URL(), Intents: bot.Intents, Commands: bot.Commands(), Timing: timing,
		Interaction: func(ctx context.Context, i *discordgo.Interaction) { b.Interaction(ctx, i) },
		Message:     func(ctx context.Context, m *discordgo.Message) { b.Message(ctx, m) },
	})
	b = bot.New(bot.Config{
		Knowledge: l, Discord: link.Client(), Me: d.BotID, Key: bot.Key(d.Token()),
		Limits: bot.Limits{User: 1e9, UserBurst: 1e9, Server: 1e9, ServerBurst: 1e9},
	})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- link.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	d.WaitConnected()
	d.WaitCommands()
}

// echo connects bare discordgo, as its examples have it: it says what it was
// asked.
func echo(t testing.TB, d *discordtest.Discord) {
	t.Helper()
	s, err := echoing(d.Token(), d.URL(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	d.WaitConnected()
}

// echoing is one shard of an echo bot, connected.
func echoing(token, address string, shard, of int) (*discordgo.Session, error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	s, err := discordgo.New("Bot " + token)
	if err != nil {
		return nil, err
	}
	s.ShardID, s.ShardCount = shard, of
	s.Client = &http.Client{Transport: elsewhere{base}}
	s.Identify.Intents = bot.Intents
	s.LogLevel = -1
	s.AddHandler(func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		said := i.ApplicationCommandData().Options[0].StringValue()
		_ = s.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{Content: said},
		})
	})
	return s, s.Open()
}

// elsewhere sends requests to a stand-in, over as many connections as are
// wanted.
type elsewhere struct{ base *url.URL }

var wide = func() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 256, 256
	return t
}()

func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	there, request := *r.URL, *r
	there.Scheme, there.Host = e.base.Scheme, e.base.Host
	request.URL = &there
	return wide.RoundTrip(&request)
}
