package match

import (
	"math"
	"math/rand/v2"
	"slices"

	"verbatim/kb/text"
)

// Linear tells groups apart by one linear classifier a group, each against all
// others, over words, stems, pairs and character grams. It is good where groups
// have ten phrasings or more, and reads only: train a new one when phrasings
// have changed.
type Linear struct {
	features *features
	groups   []int32 // ascending
	bias     []float32
	starts   []uint32 // of each feature's weights
	weights  []groupWeight
}

type groupWeight struct {
	group uint32 // place in groups
	value float32
}

// weightLeast leaves out weights that change no score: on the public intents
// three quarters of them, at no loss.
const weightLeast = 0.01

// Train fits a model to texts, of which the i-th belongs to groups[i]. It takes
// time in proportion to the groups times the texts: about 1.5 s for 150 groups
// with 100 phrasings each.
func Train(texts [][]text.Word, groups []int32) *Linear {
	m := &Linear{features: newFeatures(texts)}
	vectors := make([]vector, len(texts))
	for i, words := range texts {
		vectors[i] = m.features.vector(words)
	}
	m.groups = slices.Clone(groups)
	slices.Sort(m.groups)
	m.groups = slices.Compact(m.groups)
	m.bias = make([]float32, len(m.groups))
	byFeature := make([][]groupWeight, len(m.features.kinds))
	t := newTrainer(vectors, len(byFeature))
	for g, group := range m.groups {
		m.bias[g] = t.fit(func(i int) bool { return groups[i] == group })
		for f, w := range t.weights {
			if math.Abs(float64(w)) >= weightLeast {
				byFeature[f] = append(byFeature[f], groupWeight{uint32(g), w})
			}
		}
	}
	m.pack(byFeature)
	return m
}

func (m *Linear) pack(byFeature [][]groupWeight) {
	m.starts = make([]uint32, 1, len(byFeature)+1)
	for _, ws := range byFeature {
		m.weights = append(m.weights, ws...)
		m.starts = append(m.starts, uint32(len(m.weights)))
	}
}

// Scores gives the decision value of every group for words: above 0 on the
// group's side, about 1 for its own phrasings. The slices are parallel; groups
// are ascending.
func (m *Linear) Scores(words []text.Word) (groups []int32, scores []float32) {
	scores = slices.Clone(m.bias)
	v := m.features.vector(words)
	for i, f := range v.ids {
		for _, w := range m.weights[m.starts[f]:m.starts[f+1]] {
			scores[w.group] += v.values[i] * w.value
		}
	}
	return m.groups, scores
}

// A trainer fits support vector machines with squared hinge loss by dual
// coordinate descent with shrinking (Hsieh et al., ICML 2008, the method of
// LIBLINEAR), cost 1.
type trainer struct {
	vectors []vector
	weights []float32
	alpha   []float64
	order   []int
	random  *rand.Rand
}

const (
	trainingRounds = 30
	trainingEnough = 0.05 // the largest step of a round that ends the training
	shrinkFrom     = 0.1  // a vector this far on its side is left alone
	costTerm       = 0.5  // 1 / (2 × cost)
)

func newTrainer(vectors []vector, features int) *trainer {
	return &trainer{
		vectors: vectors,
		weights: make([]float32, features),
		alpha:   make([]float64, len(vectors)),
		random:  rand.New(rand.NewPCG(1, 2)), // the same phrasings, the same model
	}
}

// fit sets t.weights to those of a new classifier and returns its bias.
func (t *trainer) fit(positive func(i int) bool) (bias float32) {
	clear(t.weights)
	clear(t.alpha)
	t.order = t.random.Perm(len(t.vectors))
	active := len(t.order)
	for range trainingRounds {
		t.random.Shuffle(active, func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
		largest := 0.0
		for k := 0; k < active; k++ {
			i := t.order[k]
			gradient, step := t.step(i, positive(i), bias)
			if t.alpha[i] == 0 && gradient > shrinkFrom {
				active--
				t.order[k], t.order[active] = t.order[active], t.order[k]
				k--
				continue
			}
			bias += step
			largest = max(largest, math.Abs(float64(step)))
		}
		if largest < trainingEnough {
			break
		}
	}
	return bias
}

// step moves the weights for one vector, and returns its gradient and the move
// of the bias.
func (t *trainer) step(i int, positive bool, bias float32) (gradient float64, move float32) {
	v, side := &t.vectors[i], -1.0
	if positive {
		side = 1
	}
	value := bias
	for j, f := range v.ids {
		value += t.weights[f] * v.values[j]
	}
	gradient = side*float64(value) - 1 + costTerm*t.alpha[i]
	if t.alpha[i] == 0 && gradient >= 0 {
		return gradient, 0
	}
	before := t.alpha[i]
	// A vector has length 1, and 1 more for the bias.
	t.alpha[i] = max(0, before-gradient/(2+costTerm))
	move = float32((t.alpha[i] - before) * side)
	for j, f := range v.ids {
		t.weights[f] += move * v.values[j]
	}
	return gradient, move
}
