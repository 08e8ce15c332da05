package match

import (
	"cmp"
	"slices"
	"sync"

	"verbatim/kb/match/linear"
	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

// A Model is what is learned from phrasings: how to tell their groups apart, and
// how far a first candidate can be trusted. It reads only.
type Model struct {
	linear      *linear.Model // nil if training was not worth it
	calibration Calibration
}

// A Group is what phrasings ask for, with all of them, cut into words, and what
// else is said of it: its answer, for one. The latter finds nothing, but tells
// whether the words of a question belong there.
type Group struct {
	ID        int32
	Phrasings [][]text.Word
	About     []text.Word

	Owner   string           // whose it is; a question is compared with what its owners have
	Vectors []meaning.Vector // of its phrasings
	Told    []meaning.Vector // of what else is said of it
}

// Bounds of training, which takes time in proportion to the groups times their
// phrasings: on two slow cores about 1.5 s for the public intents (150 groups
// times 15,000).
const (
	phrasingsLeast = 3          // a group on average, below which neighbours are as good
	trainingMost   = 25_000_000 // groups times phrasings
)

// Learn fits a model to groups, whose ids it keeps. The same groups give the same
// model.
func Learn(groups []Group) *Model {
	groups = slices.Clone(groups)
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.ID, b.ID) })
	m := &Model{}
	before := beforehand
	var training sync.WaitGroup // besides the trials
	withLinear := isWorthTraining(groups)
	if withLinear {
		before = beforehandLinear
		training.Go(func() { m.linear = train(groups) })
	}
	m.calibration = fit(trials(groups, withLinear), before)
	training.Wait()
	return m
}

func isWorthTraining(groups []Group) bool {
	phrasings := 0
	for i := range groups {
		phrasings += len(groups[i].Phrasings)
	}
	return phrasings >= phrasingsLeast*len(groups) && phrasings*len(groups) <= trainingMost &&
		len(groups) > 1 && len(groups) <= linear.GroupsMost
}

// train fits a linear model to the phrasings of groups, which are by ascending id.
func train(groups []Group) *linear.Model {
	phrased := make([]linear.Group, len(groups))
	for i, g := range groups {
		phrased[i] = linear.Group{ID: g.ID, Phrasings: g.Phrasings}
	}
	return linear.Train(phrased)
}
