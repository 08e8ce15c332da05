package bot_test

import (
	"context"
	"sync/atomic"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb"
	"verbatim/kb/library"
)

// counted is a shelf that never changes, and counts what is matched.
type counted struct {
	*shelf
	asked   atomic.Int32
	unknown atomic.Bool
}

func (c *counted) Version() (library.Version, bool) { return library.Version{}, !c.unknown.Load() }

func (c *counted) Ask(ctx context.Context, q kb.Question) kb.Answer {
	c.asked.Add(1)
	return c.shelf.Ask(ctx, q)
}

func TestWhatManyAskIsMatchedOnceWhileNothingChanges(t *testing.T) {
	d := discordtest.Start(t)
	ann, bob := d.Guild("News").Member("ann"), d.Guild("News").Member("bob")
	eve := d.Guild("Elsewhere").Member("eve")
	k := &counted{shelf: opened(t, d)}
	stand(t, d, k)
	for range 3 {
		shows(t, "the same question", ann.Slash("ask", "question", ownFact), ownSays)
		shows(t, "of somebody else", bob.Slash("ask", "question", ownFact), ownSays)
	}
	if n := k.asked.Load(); n != 1 {
		t.Errorf("it was matched %d times", n)
	}
	lacks(t, "the same question elsewhere", eve.Slash("ask", "question", ownFact), ownSays)
	k.unknown.Store(true) // something new is just being read
	before := k.asked.Load()
	ann.Slash("ask", "question", ownFact).Text()
	if k.asked.Load() == before {
		t.Error("it is answered from memory while something new is being read")
	}
}
