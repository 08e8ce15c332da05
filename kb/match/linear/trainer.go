package linear

import (
	"math"
	"math/rand/v2"
)

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
