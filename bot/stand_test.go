package bot_test

import (
	"bytes"
	"context"
	"flag"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"golang.org/x/tools/txtar"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/play"
	"verbatim/bot/gateway"
	"verbatim/bot/outbox"
)

var _ = flag.Bool("update", false, "write what people saw into the conversations")

func TestConversations(t *testing.T) {
	play.Conversations(t, "testdata/*.txtar", func(t *testing.T, d *discordtest.Discord, a *txtar.Archive) {
		stand(t, d, shelve(t, d, a), patient)
	})
}

// patient does not put an answer off in a conversation, however busy the machine is.
func patient(c *bot.Config) { c.Defer = play.Patience / 2 }

// inbox keeps what is passed on.
type open struct {
	mu   sync.Mutex
	once map[string]bool
	kept []outbox.Missed
	fail error
}

func (i *open) Pass(_ context.Context, m outbox.Missed) error {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.fail != nil {
		return i.fail
	}
	if !i.once[m.Once] {
		i.once[m.Once] = true
		i.kept = append(i.kept, m)
	}
	return nil
}

func (i *open) all() []outbox.Missed {
	i.mu.Lock()
	defer i.mu.Unlock()
	return append([]outbox.Missed{}, i.kept...)
}

// clock can be set forward.
type clock struct {
	mu    sync.Mutex
	ahead time.Duration
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.ahead)
}

func (c *clock) forward(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead += by
}

// standing is a bot at a stand-in.
type standing struct {
	*bot.Bot
	inbox *open
	clock *clock
	log   *logged
	key   []byte
}

// logged is a log that can be read while it is written.
type logged struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// stand connects a bot to a stand-in until the test ends.
func stand(t testing.TB, d *discordtest.Discord, k bot.Knowledge, change ...func(*bot.Config)) *standing {
	t.Helper()
	s := &standing{inbox: &open{once: map[string]bool{}}, clock: &clock{}, log: &logged{}, key: bot.Key(d.Token())}
	log := slog.New(slog.NewTextHandler(s.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	intents := bot.Intents
	if d.Privileged { // what is allowed is asked for
		intents = bot.ReadingIntents
	}
	link := gateway.New(gateway.Config{
		Token: d.Token(), API: d.URL(), Intents: intents, Commands: bot.Commands(), Log: log,
		Interaction: func(ctx context.Context, i *discordgo.Interaction) { s.Interaction(ctx, i) },
		Message:     func(ctx context.Context, m *discordgo.Message) { s.Message(ctx, m) },
		Timing:      gateway.Timing{Drain: 2 * time.Second},

		PermissionsChanged: func(guild string) { s.PermissionsChanged(guild) },
	})
	c := bot.Config{
		Knowledge: k, Discord: link.Client(), Me: d.BotID, Key: s.key, Inbox: s.inbox, Log: log, Now: s.clock.now,
		Limits: bot.Limits{UserBurst: 1000},
	}
	for _, f := range change {
		f(&c)
	}
	s.Bot = bot.New(c)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- link.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if strings.Contains(s.log.String(), d.Token()) {
			t.Error("the token is in the log")
		}
	})
	d.WaitConnected()
	d.WaitCommands()
	return s
}
