package answer

import (
	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/match"
)

// A Row is what a question is told right or wrong from: the best fact and the best
// passage, with their signals, and the vector of the question.
type Row struct {
	Vector         []float32 // as probes read it; nil if the question has no words
	Fact, Passage  string    // their ids; empty if there is none
	FactSignals    []float64 // as [FactSignals] names them
	PassageSignals []float64 // as [PassageSignals] names them
	Vetoed         bool      // something is against the fact whatever the signals say
	Exact          bool      // the fact is asked in just these words
}

// RowOf weighs a question, as it stands, with what was learned so far: for whoever
// learns more.
func RowOf(v *index.View, q kb.Question, l *Learned) (row Row) {
	x := &inquiry{learned: l, view: v, question: q}
	if x.words = x.cut(q.Text); len(x.words) == 0 {
		return row
	}
	w := x.weigh(x.words, x.words)
	row.Vector, row.Vetoed = Wide(*w.vector), w.veto != ""
	if c := w.ranking.Candidates; len(c) > 0 {
		row.Fact, row.FactSignals, row.Exact = x.view.Entry(c[0].Group).ID(), w.row, w.row == nil
	}
	ranking := v.Passages.Rank(match.Question{Words: w.words, Vector: w.vector}, q.Statement)
	if c := ranking.Candidates; len(c) > 0 {
		row.Passage, row.PassageSignals = v.Passage(c[0].Group).ID(), x.passageRow(w, ranking)
	}
	return row
}
