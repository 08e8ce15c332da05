package gateway_test

import (
	"context"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/socket"
	"verbatim/bot/gateway"
)

func TestEventsThatComeTwiceAreHandledOnce(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	d.Twice()
	says(t, ann, "hello")
	if got := ann.Mention("hello").Text(); got != "You wrote @Verbatim hello." {
		t.Errorf("got %q", got)
	}
	d.Drop() // and RESUME brings the last one again
	d.Eventually(func() bool { return e.counted("event RESUMED") > 0 })
	says(t, ann, "again")
	if !d.Eventually(func() bool { return e.counted("event INTERACTION_CREATE") == 4 }) {
		t.Fatalf("the events came once only: %v", e.counts)
	}
	if e.counted("interaction") != 2 || e.counted("message") != 1 || e.counted("error") != 0 {
		t.Errorf("handled %v, want 2 interactions and 1 message", e.counts)
	}
}

func TestAPanicHarmsNothingElse(t *testing.T) {
	t.Parallel()
	d, ann := world(t, discordtest.AcknowledgeWithin(time.Second))
	e := run(t, d)
	if got := ann.Slash("say", "word", "panic").Text(); got != "(The application did not respond)" {
		t.Errorf("got %q", got)
	}
	says(t, ann, "hello")
	if e.counted("panicked") != 1 || len(d.Connections()) != 1 {
		t.Errorf("%v, %d connections", e.counts, len(d.Connections()))
	}
}

// TestInteractionsThatNobodyExpects has what discordgo passes on without data
// or what its own readers panic on.
func TestInteractionsThatNobodyExpects(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	unknown := []any{map[string]any{"type": 99, "components": []any{}}}
	for name, c := range map[string]struct {
		kind int
		data map[string]any
	}{
		"no data":                        {2, nil},
		"a kind of interaction of later": {9, map[string]any{"x": 1}},
		"a component of later in a form": {5, map[string]any{"custom_id": "f", "components": unknown}},
		"data of another shape":          {2, map[string]any{"options": 7}},
		"a message with a component of later": {2, map[string]any{
			"type": 3, "target_id": "1", "resolved": map[string]any{"messages": map[string]any{"1": map[string]any{"id": "1", "components": unknown}}},
		}},
	} {
		if got := ann.Interact(c.kind, c.data).Text(); got != "I do not know that." {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := ann.Slash("say", "word", discordtest.Raw{Type: 4, Value: 7}).Text(); got != "You said ." {
		t.Errorf("a number for a word: %q", got)
	}
	says(t, ann.Alone(), "hello")
	if e.counted("panicked") != 0 || len(d.Connections()) != 1 {
		t.Errorf("%v, %d connections", e.counts, len(d.Connections()))
	}
}

func TestFramesThatNobodyExpects(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	e := run(t, d)
	for _, frame := range []string{
		`{"op":0,"t":"INTERACTION_CREATE","s":1,"d":null}`, `{"op":0,"t":"INTERACTION_CREATE","s":1,"d":[]}`,
		`{"op":0,"t":"MESSAGE_CREATE","s":1,"d":null}`, `{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{"id":"1"}}`,
		`{"op":0,"t":"GUILD_CREATE","s":1,"d":null}`,
		`{"op":0,"t":"OF_LATER","s":1,"d":{}}`, `{"op":0,"s":1}`, `{"op":99,"d":{}}`, `{"op":11}`, `{"op":10,"d":{"heartbeat_interval":0}}`,
		`{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{"id":"2","content":"x","author":null,"components":[{"type":99}]}}`,
	} {
		d.Do(socket.SendFrame(frame))
	}
	says(t, ann, "hello")
	if e.counted("panicked") != 0 || len(d.Connections()) != 1 {
		t.Errorf("%v, %d connections", e.counts, len(d.Connections()))
	}
	d.Do(socket.SendFrame(`{"op":0,"t":"READY","s":1,"d":{}}`)) // without a session: left, and resumed
	says(t, ann, "again")
}

func TestAHandlerKnowsWhenTheEventCame(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	came := make(chan time.Time, 1)
	run(t, d, on(func(ctx context.Context, _ *gateway.Client, _ *discordgo.Interaction) { came <- gateway.Received(ctx) }))
	before := time.Now()
	ann.Slash("say", "word", "x")
	if at := <-came; at.Before(before) || time.Since(at) > time.Minute {
		t.Errorf("received at %v", at)
	}
	if !gateway.Received(context.Background()).IsZero() {
		t.Error("a context of nothing has a time")
	}
}
