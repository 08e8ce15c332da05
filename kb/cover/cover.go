// Package cover tells how far the words of a question stand, in this form or in another
// word of their sense, in any language, in what would answer it. It knows nothing of
// facts and passages: kb/index keeps its memory, and kb/answer makes signals of what it
// tells, which are weighed with all others.
//
// What it brings is told by go run ./kb/eval/learn -ablation.
package cover

import (
	"strings"
	"sync"

	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

// A Cover is how far words are covered by others, 0 to 1 each but for Missing.
type Cover struct {
	All     float64 // of their weight
	Least   float64 // of the word that is covered least
	Missing float64 // the most weight that one word lacks
}

// Words compares words, and remembers the vectors of those that it compared last. Its
// methods may be called from many goroutines.
type Words struct {
	encode func(string) meaning.Vector

	mu         sync.Mutex
	young, old map[string]*meaning.Vector
}

// rememberedMost is how many vectors of words are remembered, some 300 bytes each. Half of
// them are forgotten at once.
const rememberedMost = 16_384

// New makes Words that have their vectors from encode.
func New(encode func(string) meaning.Vector) *Words {
	return &Words{encode: encode, young: map[string]*meaning.Vector{}}
}

// The most words that are looked at, each of which may have to be encoded.
const (
	askedMost = 40
	toldMost  = 200
)

// Of tells how far the words of a question that are not common ones are covered by what
// is told, each with a weight. It is zero if there are none.
func (w *Words) Of(question, told []text.Word, weight func(text.Word) float64) (c Cover) {
	question, told = content(question, askedMost), content(told, toldMost)
	all := 0.0
	for i, word := range question {
		weighs, covered := weight(word), w.nearest(word, told)
		if all += weighs; i == 0 || covered < c.Least {
			c.Least = covered
		}
		c.All += weighs * covered
		c.Missing = max(c.Missing, weighs*(1-covered))
	}
	c.All /= max(all, 1e-9)
	return c
}

// longest is how many bytes a word has that is looked at.
const longest = 64

// content are the first words of each stem that say something.
func content(words []text.Word, most int) (all []text.Word) {
	seen := map[string]bool{}
	for _, w := range words {
		if !w.Common && !seen[w.Stem] && len(w.Text) <= longest && len(all) < most {
			seen[w.Stem] = true
			all = append(all, w)
		}
	}
	return all
}

// nearest is how far a word is like the one that is most like it.
func (w *Words) nearest(word text.Word, told []text.Word) (most float64) {
	for _, o := range told {
		if o.Stem == word.Stem {
			return 1
		}
	}
	vector := w.vector(word.Text)
	for _, o := range told {
		most = max(most, float64(meaning.Cosine(vector, w.vector(o.Text))))
	}
	return most
}

func (w *Words) vector(word string) *meaning.Vector {
	if v := w.remembered(word); v != nil {
		return v
	}
	v := w.encode(strings.TrimPrefix(word, "@")) // as the names of things begin
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.young) >= rememberedMost/2 {
		w.young, w.old = map[string]*meaning.Vector{}, w.young
	}
	w.young[strings.Clone(word)] = &v // and not the text that it was cut from
	return &v
}

func (w *Words) remembered(word string) *meaning.Vector {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := w.young[word]
	if v == nil {
		if v = w.old[word]; v != nil && len(w.young) < rememberedMost/2 {
			w.young[strings.Clone(word)] = v
		}
	}
	return v
}
