package vocabulary

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/kb/text"
)

// wordsHaving gives the words that have a hash, ascending.
func (s *scatter) wordsHaving(hash uint32) (words []uint32) {
	for i := range s.layers {
		words = append(words, s.layers[i].having(hash)...)
	}
	slices.Sort(words)
	return words
}

func TestAScatterFindsWhatAMapDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	few := make([]uint64, 200) // hashes that are often the same, at both ends of all
	for i := range few {
		few[i] = random.Uint64()
	}
	few[0], few[1], few[2] = 0, 1<<32-1, 1
	var s scatter
	want := map[uint32][]uint32{}
	for word := range uint32(3000) {
		hashes := make([]uint64, random.IntN(12))
		for i := range hashes {
			hashes[i] = few[random.IntN(len(few))]
			if h := Short(hashes[i]); !slices.Contains(want[h], word) {
				want[h] = append(want[h], word)
			}
		}
		s.add(word, slices.Values(hashes))
		if random.IntN(1+int(word)/4) == 0 { // in batches of any size
			s.settle()
		}
	}
	s.settle()
	for _, h := range few {
		if got := s.wordsHaving(Short(h)); !slices.Equal(got, want[Short(h)]) || s.count(Short(h)) != len(got) {
			t.Fatalf("hash %d has words %v, want %v", Short(h), got, want[Short(h)])
		}
	}
	for range 1000 {
		if h := random.Uint32(); len(s.wordsHaving(h)) != len(want[h]) {
			t.Fatalf("hash %d has words %v, want %v", h, s.wordsHaving(h), want[h])
		}
	}
	for i := range s.layers[1:] {
		if len(s.layers[i].words) <= 2*len(s.layers[i+1].words) {
			t.Errorf("list %d has %d entries, not twice as many as the next, %d", i, len(s.layers[i].words), len(s.layers[i+1].words))
		}
	}
}

func TestAScatterOfNothingFindsNothing(t *testing.T) {
	var s scatter
	s.settle()
	if n := s.count(0); n != 0 {
		t.Errorf("%d words, want none", n)
	}
	l := newLayer(nil)
	for _, h := range []uint32{0, 1, 1<<32 - 1} {
		if words := l.having(h); len(words) != 0 {
			t.Errorf("hash %d has words %v in a list of none", h, words)
		}
	}
}

// TestEndlessWordsAreNotCut keeps them from taking minutes.
func TestEndlessWordsAreNotCut(t *testing.T) {
	for range cuts(strings.Repeat("word", 100_000)) {
		t.Fatal("a word of 400,000 letters is cut")
	}
	for _, n := range []int{editedLeast, editedMost} {
		word := strings.Repeat("a", n)
		for _, known := range []string{word + "b", word[1:] + "b", word[1:]} {
			v := New()
			v.Add(text.Words(known)[0])
			if near := v.Nearest(&text.Words(word)[0]); len(near) == 0 || near[0].Sim < 0.55 {
				t.Errorf("a word of %d letters is not found by one of %d: %v", n, len(known), near)
			}
		}
	}
}
