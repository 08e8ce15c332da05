package bot

import (
	"context"
	"strings"
	"testing"

	"verbatim/bot/event"
	"verbatim/bot/reply"
)

// TestARepliesPageIsMadeWhileThereIsTime runs a handler, after which nothing is left to
// be laid out: what that takes would come on top of the time until the acknowledgement.
func TestARepliesPageIsMadeWhileThereIsTime(t *testing.T) {
	b := New(Config{Key: Key("t")})
	r := b.run(t.Context(), &event.Event{}, event.Handler{Run: func(context.Context, *event.Event) reply.Reply {
		return reply.Say(strings.Repeat("word ", 10_000))
	}})
	if first, again := r.Page(), r.Page(); len(first.Files) != 1 || first.Files[0] != again.Files[0] {
		t.Error("the page is made anew each time")
	}
}
