package match

import (
	"math"
	"unicode/utf8"

	"verbatim/kb/match/vocabulary"
	"verbatim/kb/text"
)

// Signals are what tells a right first candidate from a wrong one.
type Signals struct {
	Margin  float64 // its decision value in the linear model; 0 without one
	Gap     float64 // its score less that of the second
	Nearest float64 // likeness of its best phrasing, about 0 to 1
	Covered float64 // part of the question's words, by rarity, that it has, 0 to 1
	Length  float64 // logarithm of the number of words: of a long question less is found
	Pairs   float64 // part of the question's pairs of neighbouring words that it has, 0 to 1

	Phrased, Told         float64 // its likeness
	PhrasedGap, ToldGap   float64 // that less the most that another has
	PhrasedLift, ToldLift float64 // that less the mean of all
}

// signals gives those that do not come from the linear model. Words are the
// question's, corrected.
func (x *Index) signals(question, words []text.Word, ranked []Candidate, like likenesses, allow func(doc uint32) bool) Signals {
	s := Signals{Nearest: ranked[0].Share, Gap: ranked[0].Score}
	if len(ranked) > 1 {
		s.Gap -= ranked[1].Score
	}
	like.signals(&s, ranked[0].Group)
	has := func(kind rune, parts ...string) (in bool, hash uint32) {
		hash = termHash(kind, parts...)
		return x.byTerm.has(hash, x.groups[ranked[0].Group], allow), hash
	}
	var all, covered, pairs float64
	for i, w := range words {
		in, hash := has(vocabulary.StemTerm, w.Stem)
		df := x.spread(hash)
		weight := rarity(float64(df), float64(len(x.groups)))
		if w.Common {
			weight *= float64(x.weights.common)
		}
		if df == 0 && isScrap(&question[i]) {
			weight *= scrapCounts
		}
		all += weight
		switch {
		case !in:
		case w.Text != question[i].Text:
			covered += closeness(question[i].Text, w.Text) * weight
		default:
			covered += weight
		}
		if i > 0 {
			if in, _ := has(vocabulary.PairTerm, words[i-1].Stem, w.Stem); in {
				pairs++
			}
		}
	}
	if all > 0 {
		s.Covered = covered / all
		s.Length = math.Log(float64(max(len(words), lengthLeast)))
		s.Pairs = pairs / float64(max(len(words)-1, 1))
	}
	return s
}

// lengthLeast is the number of words up to which a question is as short as one of a
// word.
const lengthLeast = 4

// Has reports whether a group has a word, in any form, in its phrasings or in
// what else is said of it.
func (x *Index) Has(group int32, w text.Word) bool {
	x.reading()
	defer x.mu.RUnlock()
	return x.byTerm.has(termHash(vocabulary.StemTerm, w.Stem), x.groups[group], func(uint32) bool { return true })
}

// Spread is the part of all groups that have a word, in any form, 0 to 1.
func (x *Index) Spread(w text.Word) float64 {
	x.reading()
	defer x.mu.RUnlock()
	return min(1, float64(x.spread(termHash(vocabulary.StemTerm, w.Stem)))/float64(max(len(x.groups), 1)))
}

// isScrap reports whether an unknown word is so short that it is more likely a
// slip ("teh") or chat ("thx") than the name of something.
func isScrap(w *text.Word) bool {
	return w.Script == text.Latin && !w.Upper && len(w.Text) <= 3
}

const scrapCounts = 0.25

// closeness is how far a word that was read as another may count as that: less
// with each slip, and least where there are several in a short word.
func closeness(asked, read string) float64 {
	slips := float64(text.EditDistance(asked, read, slipsMost))
	return max(0, 1-slipCosts*slips/float64(utf8.RuneCountInString(asked)))
}

const (
	slipsMost = 3
	slipCosts = 2
)
