package trust

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

// rings are samples that no single number tells apart: so is what lies in a ring.
func rings(n int, seed uint64) []Sample {
	random := rand.New(rand.NewPCG(seed, 0))
	var samples []Sample
	for range n {
		x, y := 2*random.Float64()-1, 2*random.Float64()-1
		r := math.Hypot(x, y)
		samples = append(samples, Sample{Row: []float64{x, y, random.Float64()}, So: r > 0.4 && r < 0.8, Weight: 1})
	}
	return samples
}

func TestForestLearnsWhatNoSignalTellsAlone(t *testing.T) {
	f := Grow([]string{"x", "y", "noise"}, rings(2000, 1), Growth{Trees: 200, Depth: 3, Rate: 0.2, Rows: 0.7, Signals: 0.7, Least: 5, Seed: 1})
	right := 0
	unseen := rings(1000, 2)
	for _, s := range unseen {
		if (f.Probability(s.Row) > 0.5) == s.So {
			right++
		}
	}
	if right < 930 {
		t.Errorf("%d of 1,000 points that were not learned from are told right; want 930 or more", right)
	}
}

func TestForestIsTheSameFromTheSameSamples(t *testing.T) {
	g := Usual
	g.Trees = 5
	a, b := Grow([]string{"x", "y", "noise"}, rings(300, 1), g), Grow([]string{"x", "y", "noise"}, rings(300, 1), g)
	if !reflect.DeepEqual(a, b) {
		t.Error("two forests that were grown from the same samples differ")
	}
}

func TestForestWithoutSamplesSaysHalf(t *testing.T) {
	f := Grow([]string{"x"}, nil, Usual)
	if p := f.Probability([]float64{1}); p > 0.5 || math.IsNaN(p) {
		t.Errorf("a forest that learned nothing says %v; want at most a half", p)
	}
}

func TestForestBelievesProportions(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 0))
	var samples []Sample
	for range 4000 {
		x := random.Float64()
		samples = append(samples, Sample{Row: []float64{x}, So: random.Float64() < x, Weight: 1})
	}
	f := Grow([]string{"x"}, samples, Growth{Trees: 100, Depth: 2, Rate: 0.1, Rows: 0.7, Signals: 1, Least: 20, Seed: 1})
	for _, x := range []float64{0.1, 0.3, 0.5, 0.7, 0.9} {
		if p := f.Probability([]float64{x}); math.Abs(p-x) > 0.12 {
			t.Errorf("where %.1f of the samples are so, the forest says %.2f", x, p)
		}
	}
}

func TestProbeTellsKinds(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 0))
	draw := func(kind int) []float32 {
		v := make([]float32, 8)
		for i := range v {
			v[i] = float32(random.NormFloat64()) / 8
		}
		v[kind] += 0.7
		return v
	}
	var examples []Example
	for i := range 300 {
		examples = append(examples, Example{Vector: draw(i % 3), Kind: i % 3, Weight: 1})
	}
	p := Teach([]string{"when", "where", "who"}, examples, 1e-3)
	right := 0
	for i := range 300 {
		said := p.Probabilities(draw(i % 3))
		sum, best := 0.0, 0
		for k, x := range said {
			sum += x
			if x > said[best] {
				best = k
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("the probabilities add up to %v", sum)
		}
		if best == i%3 {
			right++
		}
	}
	if right < 280 {
		t.Errorf("%d of 300 are told right; want 280 or more", right)
	}
}

// TestGrowLearnsToChoose holds that of what one is chosen from the right one comes out
// first, though alone it would be as improbable as any other, and though it is not said
// which of two right ones is meant.
func TestGrowLearnsToChoose(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	choice := func(n int) (samples []Sample) {
		base := random.Float64() * 100
		for i := range 8 {
			// The nearest to the top of its own choice is right; one in the middle is called right too.
			samples = append(samples, Sample{Row: []float64{base + float64(i), float64(i)}, So: i == 7 || i == n%5, Weight: 1, Choice: n})
		}
		return samples
	}
	var samples []Sample
	for n := range 200 {
		samples = append(samples, choice(n+1)...)
	}
	f := Grow([]string{"base", "place"}, samples, Usual)
	for n := range 50 {
		best, most := -1, math.Inf(-1)
		for i, s := range choice(n + 1) {
			if odds := f.Odds(s.Row); odds > most {
				best, most = i, odds
			}
		}
		if best != 7 {
			t.Errorf("of choice %d, place %d comes out first", n, best)
		}
	}
}

func TestTreesOfAGroupAskOnlyOfItsSignals(t *testing.T) {
	f := Grow([]string{"x", "y", "noise"}, rings(300, 1), Growth{Trees: 6, Depth: 3, Rate: 0.2, Rows: 1, Signals: 1, Least: 5, Seed: 1, Groups: [][]int{{0}, {1, 2}}})
	for n, tree := range f.Trees {
		for _, s := range tree.Signal {
			if s >= 0 && (s == 0) != (n%2 == 0) {
				t.Errorf("tree %d asks of signal %d", n, s)
			}
		}
	}
}
