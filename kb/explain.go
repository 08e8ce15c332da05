package kb

import "verbatim/kb/match"

// An Explanation says how a question was read and weighed.
type Explanation struct {
	Words      []match.Evidence // of the words, with names replaced by @ and their first alias
	Candidates []Weighed        // facts, the best first, at most 5
	Signals    match.Signals    // of the best
	Least      float64          // the confidence from which a candidate is said
}

// Weighed is a fact that was weighed for a question.
type Weighed struct {
	ID         string
	Score      float64 // comparable within one question
	Nearest    float64 // likeness of its nearest phrasing, about 0 to 1
	Confidence float64
	Against    string // why it may not be said whatever the confidence; empty if nothing is against it
}

// Explain answers a question as Ask does, and says how it came to that: for the
// question as it stands, without what a follow-up takes from the one before.
func (b *Base) Explain(q Question) (Answer, Explanation) {
	a := b.Ask(q)
	b.mu.RLock()
	defer b.mu.RUnlock()
	x := &inquiry{base: b, scope: b.scope(q.Server), question: q}
	e := Explanation{Least: answerLeast}
	if a.Reason == ReasonEmpty || a.Reason == ReasonNoSuchStatement || overlong(q.Text) {
		return a, e
	}
	x.words = x.cut(q.Text)
	r := b.index.Rank(x.words, b.model.Load(), b.counting(x.scope, q.Statement))
	e.Signals = r.Signals
	for _, c := range r.Candidates[:min(len(r.Candidates), nearestMost)] {
		held := b.facts[c.Group]
		e.Candidates = append(e.Candidates, Weighed{held.id(), c.Score, c.Share, c.Confidence, x.readings(x.words).objection(held)})
	}
	best := int32(-1)
	if len(r.Candidates) > 0 {
		best = r.Candidates[0].Group
	}
	e.Words = b.index.Explain(x.words, best)
	return a, e
}
