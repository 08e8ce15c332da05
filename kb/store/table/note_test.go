package table

import (
	"math"
	"testing"
)

func TestEachHasAFairShare(t *testing.T) {
	for _, c := range []struct {
		total int64
		have  []int64
		want  int64
	}{
		{10, nil, math.MaxInt64},
		{10, []int64{4, 6}, math.MaxInt64},
		{10, []int64{3, 8}, 7},
		{10, []int64{8, 3}, 7},
		{10, []int64{1, 1, 20}, 8},
		{10, []int64{6, 6, 6}, 3},
		{10, []int64{2, 9, 9}, 4},
		{2, []int64{5, 5, 5}, 0},
	} {
		var of []countOf
		for _, n := range c.have {
			of = append(of, countOf{n: n})
		}
		if got := fair(of, c.total); got != c.want {
			t.Errorf("of %v, %d in all, each has %d at most, want %d", c.have, c.total, got, c.want)
		}
	}
}
