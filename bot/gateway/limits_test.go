package gateway_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest/fault"
	"verbatim/bot/gateway"
)

func TestALimitOfAllHoldsBackAllButAnswers(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	c := run(t, d).Client()
	d.Fault("GET /guilds/*/members/*", fault.GlobalLimit(time.Hour))
	if _, err := c.Member(context.Background(), d.Guild("News").ID(), ann.ID()); err == nil {
		t.Error("a call was answered despite the limit")
	}
	_, err := c.Direct(context.Background(), ann.ID())
	var limited *gateway.RateLimited
	if !errors.As(err, &limited) || !limited.Global || limited.After < time.Minute {
		t.Errorf("another call: %v", err)
	}
	if n := len(d.Requests("POST /users/@me/channels")); n != 0 {
		t.Errorf("%d calls were made within the limit of all", n)
	}
	says(t, ann, "hello") // Discord does not count answers in it
}

func TestLimitsInHeadersAreKept(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	d.Limit(writes, 3, 200*time.Millisecond)
	channel := ann.Says("x").Channel()
	for range 8 {
		if _, err := e.Client().Send(context.Background(), channel, &discordgo.MessageSend{Content: "x"}); err != nil {
			t.Error(err)
		}
	}
	if n := e.counted("POST /channels/*/messages 429"); n != 0 {
		t.Errorf("%d calls beyond the limit", n)
	}
}

// TestAnswersAreMadeWhateverWasRefused has Discord refuse so many calls that no other
// is made any more.
func TestAnswersAreMadeWhateverWasRefused(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	gateway.Refuse(e.Client(), 1000)
	if _, err := e.Client().Direct(context.Background(), ann.ID()); !errors.Is(err, gateway.ErrPaused) {
		t.Fatalf("after a thousand refusals a call is made: %v", err)
	}
	says(t, ann, "hello")
	if got := ann.Slash("say", "word", "late").Text(); got != "At last." {
		t.Errorf("an answer filled in later: %q", got)
	}
}

func TestEditsOfOneAnswerDoNotHoldBackOthers(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	d.Fault(edits, fault.RouteLimit(time.Hour))
	ann.Slash("say", "word", "late")
	d.Eventually(func() bool { return e.counted("error") == 1 })
	if got := ann.Slash("say", "word", "late").Text(); got != "At last." {
		t.Errorf("got %q", got)
	}
}

// TestNoMoreCallsASecondThanDiscordTakes makes many calls at once, and counts
// those of any one second.
func TestNoMoreCallsASecondThanDiscordTakes(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	c := run(t, d).Client()
	const calls = 70
	done := make(chan error)
	for range calls {
		go func() {
			_, err := c.Direct(context.Background(), ann.ID())
			done <- err
		}()
	}
	for range calls {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	sent := d.Requests("POST /users/@me/channels")
	// Of 70 calls, 10 go at once and the others 40 a second.
	if took := sent[len(sent)-1].At.Sub(sent[0].At); took < time.Second {
		t.Errorf("%d calls within %v, of which Discord takes 50 a second", len(sent), took)
	}
}
