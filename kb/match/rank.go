package match

import (
	"cmp"
	"math"
	"slices"

	"verbatim/kb/match/linear"
	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

// A Candidate is a group that may answer a question.
type Candidate struct {
	Group      int32
	Score      float64 // comparable between the candidates of one question
	Share      float64 // of the question's evidence that its best phrasing has, about 0 to 1
	Confidence float64 // how likely it is the right one, 0 to 1
	Likeness   Likeness
}

// A Ranking is what the knowledge has for a question.
type Ranking struct {
	Candidates []Candidate // the most likely first
	Signals    Signals     // of the first candidate; zero if there is none
}

// A Question is what groups are ranked for: its words, and its meaning if that is to
// count.
type Question struct {
	Words  []text.Word
	Vector *meaning.Vector // nil: it is ranked by its words alone
	Owners []string        // whose vectors it is compared with; nil: everybody's
}

// votesMost is how many of the nearest phrasings vote.
const votesMost = 20

var unlearned = Model{calibration: beforehand}

// Rank ranks the groups for a question that is cut into words; allow, if not
// nil, leaves groups out. For the model, words that nobody knows are read as the
// known words that they look like; the evidence has these anyway. A nil model ranks by phrasings alone.
func (x *Index) Rank(question Question, model *Model, allow func(group int32) bool) Ranking {
	x.reading()
	defer x.mu.RUnlock()
	if model == nil {
		model = &unlearned
	}
	if allow == nil {
		allow = func(int32) bool { return true }
	}
	r := x.rank(&question, x.likenesses(&question, allow, nil), model.linear, func(d uint32) bool { return allow(x.docs[d].group) })
	r.assess(&model.calibration)
	return r
}

// rank ranks the groups by the documents that allow lets through.
func (x *Index) rank(q *Question, like likenesses, m *linear.Model, allow func(doc uint32) bool) Ranking {
	s := x.borrow()
	defer x.giveBack(s)
	if m == nil {
		s.most = hitsFew
	}
	byGroup := x.vote(x.hits(q.Words, s, allow))
	for _, g := range like.best {
		if byGroup[g] == nil {
			byGroup[g] = &Candidate{Group: g}
		}
	}
	words := x.correct(q.Words)
	decisions := m.Decisions(words)
	var r Ranking
	for g, c := range byGroup {
		c.Likeness = like.at(g)
		c.Score += x.told(g, &decisions, c.Likeness) + x.weights.meaning*float64(c.Likeness.sum())
		r.Candidates = append(r.Candidates, *c)
	}
	slices.SortFunc(r.Candidates, func(a, b Candidate) int {
		return cmp.Or(cmpDesc(a.Score, b.Score), cmp.Compare(a.Group, b.Group))
	})
	if len(r.Candidates) > 0 {
		r.Signals = x.signals(q.Words, words, r.Candidates, like, allow)
		r.Signals.Margin, _ = decisions.Of(r.Candidates[0].Group)
	}
	return r
}

// told is what the linear model says of a group, as far as the group had phrasings for
// it to learn from. A group of few, or one that is newer than the model, has instead
// what its likeness would make of it, so that it is no worse off among groups of many.
func (x *Index) told(group int32, d *linear.Decisions, like Likeness) float64 {
	if d.None() {
		return 0
	}
	value, known := d.Of(group)
	learned := 0.0
	if known {
		n := float64(len(x.groups[group]))
		learned = n / (n + fewPhrasings)
	}
	guess := min(max((float64(like.Phrased)-unlike)/(alike-unlike), 0), 1)
	return learned*max(value+1, 0) + (1-learned)*2*guess
}

// fewPhrasings is the number from which on what the model learned of a group counts
// more than half. Unlike and alike are the likeness of what has nothing to do with a
// question, and of another wording of it.
const (
	fewPhrasings = 4
	unlike       = 0.3
	alike        = 0.8
)

// vote gives each group the likeness of its best phrasing, and its part in the
// likenesses, cubed, of the best few of all.
func (x *Index) vote(hits []hit) map[int32]*Candidate {
	found, votes := map[int32]*Candidate{}, map[int32]float64{}
	all := 0.0
	for i, h := range hits {
		g := x.docs[h.doc].group
		c := found[g]
		if c == nil {
			c = &Candidate{Group: g, Share: float64(h.score)}
			c.Score = x.weights.nearest * c.Share
			found[g] = c
		}
		if i < votesMost {
			vote := float64(h.score) * float64(h.score) * float64(h.score)
			votes[g] += vote
			all += vote
		}
	}
	for g := range votes {
		votes[g] /= max(all, math.SmallestNonzeroFloat64)
		found[g].Score += x.weights.votes * votes[g]
	}
	return found
}

// assess gives the candidates their confidence: the first that of the
// calibration, the others what it leaves, less by their distance.
func (r *Ranking) assess(c *Calibration) {
	for i := range r.Candidates {
		if i == 0 {
			r.Candidates[0].Confidence = c.Right(r.Signals)
			continue
		}
		p := r.Candidates[0].Confidence
		r.Candidates[i].Confidence = min(p, 1-p) * math.Exp(r.Candidates[i].Score-r.Candidates[0].Score)
	}
}
