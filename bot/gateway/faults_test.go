package gateway_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/fault"
	"verbatim/bot/gateway"
)

const (
	callbacks = "POST /interactions/*/*/callback"
	edits     = "PATCH /webhooks/*/*/messages/@original"
	followUps = "POST /webhooks/*/*"
	writes    = "POST /channels/*/messages"
)

func TestAnswersDespiteFaults(t *testing.T) {
	t.Parallel()
	const pause = 30 * time.Millisecond
	for _, c := range []struct {
		name   string
		faults []fault.Fault
	}{
		{"a limit of the route", []fault.Fault{fault.RouteLimit(pause)}},
		{"a limit of all", []fault.Fault{fault.GlobalLimit(pause)}},
		{"a limit that others share", []fault.Fault{fault.SharedLimit(pause)}},
		{"a page of HTML with the time to wait", []fault.Fault{fault.HTMLLimit(pause)}},
		{"a page of HTML without", []fault.Fault{fault.HTMLLimit(0)}},
		{"500", []fault.Fault{fault.Status(500)}},
		{"502 and 503", []fault.Fault{fault.Status(502), fault.Status(503)}},
		{"no answer at all", []fault.Fault{fault.Hang()}},
		{"an answer that is lost on its way", []fault.Fault{fault.LoseAnswer()}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, ann := world(t)
			e := run(t, d, in(func(timing *gateway.Timing) { timing.Attempt = time.Second }))
			d.Fault(callbacks, c.faults...)
			says(t, ann, "hello")
			d.Fault(writes, c.faults...)
			if got := ann.Mention("hi").Text(); got != "You wrote @Verbatim hi." {
				t.Errorf("the message is %q", got)
			}
			d.Fault(edits, c.faults...)
			if got := ann.Slash("say", "word", "late").Text(); got != "At last." {
				t.Errorf("the edit is %q", got)
			}
			if err := e.stop(); err != nil || e.counted("error") != 0 {
				t.Errorf("Run ended with %v; %v", err, e.counts)
			}
			// One more of each than without faults, and one more callback for "late".
			n := len(c.faults)
			if got := len(d.Requests(callbacks)); got != n+2 {
				t.Errorf("%d callbacks, want %d", got, n+2)
			}
			if got := len(d.Requests(writes)); got != n+1 {
				t.Errorf("%d messages, want %d", got, n+1)
			}
			if got := len(d.Requests(edits)); got != n+1 {
				t.Errorf("%d edits, want %d", got, n+1)
			}
		})
	}
}

// TestNothingIsSaidTwice loses the answer to each kind of call after it was
// done.
func TestNothingIsSaidTwice(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	followed := make(chan error, 1)
	run(t, d, on(func(ctx context.Context, c *gateway.Client, i *discordgo.Interaction) {
		_ = c.Respond(ctx, i, answer("one"))
		_, err := c.FollowUp(ctx, i, &discordgo.WebhookParams{Content: "two"})
		followed <- err
	}))
	d.Fault(writes, fault.LoseAnswer(), fault.LoseAnswer())
	first := ann.Mention("first")
	if got := first.Text(); got != "You wrote @Verbatim first." {
		t.Errorf("the message is %q", got)
	}
	d.Eventually(func() bool { return len(d.Requests(writes)) == 3 })
	ann.Mention("second").Text()
	if got := first.Next().Text(); got != "You wrote @Verbatim second." {
		t.Errorf("after the first answer comes %q", got)
	}
	d.Fault(followUps, fault.LoseAnswer())
	reply := ann.Slash("say", "word", "x")
	if got := reply.Next().Text(); got != "two" {
		t.Errorf("the follow-up is %q", got)
	}
	if err := <-followed; err == nil {
		t.Error("a follow-up whose answer was lost is no error")
	}
	if n := len(d.Requests(followUps)); n != 1 {
		t.Errorf("%d follow-ups sent, want 1", n)
	}
}

func TestTooLateAndAnsweredAlready(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	errs := make(chan error, 2)
	run(t, d, on(func(ctx context.Context, c *gateway.Client, i *discordgo.Interaction) {
		errs <- c.Respond(ctx, i, answer("one"))
		errs <- c.Respond(ctx, i, answer("two"))
	}))
	ann.Slash("say", "word", "x")
	if err := <-errs; err != nil {
		t.Errorf("the first answer: %v", err)
	}
	if err := <-errs; gateway.Code(err) != gateway.CodeAnswered {
		t.Errorf("the second answer: %v", err)
	}
	d.Fault(callbacks, fault.TooLate(), fault.TooLate())
	ann.Slash("say", "word", "x")
	for range 2 {
		err := <-errs
		if gateway.Code(err) != gateway.CodeTooLate || !strings.Contains(err.Error(), "Unknown interaction (10062)") {
			t.Errorf("too late: %v", err)
		}
	}
	if n := len(d.Requests(callbacks)); n != 4 {
		t.Errorf("%d calls: what is refused was tried again", n)
	}
}

// TestEndlessFaultsEnd has faults that do not end, and calls that then must.
func TestEndlessFaultsEnd(t *testing.T) {
	t.Parallel()
	limited := func(err error) bool {
		var r *gateway.RateLimited
		return errors.As(err, &r) && r.After > 0
	}
	failed := func(err error) bool { return err != nil && len(err.Error()) < 300 }
	for name, c := range map[string]struct {
		fault fault.Fault
		is    func(error) bool
	}{
		"a limit for an hour":          {fault.RouteLimit(time.Hour), limited},
		"a limit of all for an hour":   {fault.GlobalLimit(time.Hour), limited},
		"a short limit, over and over": {fault.RouteLimit(time.Millisecond), limited},
		"a page of HTML":               {fault.HTMLLimit(0), limited},
		"500":                          {fault.Status(500), failed},
		"502":                          {fault.Status(502), failed},
		"no answer at all":             {fault.Hang(), func(err error) bool { return errors.Is(err, context.DeadlineExceeded) }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, ann := world(t)
			// Of its own it ends too: no call is without a deadline.
			e := run(t, d, in(func(timing *gateway.Timing) { timing.Call = time.Second }))
			d.FaultAlways("* /channels/*/messages", c.fault)
			start := time.Now()
			_, err := e.Client().Send(context.Background(), ann.Says("x").Channel(), &discordgo.MessageSend{Content: "x"})
			if !c.is(err) {
				t.Errorf("the error is %v", err)
			}
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("it took %v", took)
			}
			if n := len(d.Requests(writes)); n < 1 || n > 5 {
				t.Errorf("%d attempts", n)
			}
		})
	}
}

// TestACallThatEndsWithItsContext cancels the contexts of calls that hang or
// wait.
func TestACallThatEndsWithItsContext(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]fault.Fault{
		"while it hangs":             fault.Hang(),
		"while it waits for a limit": fault.RouteLimit(4 * time.Second),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, ann := world(t)
			c := run(t, d).Client()
			d.FaultAlways("GET /guilds/*/members/*", fault)
			ctx, cancel := context.WithCancel(context.Background())
			done := make(chan error, 1)
			go func() {
				_, err := c.Member(ctx, d.Guild("News").ID(), ann.ID())
				done <- err
			}()
			d.Eventually(func() bool { return len(d.Requests("GET /guilds/*/members/*")) == 1 })
			cancel()
			select {
			case err := <-done:
				if err == nil {
					t.Error("no error")
				}
			case <-time.After(3 * time.Second):
				t.Error("it went on")
			}
		})
	}
}

func TestCallsArePausedLongBeforeTheBan(t *testing.T) {
	t.Parallel()
	d, _ := world(t, discordtest.Unchecked())
	e := run(t, d)
	const members = "GET /guilds/*/members/*"
	d.FaultAlways(members, fault.Status(http.StatusForbidden))
	gateway.Refuse(e.Client(), 960) // that Discord takes 40 such calls a second makes the rest of the time
	var err error
	for range 60 {
		_, err = e.Client().Member(context.Background(), "1", "2")
	}
	if !errors.Is(err, gateway.ErrPaused) || e.counted("paused") == 0 {
		t.Errorf("the last error is %v", err)
	}
	if n := len(d.Requests(members)); n != 40 {
		t.Errorf("%d calls were refused, want 40 after 960, of the 10,000 that end in a ban", n)
	}
}
