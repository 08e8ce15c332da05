package bot

import (
	"context"
	"slices"
	"sync"

	"verbatim/kb"
)

// recallMost is how many answers are kept at hand: what many ask at once, when
// something is in the news, is matched once.
const recallMost = 500

// recall has the answers to the last questions, as long as nothing that they are
// made of has changed.
type recall struct {
	mu      sync.Mutex
	of      kb.Version
	answers map[kb.Question]kb.Answer
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

func (r *recall) find(now kb.Version, q kb.Question) (kb.Answer, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of != now {
		return kb.Answer{}, false
	}
	a, ok := r.answers[q]
	return unshared(a), ok
}

// keep keeps an answer that was made after the version was looked at. If that
// has changed meanwhile, nobody finds it.
func (r *recall) keep(of kb.Version, q kb.Question, a kb.Answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.answers == nil || r.of != of || len(r.answers) >= recallMost {
		r.of, r.answers = of, map[kb.Question]kb.Answer{}
	}
	r.answers[q] = unshared(a)
}

// unshared is an answer with lists of its own.
func unshared(a kb.Answer) kb.Answer {
	a.Citations, a.Nearest = slices.Clone(a.Citations), slices.Clone(a.Nearest)
	return a
}
