package answer

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/match"
	"verbatim/kb/text"
)

// An Explanation says how a question was read and weighed on the way that led to
// its answer, or to none.
type Explanation struct {
	Path       []string         `json:",omitempty"` // how it was read, but as it stands; the last step first
	Words      []match.Evidence // of the words, with names replaced by @ and their first alias, and what the best has of them
	Candidates []Weighed        // facts, the best first, at most 5
	Passages   []Weighed        `json:",omitempty"` // paragraphs, likewise; none where they were not looked at
	Signals    match.Signals    // of the best fact
	Least      float64          // the confidence from which a fact is said
}

// Weighed is a fact or a paragraph that was weighed for a question.
type Weighed struct {
	ID         string
	Score      float64 // comparable within one question
	Nearest    float64 // likeness of its nearest phrasing, about 0 to 1
	Confidence float64
	Veto       string `json:"Against"` // why it may not be said whatever the confidence; empty if nothing is against it
}

// Explain answers a question as [To] does, and says how it came to that.
func Explain(v *index.View, q kb.Question) (kb.Answer, Explanation) {
	x := inquire(v, q)
	return x.answer, x.explain()
}

// explain tells the way of the question that was answered: of the one before, where
// that was answered once more.
func (x *inquiry) explain() Explanation {
	if x.before != nil {
		e := x.before.explain()
		e.Path = append([]string{"answered as the question before"}, e.Path...)
		return e
	}
	e := Explanation{Least: Least}
	if x.decided == nil {
		return e
	}
	w, best := x.decided, int32(-1)
	e.Path, e.Signals = w.path, w.ranking.Signals
	for i, c := range w.ranking.Candidates[:min(len(w.ranking.Candidates), nearestMost)] {
		entry, veto := x.view.Entry(c.Group), w.veto
		if i == 0 {
			best = c.Group
		}
		e.Candidates = append(e.Candidates, Weighed{entry.ID(), c.Score, c.Share, c.Confidence, veto})
	}
	for _, c := range x.paragraphs[:min(len(x.paragraphs), nearestMost)] {
		e.Passages = append(e.Passages, Weighed{x.view.Passage(c.Group).ID(), c.Score, c.Share, c.Confidence, ""})
	}
	if x.answer.Kind == kb.KindPassage {
		e.Words = x.view.Passages.Explain(w.words, x.paragraphs[0].Group)
	} else {
		e.Words = x.view.Facts.Explain(w.read, best)
	}
	return e
}

// through is what was weighed after one more step on the way to it.
func (w weighed) through(step string) weighed {
	w.path = slices.Insert(slices.Clip(w.path), 0, step)
	return w
}

// quoted writes words one after the other, for an explanation.
func quoted(words []text.Word) string {
	var all []string
	for _, w := range words {
		all = append(all, "“"+strings.TrimPrefix(w.Text, "@")+"”")
	}
	return strings.Join(all, " ")
}
