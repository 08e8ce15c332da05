// Package linear tells groups of phrasings apart by a linear model: one classifier a
// group, against all others, over words, stems, pairs and character grams. It must know
// nothing but phrasings and the ids of their groups; kb/match calls it, where groups have
// many phrasings.
package linear

import (
	"math"
	"slices"

	"verbatim/kb/text"
)

// A Model tells groups apart by one linear classifier a group, each against all
// others, over words, stems, pairs and character grams. It is good where groups
// have ten phrasings or more, and reads only: a new one is trained when phrasings
// have changed.
type Model struct {
	features *features
	groups   []int32 // ascending
	bias     []float32
	starts   []uint32 // of each feature's weights
	weights  []uint32 // packed: a group's place in the upper half, an int16 of units in the lower
	unit     float32  // finer ones changed no score
}

// GroupsMost is how many groups a model can tell apart.
const GroupsMost = math.MaxUint16

// weightLeast leaves out weights that change no score: on the public intents
// nine in ten of them, at no loss.
const weightLeast = 0.03

// A Group is what phrasings, cut into words, ask for.
type Group struct {
	ID        int32
	Phrasings [][]text.Word
}

// Train fits a model to the phrasings of groups, which are by ascending
// id.
func Train(groups []Group) *Model {
	var texts [][]text.Word
	var places []int // of the groups of texts
	m := &Model{bias: make([]float32, len(groups))}
	for place, g := range groups {
		m.groups = append(m.groups, g.ID)
		for _, words := range g.Phrasings {
			texts, places = append(texts, words), append(places, place)
		}
	}
	m.features = newFeatures(texts)
	vectors := make([]vector, len(texts))
	for i, words := range texts {
		vectors[i] = m.features.vector(words)
	}
	byFeature := make([][]fullWeight, len(m.features.kinds))
	t := newTrainer(vectors, len(byFeature))
	for place := range groups {
		m.bias[place] = t.fit(func(i int) bool { return places[i] == place })
		for f, w := range t.weights {
			if math.Abs(float64(w)) >= weightLeast {
				byFeature[f] = append(byFeature[f], fullWeight{uint16(place), w})
			}
		}
	}
	m.pack(byFeature)
	return m
}

// A fullWeight is what a feature says for a group.
type fullWeight struct {
	group uint16
	value float32
}

func (m *Model) pack(byFeature [][]fullWeight) {
	n, most := 0, float32(0)
	for _, ws := range byFeature {
		n += len(ws)
		for _, w := range ws {
			most = max(most, w.value, -w.value)
		}
	}
	m.unit = max(most, weightLeast) / math.MaxInt16
	m.weights = make([]uint32, 0, n)
	m.starts = make([]uint32, 1, len(byFeature)+1)
	for _, ws := range byFeature {
		for _, w := range ws {
			value := int16(math.Round(float64(w.value / m.unit)))
			m.weights = append(m.weights, uint32(w.group)<<16|uint32(uint16(value)))
		}
		m.starts = append(m.starts, uint32(len(m.weights)))
	}
}

// Decisions are the decision values of all groups for one question: above 0 on
// the group's side, about 1 for its own phrasings.
type Decisions struct {
	groups []int32 // ascending
	values []float32
}

// Decisions of words. It gives none for a nil model.
func (m *Model) Decisions(words []text.Word) Decisions {
	if m == nil {
		return Decisions{}
	}
	d := Decisions{m.groups, slices.Clone(m.bias)}
	v := m.features.vector(words)
	for i, f := range v.ids {
		value := v.values[i] * m.unit
		for _, w := range m.weights[m.starts[f]:m.starts[f+1]] {
			d.values[w>>16] += value * float32(int16(w))
		}
	}
	return d
}

// Of gives 0 for a group that the model does not know.
func (d Decisions) Of(group int32) (value float64, known bool) {
	if i, ok := slices.BinarySearch(d.groups, group); ok {
		return float64(d.values[i]), true
	}
	return 0, false
}

// None reports whether there is none, for want of a model.
func (d Decisions) None() bool { return len(d.groups) == 0 }
