package match

import (
	"math"
	"math/rand/v2"
	"testing"

	"verbatim/kb/meaning"
)

// near is a vector that is about as much like another as asked for.
func near(dice *rand.Rand, v meaning.Vector, noise float64) (w meaning.Vector) {
	for i := range v {
		w[i] = int8(max(-127, min(127, float64(v[i])*(1-noise)+dice.NormFloat64()*20*noise)))
	}
	return w
}

// meant has groups that differ in their vectors alone: 300 subjects, and about each many
// that say something of it.
func meant(x *Index, groups int) (asked []meaning.Vector) {
	dice := rand.New(rand.NewPCG(5, 6))
	var subjects [300]meaning.Vector
	for i := range subjects {
		subjects[i] = near(dice, meaning.Vector{}, 1)
	}
	for g := range groups {
		said := near(dice, subjects[g%len(subjects)], 0.6)
		x.Put(Group{
			ID: int32(g), Phrasings: cut("x"), Vectors: []meaning.Vector{said, near(dice, said, 0.4)}, Told: []meaning.Vector{near(dice, said, 0.5)},
		})
		if g%997 == 0 {
			asked = append(asked, near(dice, said, 0.3))
		}
	}
	return asked
}

// TestAShortlistRanksAsAllDo compares what is found by signs with what is found by
// looking at everything.
func TestAShortlistRanksAsAllDo(t *testing.T) {
	all, short := New(), ForTexts() // in memory, and beyond what stays there
	short.weights = all.weights
	const groups = 15_000
	asked := meant(all, groups)
	meant(short, groups)
	for i, v := range asked {
		allow := func(g int32) bool { return i%2 == 0 || g%9 == 0 }
		q := Question{Vector: &v}
		want, got := all.likenesses(&q, allow, nil), short.likenesses(&q, allow, nil)
		if len(got.best) != nearestGroups {
			t.Fatalf("question %d: %d are nearest, want %d", i, len(got.best), nearestGroups)
		}
		first, best := got.at(got.best[0]), want.at(want.best[0])
		if same := got.best[0] == want.best[0]; i%2 == 0 && !same || first.sum() < 0.95*best.sum() {
			t.Errorf("question %d: best is %v, want %v", i, first, best)
		}
		if other := int32(groups / 2); allow(other) && got.at(other) != want.at(other) {
			t.Errorf("question %d: one that is not near is %v, want %v", i, got.at(other), want.at(other))
		}
		if d := math.Abs(float64(got.means.Phrased - want.means.Phrased)); d > 0.05 {
			t.Errorf("question %d: the mean is %v, want %v", i, got.means, want.means)
		}
	}
	few := Question{Vector: &asked[0]}
	if l := short.likenesses(&few, func(g int32) bool { return g == 14_999 }, nil); len(l.best) != 1 || l.best[0] != 14_999 {
		t.Errorf("the only group that counts is not compared: %v", l.best)
	}
}
