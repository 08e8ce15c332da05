package discordtest

import (
	"slices"
	"time"

	"verbatim/bot/discordtest/sheet"
)

// Reply is what comes back of something that a person did. Its methods wait
// until it is there.
type Reply struct {
	d      *Discord
	viewer *user

	of   *interaction // what it answers:
	to   *message     // one of the two
	next int          // 0 for the answer, n for the n-th follow-up
}

// As is the reply as somebody else in the channel sees it.
func (r *Reply) As(p *Person) *Reply {
	other := *r
	other.viewer = p.user
	return &other
}

// Next is the follow-up that comes after this message.
func (r *Reply) Next() *Reply {
	other := *r
	other.next++
	return &other
}

// wait waits for the answer to be there and to be more than "thinking…", and
// tells whether it came.
func (r *Reply) wait() bool {
	if r.of == nil {
		return r.d.await(r.d.patience, func() bool { return r.find() != nil })
	}
	if !r.d.await(r.d.ackWithin, func() bool { return r.of.answered != 0 }) {
		return false
	}
	return r.d.await(r.d.patience, r.complete)
}

// complete is called with the lock held.
func (r *Reply) complete() bool {
	i := r.of
	if r.next > 0 {
		return len(i.followups) >= r.next
	}
	switch i.answered {
	case answerLater:
		return i.original.deleted || !i.original.loading()
	case updateLater:
		return i.on.edits > i.edits || i.on.deleted || len(i.followups) > 0
	}
	return true
}

// find is the message that the reply is now, or nil. The caller holds the
// lock.
func (r *Reply) find() *message {
	if r.of != nil {
		if r.next > 0 {
			if len(r.of.followups) < r.next {
				return nil
			}
			return r.of.followups[r.next-1]
		}
		return r.of.original
	}
	left := r.next
	at := slices.Index(r.d.messages, r.to)
	for _, m := range r.d.messages[at+1:] {
		if m.channel != r.to.channel || m.author != r.d.bot || m.of != nil || m.replyTo != nil && m.replyTo != r.to {
			continue
		}
		if left == 0 {
			return m
		}
		left--
	}
	return nil
}

// message waits for the message.
func (r *Reply) message() *message {
	r.wait()
	r.d.mu.Lock()
	defer r.d.mu.Unlock()
	return r.find()
}

// Message waits for the reply and returns its message, or nil when there is
// none.
func (r *Reply) Message() *Message {
	if m := r.message(); m != nil {
		return &Message{d: r.d, m: m}
	}
	return nil
}

// Answered waits, and tells whether the bot answered in time.
func (r *Reply) Answered() bool { return r.wait() }

// Nothing waits for a while, and tells whether nothing came.
func (r *Reply) Nothing(while time.Duration) bool {
	return !r.d.await(while, func() bool {
		if r.of != nil {
			return r.of.answered != 0
		}
		return r.find() != nil
	})
}

// Private waits, and tells whether only the person who asked sees the reply.
func (r *Reply) Private() bool {
	m := r.message()
	return m != nil && m.onlyFor != nil
}

// Took is the time from what the person did until the answer came, or 0 when
// none did.
func (r *Reply) Took() time.Duration {
	m := r.message()
	r.d.mu.Lock()
	defer r.d.mu.Unlock()
	switch {
	case r.of != nil && r.of.answered != 0:
		return r.of.acked.Sub(r.of.sent)
	case r.of == nil && m != nil:
		return m.at.Sub(r.to.at)
	}
	return 0
}

// JSON is the message as Discord keeps it, or nil when there is none.
func (r *Reply) JSON() map[string]any {
	m := r.message()
	if m == nil {
		return nil
	}
	r.d.mu.Lock()
	defer r.d.mu.Unlock()
	return m.json()
}

// File returns what is in a file that is attached to the reply.
func (r *Reply) File(name string) []byte {
	for _, a := range sheet.List(r.JSON()["attachments"]) {
		if a["filename"] == name {
			r.d.mu.Lock()
			defer r.d.mu.Unlock()
			url, _ := a["url"].(string)
			return r.d.files[url[len(r.d.server.URL+"/files/"):]]
		}
	}
	return nil
}

// Token is the token of the interaction that the reply answers, by which the
// paths of its callback and follow-ups name it; empty for a reply to a message.
func (r *Reply) Token() string {
	if r.of == nil {
		return ""
	}
	return r.of.token
}
