package trust

// An Example is the vector of a text, and the kind that it is of.
type Example struct {
	Vector []float32
	Kind   int // its place among the kinds
	Weight float64
}

// teachRounds is after how many rounds the weights no longer move much.
const teachRounds = 400

// Teach learns a probe from examples, by gradient descent with momentum (Nesterov
// 1983). Decay holds the weights small: the more of it, the less a probe learns by
// heart.
func Teach(kinds []string, examples []Example, decay float64) *Probe {
	size := len(examples[0].Vector) + 1
	p := &Probe{Kinds: kinds}
	speed, ahead := make([][]float64, len(kinds)), make([][]float64, len(kinds))
	weights := make([][]float64, len(kinds))
	for k := range kinds {
		speed[k], ahead[k], weights[k] = make([]float64, size), make([]float64, size), make([]float64, size)
	}
	var all float64
	for _, e := range examples {
		all += e.Weight
	}
	for range teachRounds {
		slope := slopes(ahead, examples)
		for k := range kinds {
			for i := range size {
				g := slope[k][i] / all
				if i < size-1 {
					g += decay * ahead[k][i]
				}
				next := ahead[k][i] - rate*g
				speed[k][i] = next - weights[k][i]
				weights[k][i] = next
				ahead[k][i] = next + momentum*speed[k][i]
			}
		}
	}
	for _, w := range weights {
		row := make([]float32, size)
		for i, x := range w {
			row[i] = float32(x)
		}
		p.Weights = append(p.Weights, row)
	}
	return p
}

const (
	rate     = 4 // vectors have length 1, so the loss curves by a quarter at most
	momentum = 0.95
)

// slopes are those of the loss by each weight.
func slopes(weights [][]float64, examples []Example) [][]float64 {
	slope := make([][]float64, len(weights))
	for k := range slope {
		slope[k] = make([]float64, len(weights[k]))
	}
	for _, e := range examples {
		last := len(e.Vector)
		scores := make([]float64, len(weights))
		for k, w := range weights {
			scores[k] = w[last] + dot(w, e.Vector)
		}
		for k, said := range softmax(scores) {
			miss := said
			if k == e.Kind {
				miss--
			}
			miss *= e.Weight
			for i, x := range e.Vector {
				slope[k][i] += miss * float64(x)
			}
			slope[k][last] += miss
		}
	}
	return slope
}

// dot is the inner product of a vector and as many weights. Four sums at a time do not
// wait for each other.
func dot(weights []float64, vector []float32) float64 {
	var a, b, c, d float64
	n := len(vector) &^ 3
	for i := 0; i < n; i += 4 {
		w, v := weights[i:i+4:i+4], vector[i:i+4:i+4]
		a += w[0] * float64(v[0])
		b += w[1] * float64(v[1])
		c += w[2] * float64(v[2])
		d += w[3] * float64(v[3])
	}
	for i, x := range vector[n:] {
		a += weights[n+i] * float64(x)
	}
	return a + b + c + d
}
