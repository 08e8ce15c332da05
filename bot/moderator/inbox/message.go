package inbox

import (
	"context"

	"verbatim/bot/event"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/inbox"
	"verbatim/kb/quote"
	"verbatim/kb/text"
)

// addMessage makes a fact of what was said in a message: its words are the quote, where
// they stand in a text that is held, and the answer. Where the message replies to a
// question that waits, that question is answered with it.
func (h *Handlers) addMessage(ctx context.Context, e *event.Event) reply.Reply {
	if e.Target == "" {
		return reply.Whisper(e.Say("find.no-text"))
	}
	d := drafts.Draft{Typed: drafts.Typed{Question: e.Replied, Answer: e.Target}}
	if g, ok := h.groupOf(e.Guild, e.Replied); ok {
		setQuestions(&d, g)
	}
	q, err := h.Knowledge.Quote(ctx, kb.Question{Text: e.Target, Server: e.Server})
	if err == nil && q.Whole && (q.Verdict == quote.Verbatim || q.Verdict == quote.Typographic) {
		d.Statement, d.Source, d.Typed.Quote = q.Statement.ID, q.From.ID, q.Found
		d.Typed.SaidBy = kb.SaidBy(kb.Fact{Party: q.Party, Speaker: q.Speaker})
	}
	return h.answer(ctx, e, h.Drafts.Begin(e, d))
}

// groupOf gives the questions that wait of which one was asked in these words.
func (h *Handlers) groupOf(server, asked string) (inbox.Group, bool) {
	plain := text.Plain(asked)
	for _, g := range h.Questions.Groups(server) {
		for _, q := range g.Questions {
			if plain != "" && text.Plain(q.Question) == plain {
				return g, true
			}
		}
	}
	return inbox.Group{}, false
}

// setQuestions makes a draft answer the questions of a group.
func setQuestions(d *drafts.Draft, g inbox.Group) {
	d.Typed.Question, d.Typed.AlsoAsked, d.Waiting = g.Questions[0].Question, "", nil
	for i, q := range g.Questions {
		d.Waiting = append(d.Waiting, q.ID)
		if i > 0 {
			d.Typed.AlsoAsked += q.Question + "\n"
		}
	}
}
