package trust

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Sample is what is known of one row: whether it was so, and how much it counts.
type Sample struct {
	Row    []float64
	So     bool
	Weight float64 // 1 for a sample like any other
	Choice int     // samples with the same number above 0 are what one is chosen from; 0 for a sample that stands alone
}

// Growth says how a forest is grown.
type Growth struct {
	Trees   int
	Depth   int     // of each tree: 3 asks up to three things of a row
	Rate    float64 // part of what a tree has found that is believed
	Rows    float64 // part of the samples that a tree sees
	Signals float64 // part of the signals that a split may choose from
	Least   float64 // weight that a leaf has at the least
	Seed    uint64
	Groups  [][]int // if there are any, each tree asks only of the signals of one of them, in turn
}

// Usual is what was measured to do best on statements that were left out of the
// learning.
var Usual = Growth{Trees: 200, Depth: 4, Rate: 0.05, Rows: 0.5, Signals: 0.3, Least: 8, Seed: 1}

// bins is into how many steps the values of a signal are cut before growing.
const bins = 64

// Grow learns a forest from samples, always the same from the same ones. The rows
// have a number for each of the signals.
func Grow(signals []string, samples []Sample, g Growth) *Forest {
	w := newGrowing(len(signals), samples, g)
	f := &Forest{Signals: signals, Start: w.start()}
	for i := range w.odds {
		w.odds[i] = f.Start
	}
	for n := range g.Trees {
		w.choose(n)
		t := w.tree()
		for i := range samples {
			w.odds[i] += float64(t.at(w.rows[i]))
		}
		f.Trees = append(f.Trees, t)
	}
	return f
}

// choose chooses which signals a tree with a number may ask of.
func (w *growing) choose(n int) {
	if len(w.Groups) > 0 {
		w.asks = w.Groups[n%len(w.Groups)]
		return
	}
	if w.asks == nil {
		for s := range w.edges {
			w.asks = append(w.asks, s)
		}
	}
}

// growing is a forest while it grows.
type growing struct {
	Growth
	samples []Sample
	edges   [][]float32 // by signal: the upper bounds of its steps
	step    [][]uint8   // by signal and sample
	rows    [][]float32 // by sample: its row, as trees read it
	odds    []float64   // by sample: what the trees so far say
	now     []total     // by sample: what that leaves to say
	chances []chance    // by choice: how the chances of its samples add up
	random  *rand.Rand
	asks    []int // the signals that the tree may ask of
}

func newGrowing(signals int, samples []Sample, g Growth) *growing {
	w := &growing{
		Growth: g, samples: samples, odds: make([]float64, len(samples)), now: make([]total, len(samples)),
		random: rand.New(rand.NewPCG(g.Seed, 0)),
	}
	for i := range samples {
		w.rows = append(w.rows, narrow(samples[i].Row))
	}
	for s := range signals {
		edges := edgesOf(samples, s)
		steps := make([]uint8, len(samples))
		for i := range samples {
			n, _ := slices.BinarySearch(edges, float32(samples[i].Row[s]))
			steps[i] = uint8(n)
		}
		w.edges, w.step = append(w.edges, edges), append(w.step, steps)
	}
	return w
}

// edgesOf cuts the values of a signal into steps that about as many samples have.
func edgesOf(samples []Sample, signal int) []float32 {
	values := make([]float32, len(samples))
	for i := range samples {
		values[i] = float32(samples[i].Row[signal])
	}
	slices.Sort(values)
	var edges []float32
	for b := 1; b < bins; b++ {
		if len(values) > 0 {
			edges = append(edges, values[b*len(values)/bins])
		}
	}
	return slices.Compact(edges)
}

// start is the log-odds of all samples together.
func (w *growing) start() float64 {
	var so, all float64
	for _, s := range w.samples {
		all += s.Weight
		if s.So {
			so += s.Weight
		}
	}
	p := min(max(so/max(all, 1), 0.001), 0.999)
	return math.Log(p / (1 - p))
}

// tree grows one tree on what the trees before it leave to say.
func (w *growing) tree() Tree {
	inner := 1<<w.Depth - 1
	t := Tree{Signal: make([]int, inner), Split: make([]float32, inner), Leaf: make([]float32, inner+1)}
	rows := make([][]int32, 2*inner+1)
	w.weigh()
	for i := range w.samples {
		w.now[i] = w.left(i)
		if w.random.Float64() < w.Rows {
			rows[0] = append(rows[0], int32(i))
		}
	}
	for node := range inner {
		signal, step := w.split(rows[node])
		t.Signal[node] = signal
		if signal < 0 {
			rows[2*node+1] = rows[node]
			continue
		}
		t.Split[node] = w.edges[signal][step]
		for _, i := range rows[node] {
			side := 2*node + 1
			if int(w.step[signal][i]) > step {
				side++
			}
			rows[side] = append(rows[side], i)
		}
	}
	for leaf := range t.Leaf {
		t.Leaf[leaf] = float32(w.Rate * w.sum(rows[inner+leaf]).step())
	}
	return t
}

// A total is what some samples leave to say: how far their truth is from what is
// said of them, and how sure that is.
type total struct{ rest, sure, weight float64 }

// step is how far their log-odds should move (one step of Newton's method).
func (t total) step() float64 { return t.rest / (t.sure + 1) }

// gain is how much better a step makes them.
func (t total) gain() float64 { return t.rest * t.rest / (t.sure + 1) }

func (t total) less(o total) total {
	return total{t.rest - o.rest, t.sure - o.sure, t.weight - o.weight}
}

func (t *total) add(o total) {
	t.rest, t.sure, t.weight = t.rest+o.rest, t.sure+o.sure, t.weight+o.weight
}

// A chance is the sum of the chances of all samples of a choice, and of those that are so.
type chance struct{ all, so float64 }

// weigh adds up the chances of what is chosen from. Where several samples of a choice
// are so, each counts as far as it is already thought to be the one.
func (w *growing) weigh() {
	clear(w.chances)
	for i := range w.samples {
		s := &w.samples[i]
		if s.Choice == 0 {
			continue
		}
		for s.Choice >= len(w.chances) {
			w.chances = append(w.chances, chance{})
		}
		e := math.Exp(w.odds[i])
		w.chances[s.Choice].all += e
		if s.So {
			w.chances[s.Choice].so += e
		}
	}
}

func (w *growing) left(i int) total {
	s := &w.samples[i]
	p, so := logistic(w.odds[i]), 0.0
	if s.So {
		so = 1
	}
	if s.Choice > 0 {
		e, c := math.Exp(w.odds[i]), w.chances[s.Choice]
		if p = e / c.all; s.So {
			so = e / c.so
		}
	}
	return total{s.Weight * (so - p), s.Weight * p * (1 - p), s.Weight}
}

func (w *growing) sum(rows []int32) (t total) {
	for _, i := range rows {
		t.add(w.now[i])
	}
	return t
}

// split is the signal, of some chosen by chance, and its step that part rows best;
// negative if none does.
func (w *growing) split(rows []int32) (signal, step int) {
	all := w.sum(rows)
	signal, most := -1, all.gain()+1e-6
	for _, s := range w.asks {
		if w.random.Float64() >= w.Signals {
			continue
		}
		var steps [bins]total
		for _, i := range rows {
			steps[w.step[s][i]].add(w.now[i])
		}
		var left total
		for b := range w.edges[s] {
			left.add(steps[b])
			right := all.less(left)
			if left.weight < w.Least || right.weight < w.Least {
				continue
			}
			if gain := left.gain() + right.gain(); gain > most {
				signal, step, most = s, b, gain
			}
		}
	}
	return signal, step
}
