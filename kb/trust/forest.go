package trust

import "math"

// A Forest gives the probability that something is so, from a row of signals: the
// sum of many small decision trees, each of which was grown on what the ones before
// it had got wrong (Friedman 2001, "Greedy Function Approximation: A Gradient
// Boosting Machine", for the logistic loss).
type Forest struct {
	Signals []string `json:"signals"` // what each number of a row is
	Start   float64  `json:"start"`   // log-odds before any tree
	Trees   []Tree   `json:"trees"`
}

// A Tree is a decision tree: node i has its children at 2i+1 and 2i+2.
type Tree struct {
	Signal []int     `json:"signal"` // by inner node: which number decides; negative: the left child always
	Split  []float32 `json:"split"`  // by inner node: more than this goes to the right
	Leaf   []float32 `json:"leaf"`   // by leaf: what it adds to the log-odds
}

// Probability is that of a row of signals, which has one number for each of
// f.Signals; 0 to 1. A nil forest has learned nothing, and says a half.
func (f *Forest) Probability(row []float64) float64 {
	return logistic(f.Odds(row))
}

// Odds are the log-odds of a row of signals: of what one is chosen from, the most is the
// best. Those of a nil forest are 0.
func (f *Forest) Odds(row []float64) float64 {
	if f == nil {
		return 0
	}
	odds := f.Start
	for i := range f.Trees {
		odds += float64(f.Trees[i].at(row))
	}
	return odds
}

// at is the leaf that a row falls into.
func (t *Tree) at(row []float64) float32 {
	node := 0
	for node < len(t.Signal) {
		right := 0
		if s := t.Signal[node]; s >= 0 && float32(row[s]) > t.Split[node] {
			right = 1
		}
		node = 2*node + 1 + right
	}
	return t.Leaf[node-len(t.Signal)]
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
