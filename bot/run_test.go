package bot

import (
	"context"
	"testing"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb/catalog"
)

func TestAHandlerThatTakesTooLongOrPanicsHasAReply(t *testing.T) {
	b := New(Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	for want, h := range map[string]func(context.Context, *event.Event) reply.Reply{
		catalog.English.Say("problem.too-long"): func(ctx context.Context, _ *event.Event) reply.Reply { <-ctx.Done(); return reply.Say("half of it") },
		catalog.English.Say("problem.sorry"):    func(context.Context, *event.Event) reply.Reply { panic("x") },
	} {
		r := b.run(ctx, &event.Event{}, event.Handler{Run: h})
		if len(r.Blocks) != 1 || r.Blocks[0].Shown != want || !r.Private {
			t.Errorf("the reply is %+v, want %q", r, want)
		}
	}
}
