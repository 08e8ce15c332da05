package kb

import (
	"math"

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
	a := Answer{Question: q.Text}
	words := b.words(q.Text)
	if len(words) == 0 {
		a.Reason = ReasonEmpty
		return a
	}
	if q.Statement != "" && b.statement(q.Statement) == nil {
		a.Reason = ReasonNoSuchStatement
		return a
	}
	ranked := b.index.Rank(words, b.model, func(group int32) bool {
		return q.Statement == "" || b.facts[group].statement.ID == q.Statement
	})
	known := b.knownShare(words)
	for i := range min(len(ranked), nearestMost) {
		held := b.facts[ranked[i].Group]
		a.Nearest = append(a.Nearest, Nearest{
			ID: held.statement.ID + "/" + held.fact.ID, Question: held.fact.Question,
			Confidence: confidence(ranked[i].Score, known),
		})
	}
	if len(ranked) == 0 {
		a.Reason = ReasonUnknown
		return a
	}
	a.Confidence = a.Nearest[0].Confidence
	best := b.facts[ranked[0].Group]
	roles := b.rolesOf(words, best.statement)
	switch {
	case roles.reversed(best.fact), known < knownLeast || ranked[0].Share < likenessLeast:
		a.Reason = ReasonUnknown
	case len(ranked) > 1 && ranked[0].Score-ranked[1].Score < marginLeast:
		a.Reason = ReasonAmbiguous
	default:
		b.answer(&a, best)
		a.Note = roles.note(best.fact)
		a.Nearest = a.Nearest[1:]
	}
	return a
}

// confidence squeezes a score into 0 to 1. It is not calibrated yet.
func confidence(score, known float64) float64 {
	return known / (1 + math.Exp(-4*score))
}

func (b *Base) statement(id string) *Statement {
	for _, s := range b.statements {
		if s.ID == id {
			return s
		}
	}
	return nil
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
		if b.known[w.Stem] || b.index.Knows(w) {
			known++
		}
	}
	if telling == 0 {
		return 1
	}
	return float64(known) / float64(telling)
}

func (b *Base) answer(a *Answer, held heldFact) {
	s, f := held.statement, held.fact
	a.Answered, a.Kind, a.ID = true, KindFact, s.ID+"/"+f.ID
	a.Text, a.Party, a.Speaker = f.Answer, f.Party, f.Speaker
	a.Statement = Statement{ID: s.ID, Title: s.Title, Date: s.Date, Place: s.Place, Parties: s.Parties}
	for _, c := range f.Citations {
		for _, source := range s.Sources {
			if source.ID == c.Source {
				verified := Verified(c, source)
				source.Text = ""
				a.Citations = append(a.Citations, Cited{Citation: c, Source: source, Verified: verified})
			}
		}
	}
}
