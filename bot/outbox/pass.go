package outbox

import (
	"context"

	"verbatim/kb"
	"verbatim/kb/inbox"
)

// Missed is a question that was not answered, or not with what was meant.
type Missed struct {
	Server    string // whose moderators it is for; empty: whoever runs the bot
	Question  string
	Statement string    // that it was limited to; empty for all
	Reason    kb.Reason // empty when there was an answer, and it was not what was meant
	Answer    string    // the id of that answer
	Tell      string    // the user to tell when it is answered; empty: nobody
	Once      string    // the same asking has the same; it is taken once
	Counted   bool      // the asking itself is passed on too, and only Tell is new
	Quietly   bool      // nobody is told that it is kept, so it may be kept later
}

// Pass keeps a question for the moderators; an error means that it may not be
// kept. Questions that somebody is told of are kept at once, others soon.
func (o *Outbox) Pass(ctx context.Context, m Missed) error {
	if !m.Quietly {
		return o.passInto(ctx, m)
	}
	select {
	case o.passed <- m:
	default:
		o.leaveOut()
	}
	return nil
}

func (o *Outbox) leaveOut() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.left++
}

func (o *Outbox) passNow(ctx context.Context, m Missed) {
	if err := o.passInto(ctx, m); err != nil {
		o.Log.Warn("a question could not be kept for the moderators", "error", err)
	}
}

func (o *Outbox) passInto(ctx context.Context, m Missed) error {
	w := inbox.OpenQuestion{Question: m.Question, Statement: m.Statement, Reason: m.Reason, Given: m.Answer, Count: 1}
	if m.Counted {
		w.Count = 0
	}
	fresh, err := o.Inbox.Pass(ctx, m.Server, w, m.Tell, "inbox-"+m.Once)
	if err == nil && fresh {
		o.notify(ctx, m)
	}
	return err
}
