package kb

import (
	"maps"
	"slices"

	"verbatim/kb/match"
	"verbatim/kb/text"
)

// passageLeast is the confidence from which a paragraph is said: less than for a
// fact, for whoever reads it sees at once what it is about. On the public
// paragraphs eight in ten of those said with less than 0.8 are right.
const passageLeast = 0.7

// passage answers with a paragraph of a held text, if one fits better than the
// facts do.
func (x *inquiry) passage(w weighed) bool {
	ranking := x.passages(w)
	if len(ranking.Candidates) == 0 || !tells(w.words) {
		return false
	}
	best := &ranking.Candidates[0]
	p := x.base.paragraphs[best.Group]
	if best.Confidence >= passageLeast && x.elsewhere(w.words, p, best.Group) {
		best.Confidence = objected
	}
	x.addPassages(ranking)
	if best.Confidence < passageLeast || best.Confidence <= w.confidence() {
		return false
	}
	x.answer.Answered, x.answer.Kind, x.answer.ID = true, KindPassage, p.id()
	x.answer.Confidence, x.answer.Text = best.Confidence, p.Text
	x.answer.Statement = copyHead(x.scope.statement(p.statement))
	bare := *p.source
	bare.Text = ""
	x.answer.Citations = []Cited{{Citation: Citation{Source: bare.ID}, Source: bare}}
	x.answer.Nearest = x.answer.Nearest[1:]
	return true
}

// passages ranks the paragraphs of the texts that may answer.
func (x *inquiry) passages(w weighed) match.Ranking {
	return x.base.passages.Rank(w.words, nil, x.base.countingText(x.scope, x.question.Statement))
}

// elsewhere reports whether a question is about what a paragraph does not have: a
// country, a number, or what the question says that it is about.
func (x *inquiry) elsewhere(words []text.Word, p heldParagraph, group int32) bool {
	here := countriesIn(x.scope.words(p.Text))
	for _, party := range x.scope.statement(p.statement).Parties {
		maps.Copy(here, countriesIn(x.scope.words(party)))
	}
	for code := range countriesIn(words) {
		if !here[code] {
			return true
		}
	}
	called := x.readings(words).statementWords(p.statement)
	has := func(w text.Word) bool { return x.base.passages.Has(group, w) || called[w.Stem] }
	if slices.ContainsFunc(words, func(w text.Word) bool { return hasDigit(w.Text) && !has(w) }) {
		return true
	}
	return offTopic(topic(words), x.base.passages, group, called)
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
		p := x.base.paragraphs[passages[0].Group]
		x.answer.Nearest = append(x.answer.Nearest, Nearest{
			ID: p.id(), Question: opening(p.Text), Confidence: passages[0].Confidence,
		})
		passages = passages[1:]
	}
	x.answer.Confidence = x.answer.Nearest[0].Confidence
}

// openingMost is how many characters of a paragraph stand for it in a list.
const openingMost = 80

// opening is how a paragraph begins, cut between words.
func opening(paragraph string) string {
	letters, cut := 0, 0
	for i, r := range paragraph {
		if r == '\n' || letters == openingMost {
			if cut == 0 || r == '\n' {
				cut = i
			}
			return paragraph[:cut] + "…"
		}
		if r == ' ' {
			cut = i
		}
		letters++
	}
	return paragraph
}
