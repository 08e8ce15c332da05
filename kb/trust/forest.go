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
	odds, row32 := f.Start, narrow(row)
	for i := range f.Trees {
		odds += float64(f.Trees[i].at(row32))
	}
	return odds
}

// First is the forest of the first trees, which tell about what all of them tell.
func (f *Forest) First(n int) *Forest {
	return &Forest{Signals: f.Signals, Start: f.Start, Trees: f.Trees[:min(n, len(f.Trees))]}
}

// narrow is a row as trees read it.
func narrow(row []float64) []float32 {
	all := make([]float32, len(row))
	for i, x := range row {
		all[i] = float32(x)
	}
	return all
}

// at is the leaf that a row falls into.
func (t *Tree) at(row []float32) float32 {
	node, signals := 0, t.Signal
	splits := t.Split[:len(signals)]
	for node < len(signals) {
		next := 2*node + 1
		if s := signals[node]; s >= 0 && row[s] > splits[node] {
			next++
		}
		node = next
	}
	return t.Leaf[node-len(t.Signal)]
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
