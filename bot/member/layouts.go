package member

import (
	"slices"
	"sync"

	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// layoutsMost is how many replies are held at hand.
const layoutsMost = 500

// layouts are the replies with the last answers. What many ask at once, when something
// is in the news, is laid out once, in however many servers they ask.
type layouts struct {
	mu  sync.Mutex
	all map[shown]func() reply.Reply
}

// shown is all that a layout is made of. The citations tell what else an answer has: who
// asks the same is given the same list by the library, which nobody changes.
type shown struct {
	id, text, note, question string
	citations                *kb.Cited // the first; nil: the answer is laid out for itself
	language                 catalog.Language
}

// showing are an answer and a language as shown has them.
func showing(l catalog.Language, a kb.Answer) shown {
	s := shown{id: a.ID, text: a.Text, note: a.Note, question: a.Question, language: l}
	if len(a.Citations) > 0 {
		s.citations = &a.Citations[0]
	}
	return s
}

// laidOut is the reply that shows an answer to a question, without buttons.
func (h *Handlers) laidOut(l catalog.Language, a kb.Answer) reply.Reply {
	r := h.layouts.of(l, a)()
	r.Blocks = slices.Clone(r.Blocks)
	return r
}

// of makes the layout of an answer, or gives the one at hand.
func (l *layouts) of(in catalog.Language, a kb.Answer) func() reply.Reply {
	s := showing(in, a)
	if s.citations == nil {
		return func() reply.Reply { return answering(in, a) }
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if one := l.all[s]; one != nil {
		return one
	}
	if l.all == nil || len(l.all) >= layoutsMost {
		l.all = map[shown]func() reply.Reply{}
	}
	one := sync.OnceValue(func() reply.Reply { return answering(in, a) })
	l.all[s] = one
	return one
}

// answering is the reply that shows an answer.
func answering(l catalog.Language, a kb.Answer) reply.Reply {
	return reply.Reply{Blocks: reply.Answer(l, a), Language: l, Shows: reply.Showing(a)}
}
