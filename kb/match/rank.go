package match

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"verbatim/kb/text"
)

// A Candidate is a group that may answer a question.
type Candidate struct {
	Group int32
	Score float64 // comparable between the candidates of one question
	Share float64 // of the question's evidence that its best phrasing has, about 0 to 1
}

// A group's score is its decision value in the linear model, and these shares of
// the likeness of its best phrasing and of its votes; measured on the public
// intents (0.2 to 0.6 are within half a point of each other).
const (
	nearestShare = 0.3
	votesShare   = 0.3
	votesMost    = 20
)

// Rank returns the groups for a question, the most likely first; allow, if not
// nil, leaves groups out. Words that nobody knows are read as the known words
// that they look like.
func (x *Index) Rank(question []text.Word, model *Linear, allow func(group int32) bool) []Candidate {
	x.mu.RLock()
	defer x.mu.RUnlock()
	words := x.correct(question)
	s := x.borrow()
	defer x.giveBack(s)
	byGroup := x.vote(x.hits(words, s), allow)
	if model != nil {
		groups, scores := model.Scores(words)
		for g, c := range byGroup {
			if at, ok := slices.BinarySearch(groups, g); ok {
				c.Score += float64(scores[at])
			}
		}
	}
	ranked := make([]Candidate, 0, len(byGroup))
	for _, c := range byGroup {
		ranked = append(ranked, *c)
	}
	slices.SortFunc(ranked, func(a, b Candidate) int {
		return cmp.Or(cmpDesc(a.Score, b.Score), cmp.Compare(a.Group, b.Group))
	})
	return ranked
}

// vote gives each group the likeness of its best phrasing, and its part in the
// likenesses, cubed, of the best few of all.
func (x *Index) vote(hits []hit, allow func(int32) bool) map[int32]*Candidate {
	found := map[int32]*Candidate{}
	votes, all, voters := map[int32]float64{}, 0.0, 0
	for _, h := range hits {
		g := x.docs[h.doc].group
		if allow != nil && !allow(g) {
			continue
		}
		c := found[g]
		if c == nil {
			c = &Candidate{Group: g, Share: float64(h.score)}
			c.Score = nearestShare * c.Share
			found[g] = c
		}
		if voters < votesMost {
			vote := float64(h.score) * float64(h.score) * float64(h.score)
			votes[g] += vote
			all += vote
			voters++
		}
	}
	for g, v := range votes {
		found[g].Score += votesShare * v / all
	}
	return found
}

// correctFrom is the likeness from which an unknown word is read as a known one,
// and correctLetters the length: shorter words look like too many.
const (
	correctFrom    = 0.55
	correctLetters = 4
)

// correct gives words with those that are not in the vocabulary replaced by the
// most alike.
func (x *Index) correct(words []text.Word) []text.Word {
	words = slices.Clone(words)
	for i := range words {
		w := &words[i]
		if known, ok := x.read(w); ok && known.Text != w.Text {
			w.Text, w.Stem, w.Common = known.Text, known.Stem, known.Common
		}
	}
	return words
}

// read returns the word of the vocabulary that w is read as: itself, or the most
// alike.
func (x *Index) read(w *text.Word) (known text.Word, ok bool) {
	if _, ok := x.voc.ids[w.Text]; ok {
		return *w, true
	}
	if w.Script == text.Unspaced || utf8.RuneCountInString(w.Text) < correctLetters {
		return text.Word{}, false
	}
	near := x.voc.nearest(w.Text)
	if len(near) == 0 || near[0].sim < correctFrom {
		return text.Word{}, false
	}
	return x.voc.words[near[0].word], true
}

// Knows reports whether some phrasing has the word w, or one that Rank would
// read it as.
func (x *Index) Knows(w text.Word) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	_, ok := x.read(&w)
	return ok
}
