package match

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

var ablation = flag.Bool("ablation", false, "measure what each part of the matcher brings, for the table in the package's documentation")

// TestAblation takes away one part at a time.
func TestAblation(t *testing.T) {
	if !*ablation {
		t.Skip("takes a minute; run with -ablation")
	}
	defer func(all weights) { measured = all }(measured)
	all := measured
	t.Logf("%-26s %s", "", "intents  typo  silence  faq   en    ar    zh")
	for _, c := range []struct {
		without string
		change  func(w *weights)
		linear  bool
	}{
		{"all", func(*weights) {}, true},
		{"without stems", func(w *weights) { w.stem = 0 }, true},
		{"without look-alikes", func(w *weights) { w.soft = 0 }, true},
		{"without pairs", func(w *weights) { w.pair = 0 }, true},
		{"without triples", func(w *weights) { w.triple = 0 }, true},
		{"common words count whole", func(w *weights) { w.common = 1 }, true},
		{"without correction", func(w *weights) { w.correct = false }, true},
		{"without votes", func(w *weights) { w.votes = 0 }, true},
		{"without nearest", func(w *weights) { w.nearest = 0 }, true},
		{"without linear model", func(*weights) {}, false},
	} {
		measured = all
		c.change(&measured)
		t.Logf("%-26s %s", c.without, ablated(t, c.linear))
	}
}

// ablated gives the figures of one row.
func ablated(t *testing.T, linear bool) string {
	groups, questions := loadSet(t, "intents")
	x, m := indexOf(groups), &Model{calibration: beforehand}
	m.calibration = fit(trials(grouped(groups), linear), beforehand)
	if linear {
		m.linear = train(grouped(groups))
	}
	random := rand.New(rand.NewPCG(3, 4))
	first := func(x *Index, m *Model) func(string) int32 {
		return func(q string) int32 {
			if c := x.Rank(asked(q), m, nil).Candidates; len(c) > 0 {
				return c[0].Group
			}
			return -1
		}
	}
	ask := first(x, m)
	row := []string{
		fmt.Sprintf("%5.1f", rightFirst(questions, ask)),
		fmt.Sprintf("%5.1f", rightFirst(questions, func(q string) int32 { return ask(withTypo(q, random)) })),
		fmt.Sprintf("%5.1f  ", rightWhenDeclined(outcomes(x, m, questions), 0.9)),
	}
	for _, set := range []string{"faq", "passages-en", "passages-ar", "passages-zh"} {
		groups, questions := loadSet(t, set)
		row = append(row, fmt.Sprintf("%5.1f", rightFirst(questions, first(indexOf(groups), nil))))
	}
	return strings.Join(row, " ")
}
