// Package vocabulary has the words of an index: each once, with a number, and which of
// them look like a given one. It has the hashes too by which terms and character grams
// are known. It must know no document and no group; kb/match and kb/match/linear call it.
package vocabulary

import (
	"iter"
	"math"
	"slices"
	"strings"
	"sync"

	"verbatim/kb/match/scatter"
	"verbatim/kb/text"
)

// A Vocabulary holds every word of an index once, and finds the words that look
// like a given one. It only grows.
type Vocabulary struct {
	ids   map[string]uint32
	words []word
	stems map[uint32]struct{} // hashes of the words' stems

	mu    sync.Mutex            // of what follows, which questions fill in
	grams scatter.Lists[uint32] // words by their grams
	cuts  scatter.Lists[uint32] // words by what is left when one letter is cut out
	near  map[string][]Near     // memory of look-alikes, dropped when the vocabulary grows
	norms []norm                // by word
	sims  tally
}

// A word is what is kept of one.
type word struct {
	text, stem string
	script     text.Script
	common     bool
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

// A Near is a word that looks like another, with how much: 1 is the same.
type Near struct {
	Word uint32
	Sim  float32
}

// Look-alikes are kept from this similarity on, and at most so many; measured
// on the public question sets.
const (
	nearMin  = 0.2
	nearMost = 40
)

// New returns a vocabulary without words.
func New() *Vocabulary {
	return &Vocabulary{
		ids:   map[string]uint32{},
		stems: map[uint32]struct{}{},
		near:  map[string][]Near{},
	}
}

// Add returns the id of w, and makes one if it has none.
func (v *Vocabulary) Add(w text.Word) uint32 {
	if id, ok := v.ids[w.Text]; ok {
		return id
	}
	id := uint32(len(v.words))
	own := word{strings.Clone(w.Text), "", w.Script, w.Common} // it is not to keep the whole text
	if own.stem = own.text; w.Stem != w.Text {
		own.stem = strings.Clone(w.Stem)
	}
	v.ids[own.text] = id
	v.words = append(v.words, own)
	v.stems[stemHash(own.stem)] = struct{}{}
	if w.Script != text.Unspaced {
		addAll(&v.grams, id, Grams(w.Text))
		addAll(&v.cuts, id, cuts(w.Text))
	}
	v.norms = append(v.norms, norm{})
	clear(v.near)
	return id
}

// addAll adds a word by hashes, which may come several times.
func addAll(lists *scatter.Lists[uint32], id uint32, hashes iter.Seq[uint64]) {
	var seen []uint32
	for hash := range hashes {
		if h := Short(hash); !slices.Contains(seen, h) {
			seen = append(seen, h)
			lists.Add(h, id)
		}
	}
}

func (v *Vocabulary) gramWeight(n int) float32 {
	return float32(math.Log(1 + float64(len(v.words))/float64(max(n, 1))))
}

// norm is the summed weight of a word's grams. It is kept until the vocabulary
// grows.
func (v *Vocabulary) norm(word uint32) float32 {
	n := &v.norms[word]
	if n.of != uint32(len(v.words)) {
		*n = norm{of: uint32(len(v.words))}
		for g := range Grams(v.words[word].text) {
			n.sum += v.gramWeight(v.grams.Count(Short(g)))
		}
	}
	return n.sum
}

// roughNorm is norm, but for up to a tenth, and costs less when the vocabulary
// has grown a little.
func (v *Vocabulary) roughNorm(word uint32) float32 {
	if n := v.norms[word]; n.of+n.of/8 >= uint32(len(v.words)) {
		return n.sum
	}
	return v.norm(word)
}

// Len is the number of words.
func (v *Vocabulary) Len() int { return len(v.words) }

// Word is the word with a number.
func (v *Vocabulary) Word(id uint32) text.Word {
	w := &v.words[id]
	return text.Word{Text: w.text, Stem: w.stem, Script: w.script, Common: w.common}
}

// HasForm reports whether it has a word, or another form of it.
func (v *Vocabulary) HasForm(w *text.Word) bool {
	_, ok := v.stems[stemHash(w.Stem)]
	return ok
}

func stemHash(stem string) uint32 { return Short(hashString(hashSeed, stem)) }
