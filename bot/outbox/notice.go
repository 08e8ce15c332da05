package outbox

import (
	"context"
	"time"

	"verbatim/bot/reply"
	"verbatim/kb/catalog"
)

// A notice is when a server's moderators last heard of new questions.
type notice struct {
	at    time.Time
	since int // new ones that they have not heard of
}

// noticeEvery is how often a channel hears of new questions at most.
const noticeEvery = time.Minute

// notify tells the channel of the settings of a new question.
func (o *Outbox) notify(ctx context.Context, m Missed) {
	channel := o.Library.Settings(m.Server).NoticeChannel
	if channel == "" {
		return
	}
	o.mu.Lock()
	n := o.noticed[m.Server]
	if n.since++; o.Now().Sub(n.at) < noticeEvery {
		o.noticed[m.Server] = n
		o.mu.Unlock()
		return
	}
	o.noticed[m.Server] = notice{at: o.Now()}
	o.mu.Unlock()
	words := o.language(m.Server).Say("notice.waits", catalog.Count, max(n.since, 1)) + "\n" + reply.QuoteBlock(reply.Harmless(m.Question))
	_ = o.Sender.Notify(ctx, m.Server, channel, m.Once, reply.Say(words)) // which has logged it
}
