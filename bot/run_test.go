package bot

import (
	"context"
	"testing"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/reply"
)

func TestAHandlerThatTakesTooLongOrPanicsHasAReply(t *testing.T) {
	b := New(Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	for want, h := range map[string]func(context.Context, *event.Event) reply.Reply{
		reply.TooLong: func(ctx context.Context, _ *event.Event) reply.Reply { <-ctx.Done(); return reply.Say("half of it") },
		reply.Sorry:   func(context.Context, *event.Event) reply.Reply { panic("x") },
	} {
		r := b.run(ctx, &event.Event{}, event.Handler{Run: h})
		if len(r.Blocks) != 1 || r.Blocks[0].Shown != want || !r.Private {
			t.Errorf("the reply is %+v, want %q", r, want)
		}
	}
}
