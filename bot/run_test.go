package bot

import (
	"context"
	"testing"
	"time"
)

func TestAHandlerThatTakesTooLongOrPanicsHasAReply(t *testing.T) {
	b := New(Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	for want, h := range map[string]func(context.Context, *Event) Reply{
		tooLong: func(ctx context.Context, _ *Event) Reply { <-ctx.Done(); return say("half of it") },
		sorry:   func(context.Context, *Event) Reply { panic("x") },
	} {
		r := b.run(ctx, &Event{}, handler{run: h})
		if len(r.Blocks) != 1 || r.Blocks[0].Shown != want || !r.Private {
			t.Errorf("the reply is %+v, want %q", r, want)
		}
	}
}
