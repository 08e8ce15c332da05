package outbox

import (
	"context"
	"fmt"
	"time"

	"verbatim/bot/gateway"
	"verbatim/bot/reply"
	"verbatim/kb/inbox"
)

// TellSoon has those told who wait for an answer.
func (o *Outbox) TellSoon() {
	wake(o.told)
}

// tellAll tells people, now and then also those that a crash or Discord kept
// from it.
func (o *Outbox) tellAll(ctx context.Context) {
	again := time.NewTicker(tellsEvery)
	defer again.Stop()
	for {
		for _, t := range o.Inbox.Tells() {
			o.tellOne(ctx, t)
		}
		select {
		case <-o.told:
		case <-again.C:
		case <-ctx.Done():
			return
		}
	}
}

// tellOne sends one direct message, and forgets whom it was sent to, also when
// they take none or left the server. Who cannot be told just now, or of whom nobody can
// say whether they left, waits on, in the database, for the next time. Of several
// processes one tells them.
func (o *Outbox) tellOne(ctx context.Context, t inbox.Tell) {
	if ctx.Err() != nil {
		return
	}
	mine, err := o.Inbox.Claim(ctx, t)
	if err != nil {
		o.Log.Warn("somebody could not be told of an answer yet", "error", err)
	}
	if !mine {
		return
	}
	noting := context.WithoutCancel(ctx) // when the program ends, what was begun is noted
	err = o.tell(ctx, t)
	if err != nil && !gateway.Refused(err) && gateway.Code(err) != gateway.CodeTakesNoDirect {
		o.Log.Warn("somebody could not be told of an answer yet", "error", err)
		if err := o.Inbox.GiveUp(noting, t); err != nil {
			o.Log.Warn("others cannot tell somebody for two minutes", "error", err)
		}
		return
	}
	if err := o.Inbox.Told(noting, t); err != nil {
		o.Log.Error("who was told could not be forgotten", "error", err)
	}
}

func (o *Outbox) tell(ctx context.Context, t inbox.Tell) error {
	a, ok := o.Library.Fact(t.Fact, t.Server)
	if !ok {
		return nil // it was removed since
	}
	if t.Server != "" {
		is, err := o.Member(ctx, t.Server, t.User)
		if err != nil {
			return fmt.Errorf("ask for a membership: %w", err)
		}
		if !is {
			return nil // it is not theirs to see any more
		}
	}
	l := o.language(t.Server)
	asked := reply.Block{Shown: reply.QuoteBlock(reply.Harmless(t.Question)), Words: t.Question}
	return o.Sender.Tell(ctx, t.User, reply.Reply{
		Language: l, Blocks: append([]reply.Block{reply.Join(reply.Ours(l.Say("notice.answered")), asked)}, reply.Answer(l, a)...),
	})
}
