package kb

import (
	"math"
	"slices"

	"verbatim/kb/text"
)

// What a candidate needs to be said: the likeness of its best phrasing, the
// share of the question's telling words that the knowledge has at all, and the
// distance to the next candidate. These are first values, set by trying questions
// by hand; no question set has measured them.
const (
	likenessLeast = 0.3
	knownLeast    = 0.8
	marginLeast   = 0.05
	nearestMost   = 5
)

// Ask answers a question with the fact that fits it, or says why not, with the
// nearest facts. It keeps silent about a question whose words the knowledge
// does not have.
func (b *Base) Ask(q Question) Answer {
	b.mu.RLock()
	defer b.mu.RUnlock()
	a, sc := Answer{Question: q.Text}, b.scope(q.Server)
	words := sc.words(q.Text)
	if len(words) == 0 {
		a.Reason = ReasonEmpty
		return a
	}
	if q.Statement != "" && sc.statement(q.Statement) == nil {
		a.Reason = ReasonNoSuchStatement
		return a
	}
	ranked := b.index.Rank(words, b.model.Load(), b.counting(sc, q.Statement)).Candidates
	known := b.knownShare(words)
	for i := range min(len(ranked), nearestMost) {
		held := b.facts[ranked[i].Group]
		a.Nearest = append(a.Nearest, Nearest{
			ID: held.statement + "/" + held.fact.ID, Question: held.fact.Question,
			Confidence: confidence(ranked[i].Score, known),
		})
	}
	if len(ranked) == 0 {
		a.Reason = ReasonUnknown
		return a
	}
	a.Confidence = a.Nearest[0].Confidence
	best := b.facts[ranked[0].Group]
	roles := sc.rolesOf(words, sc.statement(best.statement))
	switch {
	case roles.reversed(best.fact), known < knownLeast || ranked[0].Share < likenessLeast:
		a.Reason = ReasonUnknown
	case len(ranked) > 1 && ranked[0].Score-ranked[1].Score < marginLeast:
		a.Reason = ReasonAmbiguous
	default:
		sc.answer(&a, best)
		a.Note = roles.note(best.fact)
		a.Nearest = a.Nearest[1:]
	}
	return a
}

// confidence squeezes a score into 0 to 1. It is not calibrated yet.
func confidence(score, known float64) float64 {
	return known / (1 + math.Exp(-4*score))
}

// knownShare is the share of the telling words of a question that some fact
// uses; 1 if it has none.
func (b *Base) knownShare(words []text.Word) float64 {
	telling, known := 0, 0
	for _, w := range words {
		if w.Common {
			continue
		}
		telling++
		if b.index.Knows(w) {
			known++
		}
	}
	if telling == 0 {
		return 1
	}
	return float64(known) / float64(telling)
}

// answer says a fact, in copies of all that is held.
func (sc *scope) answer(a *Answer, held *heldFact) {
	s, f := sc.statement(held.statement), held.fact
	a.Answered, a.Kind, a.ID = true, KindFact, s.ID+"/"+f.ID
	a.Text, a.Party, a.Speaker = f.Answer, f.Party, f.Speaker
	a.Statement = *s
	a.Statement.Parties = slices.Clone(s.Parties)
	for _, c := range copyCitations(f.Citations) {
		if source := sc.source(s.ID, c.Source); source != nil {
			bare := *source
			bare.Text = ""
			a.Citations = append(a.Citations, Cited{Citation: c, Source: bare, Verified: Verified(c, *source)})
		}
	}
}
