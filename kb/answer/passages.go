package answer

import (
	"maps"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/text"
)

// passageLeast is the confidence from which a paragraph is said: more than for a fact,
// for near misses of whole texts are harder to tell.
const passageLeast = 0.72

// doubtMost is the confidence up to which a paragraph is most likely not what was
// asked for.
const doubtMost = 0.25

// passage answers with a paragraph of a held text, if one fits better than the
// facts do.
func (x *inquiry) passage(w weighed) bool {
	ranking := x.view.Passages.Rank(match.Question{Words: w.words, Vector: w.vector}, x.question.Statement)
	x.paragraphs = ranking.Candidates
	if len(ranking.Candidates) == 0 || !hasContent(w.words) {
		return false
	}
	best := &ranking.Candidates[0]
	p := x.view.Passage(best.Group)
	best.Confidence = x.learned.Passages.Probability(x.passageRow(w, ranking))
	x.doubted = best.Confidence < doubtMost
	x.addPassages(ranking)
	if best.Confidence < passageLeast || best.Confidence <= w.confidence() {
		return false
	}
	x.answer.Answered, x.answer.Kind, x.answer.ID = true, kb.KindPassage, p.ID()
	x.answer.Confidence, x.answer.Text = best.Confidence, p.Text
	x.answer.Statement = x.view.Head(p.Statement()).Bare()
	source := p.Source().Bare()
	x.answer.Citations = []kb.Cited{{Citation: kb.Citation{Source: source.ID}, Source: source}}
	x.answer.Nearest = x.answer.Nearest[1:]
	return true
}

// elsewhere is how many countries and numbers of a question a passage does not have.
func (x *inquiry) elsewhere(words []text.Word, p *index.Passage, group int32) (countries, numbers float64) {
	here := lexicon.Countries(x.view.Words(p.Text))
	for _, party := range x.view.Head(p.Statement()).Parties {
		maps.Copy(here, lexicon.Countries(x.view.Words(party)))
	}
	for code := range lexicon.Countries(words) {
		if !here[code] {
			countries++
		}
	}
	called := x.view.Called(p.Statement())
	for _, w := range words {
		if hasDigit(w.Text) && !x.view.Passages.Has(group, w) && !called[w.Stem] {
			numbers++
		}
	}
	return countries, numbers
}

// addPassages puts paragraphs among the nearest, by confidence.
func (x *inquiry) addPassages(r match.Ranking) {
	facts := x.answer.Nearest
	x.answer.Nearest = nil
	passages := r.Candidates[:min(len(r.Candidates), nearestMost)]
	for len(x.answer.Nearest) < nearestMost && len(facts)+len(passages) > 0 {
		if len(passages) == 0 || len(facts) > 0 && facts[0].Confidence >= passages[0].Confidence {
			x.answer.Nearest, facts = append(x.answer.Nearest, facts[0]), facts[1:]
			continue
		}
		p := x.view.Passage(passages[0].Group)
		x.answer.Nearest = append(x.answer.Nearest, kb.Nearest{
			ID: p.ID(), Question: p.Opening(), Confidence: passages[0].Confidence,
		})
		passages = passages[1:]
	}
	x.answer.Confidence = x.answer.Nearest[0].Confidence
}
