package library

import (
	"context"
	"slices"
	"sync"

	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/index"
	"verbatim/kb/match"
	"verbatim/kb/suggest"
)

// Ask answers a question from what the store has now. When the store cannot be
// read, or takes too long, it answers from what is in memory. What many ask is
// answered once: an answer shares its lists, but that of what is near, with whoever
// asked the same, and nobody changes them.
func (l *Library) Ask(ctx context.Context, q kb.Question) (a kb.Answer) {
	l.look(ctx)
	now, known := l.version()
	q.Server = l.index.Load().Owner(q.Server) // servers without anything of their own ask the same
	if known {
		if a, ok := l.recent.find(now, q); ok {
			return a
		}
	}
	l.index.Load().View(q.Server, func(v *index.View) { a = answer.To(v, q) })
	if known && ctx.Err() == nil {
		l.recent.put(now, q, a)
	}
	return a
}

// Explain answers as Ask does, and says how it came to that.
func (l *Library) Explain(ctx context.Context, q kb.Question) (a kb.Answer, e answer.Explanation) {
	l.View(ctx, q.Server, func(v *index.View) { a, e = answer.Explain(v, q) })
	return a, e
}

// Untold is the kind of thing that a question asks for and an answer does not tell; see
// [answer.Untold]. Server is as in [kb.Question].
func (l *Library) Untold(server, question, told string) (kind string) {
	l.View(context.Background(), server, func(v *index.View) { kind = answer.Untold(v, question, told) })
	return kind
}

// Suggest gives at most 25 known questions that fit what somebody has typed so far;
// see [suggest.Questions]. Server is as in [kb.Question].
func (l *Library) Suggest(typed, statement, server string) (all []kb.Suggestion) {
	l.View(context.Background(), server, func(v *index.View) { all = suggest.Questions(v, typed, statement) })
	return all
}

// A Version is all that answers are made of, as it was at one time. Two that are
// equal give the same answer to the same [kb.Question].
type Version struct {
	index *index.Index
	model *match.Model
	rev   int64
	steps int64 // of changes of the index
}

// Version is what a question is answered from now. It is not known while
// something new is being read.
func (l *Library) Version() (v Version, known bool) {
	l.look(context.Background())
	return l.version()
}

func (l *Library) version() (v Version, known bool) {
	if !l.reading.TryLock() {
		return Version{}, false
	}
	defer l.reading.Unlock()
	x := l.index.Load()
	return Version{x, x.Model(), l.rev, x.Steps()}, true
}

// recentMost is how many answers are held: what many ask at once, when something is
// in the news, is matched once.
const recentMost = 500

// recent has the answers to the last questions, as long as nothing that they are
// made of has changed.
type recent struct {
	mu      sync.Mutex
	of      Version
	answers map[kb.Question]kb.Answer
}

func (r *recent) find(now Version, q kb.Question) (a kb.Answer, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of != now {
		return kb.Answer{}, false
	}
	a, ok = r.answers[q]
	return unshared(a), ok
}

// put holds an answer that was made after the version was looked at. If that has
// changed meanwhile, nobody finds it.
func (r *recent) put(of Version, q kb.Question, a kb.Answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.answers == nil || r.of != of || len(r.answers) >= recentMost {
		r.of, r.answers = of, map[kb.Question]kb.Answer{}
	}
	r.answers[q] = unshared(a)
}

// unshared is an answer with a list of its own of what is near, of which some is
// taken out by whoever shows it.
func unshared(a kb.Answer) kb.Answer {
	a.Nearest = slices.Clone(a.Nearest)
	return a
}
