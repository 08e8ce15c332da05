package meaning

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestAShortlistIsAsLongAsItIsAskedFor(t *testing.T) {
	v := Vector{1, -1}
	far := Vector{-1, 1}
	signs := []Signs{far.Signs(), v.Signs(), v.Signs(), far.Signs()}
	for count, want := range map[int][]int32{-1: nil, 0: nil, 1: {1}, 2: {1, 2}, 3: {0, 1, 2}, 4: {0, 1, 2, 3}, 9: {0, 1, 2, 3}} {
		if got := Shortlist(nil, &v, signs, count); !slices.Equal(got, want) {
			t.Errorf("of %d the list is %d, want %d", count, got, want)
		}
	}
	if got := Shortlist([]int32{7}, &v, nil, 3); !slices.Equal(got, []int32{7}) {
		t.Errorf("of an empty table the list is %d", got)
	}
}

func BenchmarkShortlist1000000(b *testing.B) {
	dice := rand.New(rand.NewPCG(1, 2))
	table := make([]Signs, 1_000_000)
	for i := range table {
		for j := range table[i] {
			table[i][j] = dice.Uint64()
		}
	}
	e := standard(b)
	query := e.Encode(question)
	var out []int32
	for b.Loop() {
		out = Shortlist(out[:0], &query, table, 20_000)
	}
}
