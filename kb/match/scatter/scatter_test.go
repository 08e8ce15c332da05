package scatter

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// numbersOf gives the numbers that have a hash, ascending.
func (s *Lists[V]) numbersOf(hash uint32) (all []V) {
	for list := range s.Of(hash) {
		all = append(all, list...)
	}
	slices.Sort(all)
	return all
}

func TestListsHaveWhatAMapHas(t *testing.T) {
	for _, inOrder := range []bool{true, false} {
		random := rand.New(rand.NewPCG(7, 8))
		few := make([]uint32, 200) // hashes that are often the same, at both ends of all
		for i := range few {
			few[i] = random.Uint32()
		}
		few[0], few[1], few[2] = 0, 1<<32-1, 1
		var s Lists[uint32]
		want := map[uint32][]uint32{}
		for i := range uint32(3000) {
			number := i
			if !inOrder {
				number = (i * 7919) % 3001
			}
			for range random.IntN(12) {
				if h := few[random.IntN(len(few))]; !slices.Contains(want[h], number) {
					want[h] = append(want[h], number)
					s.Add(h, number)
				}
			}
			if random.IntN(1+int(i)/4) == 0 { // in batches of any size
				s.Settle()
			}
		}
		s.Settle()
		compare(t, &s, want, few)
		for i := range s.layers[1:] {
			if s.layers[i].count <= 2*s.layers[i+1].count {
				t.Errorf("layer %d has %d entries, not twice as many as the next, %d", i, s.layers[i].count, s.layers[i+1].count)
			}
		}
	}
}

func compare(t *testing.T, s *Lists[uint32], want map[uint32][]uint32, few []uint32) {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		few = append(few, random.Uint32())
	}
	for _, h := range few {
		slices.Sort(want[h])
		if got := s.numbersOf(h); !slices.Equal(got, want[h]) || s.Count(h) != len(got) {
			t.Fatalf("hash %d has %v, want %v", h, got, want[h])
		}
	}
	all := 0
	for h, list := range s.All() {
		if all += len(list); !slices.IsSorted(list) {
			t.Errorf("hash %d has %v, which do not ascend", h, list)
		}
	}
	entries := 0
	for _, numbers := range want {
		entries += len(numbers)
	}
	if all != entries || !s.IsSettled() {
		t.Errorf("there are %d entries, want %d", all, entries)
	}
}

func TestListsOfNothingHaveNothing(t *testing.T) {
	var s Lists[uint32]
	s.Settle()
	if n := s.Count(0); n != 0 {
		t.Errorf("%d numbers, want none", n)
	}
	l := newLayer[uint32](nil)
	for _, h := range []uint32{0, 1, 1<<32 - 1} {
		if numbers := l.having(h); len(numbers) != 0 {
			t.Errorf("hash %d has %v in a layer of none", h, numbers)
		}
	}
}
