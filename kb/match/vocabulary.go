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
	norms []float32           // summed weight of a word's grams
	grams map[uint64][]uint32 // words that have a gram, ascending
	cuts  map[uint64][]uint32 // words by what is left when one letter is cut out
	stems map[string]bool     // of the words
	mu    sync.Mutex          // of near and norms, which questions fill in
	near  map[string][]near   // memory of look-alikes, dropped when the vocabulary grows
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
		grams: map[uint64][]uint32{},
		cuts:  map[uint64][]uint32{},
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
		for g := range grams(w.Text) {
			v.grams[g] = appendOnce(v.grams[g], id)
		}
		for c := range cuts(w.Text) {
			v.cuts[c] = appendOnce(v.cuts[c], id)
		}
	}
	clear(v.near)
	v.norms = v.norms[:0]
	return id
}

func appendOnce(ids []uint32, id uint32) []uint32 {
	if n := len(ids); n > 0 && ids[n-1] == id {
		return ids
	}
	return append(ids, id)
}

func (v *vocabulary) gramWeight(n int) float32 {
	return float32(math.Log(1 + float64(len(v.words))/float64(max(n, 1))))
}

// weigh sums the weights of each word's grams, after the vocabulary has grown.
func (v *vocabulary) weigh() {
	if len(v.norms) == len(v.words) {
		return
	}
	v.norms = make([]float32, len(v.words))
	for _, words := range v.grams {
		x := v.gramWeight(len(words))
		for _, w := range words {
			v.norms[w] += x
		}
	}
}
