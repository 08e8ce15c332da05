package gateway_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
)

// quick are pauses with which a test takes no time. Limits are not shorter
// than they are because a busy machine may stand still for a while.
var quick = gateway.Timing{
	ReconnectMin: 5 * time.Millisecond, ReconnectMax: 40 * time.Millisecond,
	IdentifyPause: 50 * time.Millisecond, RetryMin: 5 * time.Millisecond,
	Drain: 5 * time.Second,
}

// echo is a bot that repeats what it is told.
type echo struct {
	*gateway.Link
	d     *discordtest.Discord
	ended chan error
	stop  func() error // ends Run and returns what it returned

	mu         sync.Mutex
	log        bytes.Buffer
	counts     map[string]int
	identified []time.Time
}

// Write is for the log.
func (e *echo) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.log.Write(p)
}

func (e *echo) logged() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.log.String()
}

func (e *echo) count(what string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.counts[what]++
}

func (e *echo) counted(what string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.counts[what]
}

// counts is the Metrics of an echo.
type counts struct{ *echo }

func (c counts) Event(kind string)   { c.count("event " + kind) }
func (c counts) Ended(reason string) { c.count("ended " + reason) }
func (c counts) Panicked()           { c.count("panicked") }
func (c counts) Paused()             { c.count("paused") }

func (c counts) Identified() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.identified = append(c.identified, time.Now())
}

func (c counts) Request(route string, status int, _ time.Duration) {
	c.count(fmt.Sprintf("%s %d", route, status))
}

// change is what a test has otherwise.
type change func(*echo, *gateway.Config)

// on lets another function have the interactions.
func on(f func(context.Context, *gateway.Client, *discordgo.Interaction)) change {
	return func(e *echo, c *gateway.Config) {
		c.Interaction = func(ctx context.Context, i *discordgo.Interaction) { f(ctx, e.Client(), i) }
	}
}

// in changes the timing.
func in(f func(*gateway.Timing)) change {
	return func(_ *echo, c *gateway.Config) { f(&c.Timing) }
}

// run starts a bot and waits until it is connected.
func run(t testing.TB, d *discordtest.Discord, changes ...change) *echo {
	t.Helper()
	e := begin(t, d, changes...)
	d.Eventually(e.Ready)
	d.WaitCommands()
	return e
}

// begin starts a bot.
func begin(t testing.TB, d *discordtest.Discord, changes ...change) *echo {
	t.Helper()
	e := &echo{d: d, ended: make(chan error, 1), counts: map[string]int{}}
	c := gateway.Config{
		Token: d.Token(), API: d.URL(), Timing: quick,
		Intents:     discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages,
		Interaction: e.interaction, Message: e.message,
		Commands: commands(),
		Log:      slog.New(slog.NewTextHandler(e, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Metrics:  counts{e},
	}
	for _, f := range changes {
		f(e, &c)
	}
	e.Link = gateway.New(c)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		e.ended <- e.Run(ctx)
		close(e.ended)
	}()
	e.stop = func() error {
		cancel()
		return <-e.ended
	}
	t.Cleanup(func() {
		_ = e.stop()
		for _, secret := range []string{d.Token(), "aW50ZXJhY3Rpb24"} { // the bot's, and how interactions' begin
			if strings.Contains(e.logged(), secret) {
				t.Errorf("a token is in the log:\n%s", e.logged())
			}
		}
		if t.Failed() {
			t.Log(e.logged())
		}
	})
	return e
}

func commands() []*discordgo.ApplicationCommand {
	return []*discordgo.ApplicationCommand{{
		Name: "say", Description: "Say a word", Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionString, Name: "word", Description: "Which", Required: true, Autocomplete: true},
		},
	}}
}

// interaction answers with the word, and does what some words say.
func (e *echo) interaction(ctx context.Context, i *discordgo.Interaction) {
	e.count("interaction")
	data, ok := i.Data.(discordgo.ApplicationCommandInteractionData)
	if !ok || len(data.Options) == 0 {
		e.check(e.Client().Respond(ctx, i, answer("I do not know that.")))
		return
	}
	word, _ := data.Options[0].Value.(string)
	switch {
	case i.Type == discordgo.InteractionApplicationCommandAutocomplete:
		e.check(e.Client().Respond(ctx, i, &discordgo.InteractionResponse{
			Type: discordgo.InteractionApplicationCommandAutocompleteResult,
		}))
	case word == "panic":
		panic("as I was told")
	case word == "late":
		e.late(ctx, i)
	default:
		e.check(e.Client().Respond(ctx, i, answer("You said "+word+".")))
	}
}

// late answers in two steps.
func (e *echo) late(ctx context.Context, i *discordgo.Interaction) {
	e.check(e.Client().Respond(ctx, i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
	}))
	text := "At last."
	_, err := e.Client().EditOriginal(ctx, i, &discordgo.WebhookEdit{Content: &text})
	e.check(err)
}

func (e *echo) message(ctx context.Context, m *discordgo.Message) {
	if m.Author == nil || m.Author.Bot || m.Content == "" {
		return
	}
	e.count("message")
	_, err := e.Client().Send(ctx, m.ChannelID, &discordgo.MessageSend{Content: "You wrote " + m.Content + "."})
	e.check(err)
}

func (e *echo) check(err error) {
	if err != nil {
		e.count("error")
		e.count(fmt.Sprintf("code %d", gateway.Code(err)))
	}
}

func answer(text string) *discordgo.InteractionResponse {
	return &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{Content: text},
	}
}

// says asks and wants the answer.
func says(t *testing.T, p *discordtest.Person, word string) {
	t.Helper()
	if got, want := p.Slash("say", "word", word).Text(), "You said "+word+"."; got != want {
		t.Errorf("the answer to %q is %q, want %q", word, got, want)
	}
}

// waits wants Run to end, and returns how.
func (e *echo) waits(t *testing.T) error {
	t.Helper()
	select {
	case err := <-e.ended:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("Run did not end")
		return errors.New("")
	}
}

// world is a stand-in with ann in a server.
func world(t testing.TB, options ...discordtest.Option) (*discordtest.Discord, *discordtest.Person) {
	t.Helper()
	d := discordtest.Start(t, options...)
	return d, d.Guild("News").Member("ann")
}
