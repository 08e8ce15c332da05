package bot

import (
	"context"

	"verbatim/kb"
)

// talk is a person's conversation with the bot in a channel.
type talk struct{ user, channel string }

// turn is the last question that was answered in a conversation.
type turn struct{ question, answer string }

// message answers a direct message or a mention. It is a question, or goes on
// from the last one; quotations in it are checked too.
func (b *Bot) message(ctx context.Context, e *Event) Reply {
	b.enter(ctx, e)
	if texts, rest := worthChecking(e.Text); len(texts) > 0 {
		return b.talkOfWords(ctx, e, texts, rest)
	}
	return b.talk(ctx, e)
}

// talk answers a message without quotations.
func (b *Bot) talk(ctx context.Context, e *Event) Reply {
	before, _ := b.talks.get(talk{e.User, e.Channel})
	q := kb.Question{Text: e.Text, Previous: before.question, Server: e.Server}
	q, a := b.answerTo(ctx, q)
	b.remember(ctx, e, q, a)
	b.miss(ctx, e, q, a)
	return b.answered(e, q, a, false)
}

// remember keeps a question that was answered, so that the next one can go on
// from it.
func (b *Bot) remember(ctx context.Context, e *Event, q kb.Question, a kb.Answer) {
	if !a.Answered {
		return
	}
	key := talk{e.User, e.Channel}
	before, _ := b.talks.get(key)
	b.talks.put(key, b.next(ctx, before, q, a))
}

// next is the turn after a question. "Who said that?" leaves the conversation
// where it was; "and about Taiwan?" means little by itself, so the question that
// the fact answers stands in for it.
func (b *Bot) next(ctx context.Context, before turn, q kb.Question, a kb.Answer) turn {
	switch {
	case before.answer == a.ID:
		return before
	case q.Previous == "":
		return turn{q.Text, a.ID}
	}
	alone := q
	alone.Previous = ""
	if b.recollect(ctx, alone).ID != a.ID {
		if found, ok := b.take(q.Server, a.ID); ok {
			return turn{found.Question, a.ID}
		}
	}
	return turn{q.Text, a.ID}
}
