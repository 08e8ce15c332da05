package member

import (
	"context"
	"time"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// ask answers /ask.
func (h *Handlers) ask(ctx context.Context, e *event.Event) reply.Reply {
	q := kb.Question{Text: e.Options[command.OptionQuestion], Statement: e.Options[command.OptionStatement], Server: e.Server, Language: string(e.Language)}
	private := h.private(e)
	q, a := h.answerTo(ctx, q)
	h.remember(ctx, e, q, a)
	if !private {
		h.miss(ctx, e, q, a)
	}
	r := h.answered(e, q, a, private)
	if !r.Private && !e.Direct { // Discord shows nobody else what was asked
		r.Blocks = append([]reply.Block{reply.Asked(q.Text)}, r.Blocks...)
	}
	return r
}

// answerTo answers a question. Suggestions send the id of a fact instead of a
// question; then the question that comes back is the fact's.
func (h *Handlers) answerTo(ctx context.Context, q kb.Question) (kb.Question, kb.Answer) {
	start := time.Now()
	var a kb.Answer
	if found, ok := h.Finder.Option(q.Server, q.Text); ok {
		q.Text, a = found.Question, found
	} else {
		a = h.Knowledge.Ask(ctx, q)
	}
	h.Asked(outbox.Outcome(a), time.Since(start))
	h.Count(q.Server, a)
	return q, a
}

// answered is the reply to a question: the answer with its buttons, or an
// abstention, which is always private.
func (h *Handlers) answered(e *event.Event, q kb.Question, a kb.Answer, private bool) reply.Reply {
	number := h.rememberAsking(e.User, asking{
		Openly: e.Guild != "" && !private, Borrowed: e.Target != "",
		Question: q, Answer: a.ID, Reason: a.Reason, Note: a.Note,
	})
	if !a.Answered {
		return h.abstention(e, a, number)
	}
	if a.Kind.IsTalk() {
		return h.smallTalk(e, a, private)
	}
	if a.Detail != "" {
		return h.detail(e, a, private)
	}
	r := h.laidOut(e.Language, a)
	r.Private = private
	r.Buttons = append(h.Signer.LookCloser(e.Language, e.Server, event.Short(a.ID)), h.Signer.Button(e, e.Say("button.not-my-question"), "↪️", event.ID{Action: actionOther, User: e.User, About: number}))
	if private && !e.Direct {
		r.Buttons = append(r.Buttons, h.Signer.Button(e, e.Say("button.share"), "📣", event.ID{Action: actionShare, User: e.User, About: number}))
	}
	return r
}

// private tells whether an answer is to be private: as asked, or else as the
// settings of the server have it.
func (h *Handlers) private(e *event.Event) bool {
	if v, told := e.Options[command.OptionPrivate]; told {
		return v == "true"
	}
	return h.IsPrivate != nil && e.Guild != "" && h.IsPrivate(e.Guild)
}
