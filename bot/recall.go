package bot

import (
	"context"
	"slices"
	"sync"

	"verbatim/kb"
	"verbatim/kb/library"
)

// recallMost is how many answers are kept at hand: what many ask at once, when
// something is in the news, is matched once.
const recallMost = 500

// recall has the answers to the last questions, as long as nothing that they are
// made of has changed.
type recall struct {
	mu      sync.Mutex
	of      library.Version
	answers map[kb.Question]*recalled
}

// recalled is an answer, whose citations nobody changes, and the reply that shows
// it, which is laid out once.
type recalled struct {
	answer kb.Answer
	shown  func() Reply
}

// recollect answers a question, from memory if it was asked before.
func (b *Bot) recollect(ctx context.Context, q kb.Question) kb.Answer {
	now, known := b.Knowledge.Version()
	if known {
		if a, ok := b.recall.find(now, q); ok {
			return a
		}
	}
	a := b.Knowledge.Ask(ctx, q)
	if known && ctx.Err() == nil {
		b.recall.keep(now, q, a)
	}
	return a
}

// laidOut is the reply that shows an answer to a question, without buttons.
func (b *Bot) laidOut(q kb.Question, a kb.Answer) Reply {
	b.recall.mu.Lock()
	kept := b.recall.answers[q]
	b.recall.mu.Unlock()
	if kept == nil || !same(kept.answer, a) {
		return answering(a)
	}
	r := kept.shown()
	r.Blocks = slices.Clone(r.Blocks)
	return r
}

// answering is the reply that shows an answer.
func answering(a kb.Answer) Reply { return Reply{Blocks: card(a), Shows: showing(a)} }

// same tells whether one answer is a copy of the other.
func same(a, b kb.Answer) bool {
	return a.Answered && b.Answered && a.ID == b.ID && a.Note == b.Note &&
		len(a.Citations) > 0 && len(b.Citations) > 0 && &a.Citations[0] == &b.Citations[0]
}

func (r *recall) find(now library.Version, q kb.Question) (a kb.Answer, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	kept := r.answers[q]
	if kept == nil || r.of != now {
		return kb.Answer{}, false
	}
	return unshared(kept.answer), true
}

// keep keeps an answer that was made after the version was looked at. If that
// has changed meanwhile, nobody finds it.
func (r *recall) keep(of library.Version, q kb.Question, a kb.Answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.answers == nil || r.of != of || len(r.answers) >= recallMost {
		r.of, r.answers = of, map[kb.Question]*recalled{}
	}
	r.answers[q] = &recalled{unshared(a), sync.OnceValue(func() Reply { return answering(a) })}
}

// unshared is an answer with a list of its own of what is near, of which some is
// taken out.
func unshared(a kb.Answer) kb.Answer {
	a.Nearest = slices.Clone(a.Nearest)
	return a
}
