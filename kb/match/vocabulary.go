package match

import (
	"math"
	"sync"

	"verbatim/kb/text"
)

// A vocabulary holds every word of an index once, and finds the words that look
// like a given one. It only grows.
type vocabulary struct {
	ids   map[string]uint32
	words []text.Word
	stems map[string]bool // of the words

	mu    sync.Mutex        // of what follows, which questions fill in
	grams scatter           // words by their grams
	cuts  scatter           // words by what is left when one letter is cut out
	near  map[string][]near // memory of look-alikes, dropped when the vocabulary grows
	norms []norm            // by word
	sims  tally
}

// A norm is the summed weight of a word's grams when the vocabulary had so many
// words.
type norm struct {
	sum float32
	of  uint32
}

// A tally counts for words. It is used again by the next question.
type tally struct {
	sums  []float32
	words []uint32 // whose sum is not 0
}

func (t *tally) add(word uint32, x float32) {
	if t.sums[word] == 0 {
		t.words = append(t.words, word)
	}
	t.sums[word] += x
}

// clear makes the tally one of n words, with nothing counted.
func (t *tally) clear(n int) {
	for _, w := range t.words {
		t.sums[w] = 0
	}
	t.words = t.words[:0]
	if len(t.sums) < n {
		t.sums = make([]float32, n+n/8)
	}
}

// A near is a word that looks like another, with how much: 1 is the same.
type near struct {
	word uint32
	sim  float32
}

// Look-alikes are kept from this similarity on, and at most so many; measured
// on the public question sets.
const (
	nearMin  = 0.2
	nearMost = 40
)

func newVocabulary() *vocabulary {
	return &vocabulary{
		ids:   map[string]uint32{},
		stems: map[string]bool{},
		near:  map[string][]near{},
	}
}

// add returns the id of w, and makes one if it has none.
func (v *vocabulary) add(w text.Word) uint32 {
	if id, ok := v.ids[w.Text]; ok {
		return id
	}
	id := uint32(len(v.words))
	v.ids[w.Text] = id
	v.words = append(v.words, text.Word{Text: w.Text, Stem: w.Stem, Script: w.Script, Common: w.Common})
	v.stems[w.Stem] = true
	if w.Script != text.Unspaced {
		v.grams.add(id, grams(w.Text))
		v.cuts.add(id, cuts(w.Text))
	}
	v.norms = append(v.norms, norm{})
	clear(v.near)
	return id
}

func (v *vocabulary) gramWeight(n int) float32 {
	return float32(math.Log(1 + float64(len(v.words))/float64(max(n, 1))))
}

// norm is the summed weight of a word's grams. It is kept until the vocabulary
// grows.
func (v *vocabulary) norm(word uint32) float32 {
	n := &v.norms[word]
	if n.of != uint32(len(v.words)) {
		*n = norm{of: uint32(len(v.words))}
		for g := range grams(v.words[word].Text) {
			n.sum += v.gramWeight(v.grams.count(short(g)))
		}
	}
	return n.sum
}

// roughNorm is norm, but for up to a tenth, and costs less when the vocabulary
// has grown a little.
func (v *vocabulary) roughNorm(word uint32) float32 {
	if n := v.norms[word]; n.of+n.of/8 >= uint32(len(v.words)) {
		return n.sum
	}
	return v.norm(word)
}
