package member

import (
	"context"
	"slices"
	"sync"

	"verbatim/bot/reply"
	"verbatim/kb"
)

// cachedMost is how many answers are kept at hand: what many ask at once, when
// something is in the news, is matched once.
const cachedMost = 500

// answerCache has the answers to the last questions, and the settings of the
// servers that they were asked in, as long as nothing that they are made of has
// changed.
type answerCache struct {
	mu       sync.Mutex
	of       kb.Version
	answers  map[kb.Question]*cachedAnswer
	settings map[string]kb.Settings // by server
}

// cachedAnswer is an answer, whose citations nobody changes, and the reply that
// shows it, which is laid out once.
type cachedAnswer struct {
	answer kb.Answer
	shown  func() reply.Reply
}

// A moment is when a question is answered. What it is answered from is looked at
// once, when the question comes: settings and answers go by that look.
type moment struct {
	of    kb.Version
	known bool
}

// look looks at what questions are answered from.
func (h *Handlers) moment() moment {
	of, known := h.Knowledge.Version()
	return moment{of, known}
}

// answer answers a question, from memory if it was asked before.
func (h *Handlers) answer(ctx context.Context, now moment, q kb.Question) kb.Answer {
	if a, ok := h.answers.find(now, q); ok {
		return a
	}
	a := h.Knowledge.Ask(ctx, q)
	if ctx.Err() == nil {
		h.answers.put(now, q, a)
	}
	return a
}

// settings are those of a server.
func (h *Handlers) settings(now moment, server string) kb.Settings {
	if h.Settings == nil || server == "" {
		return kb.Settings{}
	}
	if s, ok := h.answers.settingsOf(now, server); ok {
		return s
	}
	s := h.Settings(server)
	h.answers.putSettings(now, server, s)
	return s
}

// laidOut is the reply that shows an answer to a question, without buttons.
func (h *Handlers) laidOut(q kb.Question, a kb.Answer) reply.Reply {
	h.answers.mu.Lock()
	cached := h.answers.answers[q]
	h.answers.mu.Unlock()
	if cached == nil || !same(cached.answer, a) {
		return answering(a)
	}
	r := cached.shown()
	r.Blocks = slices.Clone(r.Blocks)
	return r
}

// answering is the reply that shows an answer.
func answering(a kb.Answer) reply.Reply {
	return reply.Reply{Blocks: reply.Answer(a), Shows: reply.Showing(a)}
}

// same tells whether one answer is a copy of the other.
func same(a, b kb.Answer) bool {
	return a.Answered && b.Answered && a.ID == b.ID && a.Note == b.Note &&
		len(a.Citations) > 0 && len(b.Citations) > 0 && &a.Citations[0] == &b.Citations[0]
}

func (c *answerCache) find(now moment, q kb.Question) (a kb.Answer, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	cached := c.answers[q]
	if cached == nil || !now.known || c.of != now.of {
		return kb.Answer{}, false
	}
	return unshared(cached.answer), true
}

func (c *answerCache) settingsOf(now moment, server string) (s kb.Settings, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !now.known || c.of != now.of {
		return kb.Settings{}, false
	}
	s, ok = c.settings[server]
	return s, ok
}

// put keeps an answer that was made after a moment. If what it is made of has
// changed meanwhile, nobody finds it.
func (c *answerCache) put(now moment, q kb.Question, a kb.Answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at(now) {
		c.answers[q] = &cachedAnswer{unshared(a), sync.OnceValue(func() reply.Reply { return answering(a) })}
	}
}

func (c *answerCache) putSettings(now moment, server string, s kb.Settings) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at(now) {
		c.settings[server] = s
	}
}

// at begins anew when something has changed or the cache is full, and tells
// whether anything can be kept. The caller holds the lock.
func (c *answerCache) at(now moment) bool {
	if !now.known {
		return false
	}
	if c.answers == nil || c.of != now.of || len(c.answers) >= cachedMost || len(c.settings) >= cachedMost {
		c.of, c.answers, c.settings = now.of, map[kb.Question]*cachedAnswer{}, map[string]kb.Settings{}
	}
	return true
}

// unshared is an answer with a list of its own of what is near, of which some is
// taken out.
func unshared(a kb.Answer) kb.Answer {
	a.Nearest = slices.Clone(a.Nearest)
	return a
}
