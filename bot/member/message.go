package member

import (
	"context"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// talk is a person's conversation with the bot in a channel.
type talk struct{ user, channel string }

// turn is the last question that was answered in a conversation, and what answered it.
type turn struct{ question, answer string }

// Message answers a direct message or a mention. It is a question, or goes on
// from the last one; quotations in it are checked too.
func (h *Handlers) Message(ctx context.Context, e *event.Event) reply.Reply {
	if e.AsksLanguage {
		return h.inLanguage(e)
	}
	if texts, rest := worthChecking(e.Text); len(texts) > 0 {
		return h.talkOfWords(ctx, e, texts, rest)
	}
	return h.talk(ctx, e)
}

// Unasked answers a question that nobody put to the bot with a fact; ok is false where it
// has none, and then nothing is to be said, counted or kept.
func (h *Handlers) Unasked(ctx context.Context, e *event.Event) (r reply.Reply, ok bool) {
	start := time.Now()
	q := kb.Question{Text: e.Text, Server: e.Server, Language: string(e.Language)}
	a := h.Knowledge.Ask(ctx, q)
	if !a.Answered || a.Kind != kb.KindFact || a.Detail != "" {
		return reply.Reply{}, false
	}
	h.Asked(outbox.Outcome(a), time.Since(start))
	h.Count(q.Server, a)
	h.remember(ctx, e, q, a)
	return h.answered(e, q, a, false), true
}

// inLanguage says that replies are in the language of the event from now on, with the
// last answer in it.
func (h *Handlers) inLanguage(e *event.Event) reply.Reply {
	r := reply.Say(e.Say("conversation.language"))
	before, _ := h.talks.Get(talk{e.User, e.Channel})
	if a, ok := h.Finder.Option(e.Server, before.answer); ok {
		r.Add(answering(e.Language, a).Blocks...)
		r.Buttons = h.Signer.LookCloser(e.Language, e.Server, event.Short(a.ID))
	}
	return r
}

// talk answers a message without quotations.
func (h *Handlers) talk(ctx context.Context, e *event.Event) reply.Reply {
	before, _ := h.talks.Get(talk{e.User, e.Channel})
	if a, ok := h.repliedTo(e); ok && a.ID != before.answer {
		before.question, before.answer = a.Question, a.ID
		h.talks.Put(talk{e.User, e.Channel}, before)
	}
	q := kb.Question{Text: e.Text, Previous: before.question, Server: e.Server, Language: string(e.Language)}
	q, a := h.answerTo(ctx, q)
	h.remember(ctx, e, q, a)
	if _, is := catalog.Match(a.Wants); is {
		return h.inLanguage(e)
	}
	h.miss(ctx, e, q, a)
	return h.answered(e, q, a, false)
}

// remember keeps a question that was answered, so that the next one can go on
// from it.
func (h *Handlers) remember(ctx context.Context, e *event.Event, q kb.Question, a kb.Answer) {
	if l, is := catalog.Match(a.Wants); is {
		h.Speak(e, l)
	}
	if !a.Leads() {
		return
	}
	before, _ := h.talks.Get(talk{e.User, e.Channel})
	after := h.next(ctx, before, q, a)
	h.talks.Put(talk{e.User, e.Channel}, after)
	h.talks.Put(talk{e.User, e.ID}, after) // a thread about a message has its id
}

// repliedTo is the answer of this bot that a message replies to: its buttons tell.
func (h *Handlers) repliedTo(e *event.Event) (kb.Answer, bool) {
	for _, sealed := range e.RepliesTo {
		id, err := h.Signer.Open(sealed, e.User)
		if err == nil && id.Action == event.Context && id.Server == e.Server && len(id.About) == 8 {
			return h.Finder.Button(e.Server, id.About)
		}
	}
	return kb.Answer{}, false
}

// next is the turn after a question. "Who said that?" leaves the conversation
// where it was; "and about Taiwan?" means little by itself, so the question that
// the fact answers stands in for it.
func (h *Handlers) next(ctx context.Context, before turn, q kb.Question, a kb.Answer) turn {
	switch {
	case a.Detail != "" || before.answer == a.ID && a.ID != "":
		return before
	case q.Previous == "":
		return turn{question: q.Text, answer: a.ID}
	}
	alone := q
	alone.Previous = ""
	if h.Knowledge.Ask(ctx, alone).ID != a.ID {
		if found, ok := h.Finder.Option(q.Server, a.ID); ok {
			return turn{question: found.Question, answer: a.ID}
		}
	}
	return turn{question: q.Text, answer: a.ID}
}
