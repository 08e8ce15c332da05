package trust

import "math"

// A Probe tells from the vector of a text which of some kinds it is of: a logistic
// regression for several kinds.
type Probe struct {
	Kinds   []string    `json:"kinds"`
	Weights [][]float32 `json:"weights"` // by kind: a number for each of the vector's, and the one that is always added
}

// Probabilities are those of a text's being of each kind, by p.Kinds; their sum is 1.
func (p *Probe) Probabilities(vector []float32) []float64 {
	scores := make([]float64, len(p.Kinds))
	for k, w := range p.Weights {
		sum := w[len(vector)]
		for i, x := range vector {
			sum += w[i] * x
		}
		scores[k] = float64(sum)
	}
	return softmax(scores)
}

// softmax makes probabilities of scores, in place.
func softmax(scores []float64) []float64 {
	most := math.Inf(-1)
	for _, s := range scores {
		most = max(most, s)
	}
	sum := 0.0
	for i, s := range scores {
		scores[i] = math.Exp(s - most)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	return scores
}
