package gateway_test

import (
	"context"
	"crypto/ed25519"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/socket"
	"verbatim/bot/gateway"
)

func TestWhatAPersonMustChangeEndsRun(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code int
		want string
	}{
		{4004, "copy the current one from the Developer Portal"},
		{4013, "use a released version"},
		{4014, "switch it on in the Developer Portal"},
	} {
		for name, when := range map[string]func(*discordtest.Discord){
			"at the start": nil,
			"on IDENTIFY": func(d *discordtest.Discord) {
				d.OnIdentify(socket.CloseWith(c.code))
				d.Do(socket.InvalidSession(false))
			},
			"on RESUME":     func(d *discordtest.Discord) { d.OnResume(socket.CloseWith(c.code)); d.Drop() },
			"while running": func(d *discordtest.Discord) { d.Do(socket.CloseWith(c.code)) },
		} {
			t.Run(strings.Join([]string{c.want, name}, ", "), func(t *testing.T) {
				t.Parallel()
				d, _ := world(t)
				var e *echo
				if when == nil {
					d.OnIdentify(socket.CloseWith(c.code))
					e = begin(t, d)
				} else {
					e = run(t, d)
					when(d)
				}
				err := e.waits(t)
				if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("Run ended with %q, want one sentence with %q", err, c.want)
				}
				if e.Ready() {
					t.Error("ready after the end")
				}
			})
		}
	}
}

func TestAWrongTokenAndAPrivilegedIntent(t *testing.T) {
	t.Parallel()
	for want, change := range map[string]change{
		"4004": func(_ *echo, c *gateway.Config) { c.Token = "another" },
		"4013": func(_ *echo, c *gateway.Config) { c.Intents = 1 << 30 },
		"4014": func(_ *echo, c *gateway.Config) { c.Intents = discordgo.IntentMessageContent },
	} {
		d, _ := world(t)
		if err := begin(t, d, change).waits(t); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Run ended with %q, want %s", err, want)
		}
	}
}

func TestRunEndsAfterTheAnswersThatAreUnderWay(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	let, errs := make(chan bool), make(chan error, 2)
	e := run(t, d, on(func(ctx context.Context, c *gateway.Client, i *discordgo.Interaction) {
		errs <- c.Respond(ctx, i, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
		})
		<-let
		text := "At last."
		_, err := c.EditOriginal(ctx, i, &discordgo.WebhookEdit{Content: &text})
		errs <- err
	}))
	late := ann.Slash("say", "word", "x")
	if err := <-errs; err != nil {
		t.Error(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- e.stop() }()
	if !d.Eventually(func() bool { return !d.Connected() }) || e.Ready() {
		t.Error("it is still connected")
	}
	select {
	case err := <-ended:
		t.Errorf("Run ended before the answer was whole: %v", err)
	default:
	}
	close(let)
	if err := <-ended; err != nil {
		t.Errorf("Run ended with %v", err)
	}
	if err := <-errs; err != nil {
		t.Error(err)
	}
	if got := late.Text(); got != "At last." {
		t.Errorf("the answer that was under way is %q", got)
	}
}

func TestRunDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	let, came := make(chan error, 1), make(chan bool)
	e := run(t, d, on(func(ctx context.Context, _ *gateway.Client, _ *discordgo.Interaction) {
		close(came)
		<-ctx.Done() // hangs until it is let go
		let <- ctx.Err()
	}), in(func(timing *gateway.Timing) { timing.Drain = 100 * time.Millisecond }))
	ann.Slash("say", "word", "hello")
	<-came
	if err := e.stop(); err != nil {
		t.Errorf("Run ended with %v", err)
	}
	if err := <-let; err != context.Canceled {
		t.Errorf("the handler's context ended with %v", err)
	}
}

func TestRunEndsWhileItWaits(t *testing.T) {
	t.Parallel()
	d, _ := world(t)
	d.RefuseConnections(true)
	e := begin(t, d, in(func(timing *gateway.Timing) { timing.ReconnectMin, timing.ReconnectMax = time.Hour, time.Hour }))
	d.Eventually(func() bool { return e.counted("ended refused") == 1 })
	if err := e.stop(); err != nil {
		t.Errorf("Run ended with %v", err)
	}
}

func TestNothingIsTakenBeforeALinkAttendsAndOnceItEnds(t *testing.T) {
	d := discordtest.Start(t)
	link := gateway.New(gateway.Config{
		Token: d.Token(), API: d.URL(), Log: slog.New(slog.DiscardHandler), Interaction: func(context.Context, *discordgo.Interaction) {},
	})
	const posted = `{"id": "7", "type": 2}`
	if link.Take([]byte(posted)) {
		t.Error("an interaction is taken before anybody attends")
	}
	ctx, stop := context.WithCancel(t.Context())
	ready, ended := make(chan bool), make(chan error)
	go func() { ended <- link.Attend(ctx, func(ed25519.PublicKey) { close(ready) }) }()
	<-ready
	if !d.Eventually(func() bool { return link.Take([]byte(posted)) }) {
		t.Error("no interaction is taken while somebody attends")
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if link.Take([]byte(posted)) {
		t.Error("an interaction is taken after the end")
	}
}
