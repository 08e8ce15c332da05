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

// layouts are the replies to the last questions. What many ask at once, when something
// is in the news, is laid out once.
type layouts struct {
	mu  sync.Mutex
	all map[asked]*layout
}

// asked is a question, and the language of the reply to it.
type asked struct {
	question kb.Question
	language catalog.Language
}

// layout is an answer, whose citations nobody changes, and the reply that shows it.
type layout struct {
	answer kb.Answer
	shown  func() reply.Reply
}

// laidOut is the reply that shows an answer to a question, without buttons.
func (h *Handlers) laidOut(l catalog.Language, q kb.Question, a kb.Answer) reply.Reply {
	r := h.layouts.of(asked{q, l}, a).shown()
	r.Blocks = slices.Clone(r.Blocks)
	return r
}

// of is the layout of an answer: the one at hand, if that is of the same answer.
func (l *layouts) of(q asked, a kb.Answer) *layout {
	l.mu.Lock()
	defer l.mu.Unlock()
	if one := l.all[q]; one != nil && same(one.answer, a) {
		return one
	}
	if l.all == nil || len(l.all) >= layoutsMost {
		l.all = map[asked]*layout{}
	}
	one := &layout{a, sync.OnceValue(func() reply.Reply { return answering(q.language, a) })}
	l.all[q] = one
	return one
}

// answering is the reply that shows an answer.
func answering(l catalog.Language, a kb.Answer) reply.Reply {
	return reply.Reply{Blocks: reply.Answer(l, a), Language: l, Shows: reply.Showing(a)}
}

// same tells whether one answer is a copy of the other, which the library had at hand.
func same(a, b kb.Answer) bool {
	return a.Answered && b.Answered && a.ID == b.ID && a.Note == b.Note &&
		len(a.Citations) > 0 && len(b.Citations) > 0 && &a.Citations[0] == &b.Citations[0]
}
