package answer

import (
	"maps"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/text"
)

// passageLeast is the confidence from which a paragraph is said: it is more likely than
// not that it tells what was asked. From passageSure on it is said without a word on how
// far it fits: of those below one in three does not tell what was asked, of those above one
// in twenty (go run ./kb/eval/learn, texts).
const (
	passageLeast = 0.5
	passageSure  = 0.85
)

// doubtMost is the confidence up to which a paragraph is most likely not what was
// asked for.
const doubtMost = 0.25

// passage answers with a paragraph of a held text, if one fits better than the
// facts do.
func (x *inquiry) passage(w weighed) bool {
	ranking := x.weighPassages(w)
	x.paragraphs = ranking.Candidates
	if len(ranking.Candidates) == 0 || !hasContent(w.words) {
		return false
	}
	best := ranking.Candidates[0]
	p := x.view.Passage(best.Group)
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
	if name := x.spokenOf(w.words, p); name != "" {
		x.answer.Note = x.in().Say("note.spoken-of", "Name", name)
	} else if best.Confidence < passageSure {
		x.answer.Note = x.in().Say("note.nearest-place")
	}
	return true
}

// spokenOf is who a question asks the words of ("what did Peru say?"), where a passage has
// the name, and neither the passage nor its statement is told to be theirs.
func (x *inquiry) spokenOf(words []text.Word, p *index.Passage) string {
	says := slices.IndexFunc(words, func(w text.Word) bool { return lexicon.Saying[w.Text] })
	if says < 2 || !lexicon.Helping[words[says-2].Text] || p.Speaker != "" || words[says-1].Common {
		return ""
	}
	name, head := words[says-1], x.view.Head(p.Statement())
	theirs := func(w text.Word) bool { return w.Stem == name.Stem }
	if x.view.Called(p.Statement())[name.Stem] || slices.ContainsFunc(x.view.Words(strings.Join(head.Parties, ", ")), theirs) {
		return ""
	}
	for _, w := range x.view.Words(p.Text) {
		if theirs(w) && w.Upper && !w.Possessive {
			return p.Text[w.Start:w.End]
		}
	}
	return ""
}

// weighPassages ranks the paragraphs, the first with its confidence: those of the text
// that the question names, and if none of them is said, all.
func (x *inquiry) weighPassages(w weighed) match.Ranking {
	if named := x.namedText(w.words); named != "" {
		ranking := x.rankPassages(w, named)
		if len(ranking.Candidates) > 0 && ranking.Candidates[0].Confidence >= passageLeast {
			return ranking
		}
	}
	return x.rankPassages(w, x.question.Statement)
}

func (x *inquiry) rankPassages(w weighed, statement string) match.Ranking {
	ranking := x.view.Passages.Rank(match.Question{Words: w.words, Vector: w.vector}, statement)
	if len(ranking.Candidates) > 0 {
		ranking.Candidates[0].Confidence = x.learned.Passages.Probability(x.passageRow(w, ranking))
	}
	return ranking
}

// namedText is the one statement of several that words are put to: by its title, or by a
// word that no other statement is called by. It is empty if there is none.
func (x *inquiry) namedText(words []text.Word) string {
	heads := x.view.Heads()
	if x.question.Statement != "" || len(heads) < 2 {
		return ""
	}
	named := x.named()
	for _, w := range words {
		if called := x.calledSo(w, heads); len(called) == 1 {
			named[called[0]] = true
		}
	}
	for id := range named {
		if len(named) == 1 {
			return id
		}
	}
	return ""
}

// calledSo gives the statements that a word is part of the name of.
func (x *inquiry) calledSo(w text.Word, heads map[string]*kb.Statement) (ids []string) {
	if w.Common {
		return nil
	}
	for id := range heads {
		if x.view.Called(id)[w.Stem] {
			ids = append(ids, id)
		}
	}
	return ids
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
