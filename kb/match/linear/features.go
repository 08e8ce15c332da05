package linear

import (
	"maps"
	"math"
	"slices"

	"verbatim/kb/match/scatter"
	"verbatim/kb/match/vocabulary"
	"verbatim/kb/text"
)

// A vector is a sparse vector of unit length, by ascending feature.
type vector struct {
	ids    []uint32
	values []float32
}

// features numbers the words, stems, pairs of stems and character grams of the
// texts that it was made from, and weighs them by rarity.
type features struct {
	hashes []uint32 // by feature, ascending
	kinds  []uint8
	rarity []float32
	firsts []uint32 // a directory of the hashes
	shift  int
}

// The kinds of features; each kind weighs the same in a vector.
const (
	wordFeature = iota
	stemFeature
	pairFeature
	gramFeature
	featureKinds
)

// eachFeature calls f with the kind and hash of every feature of words. The
// first and last stems make pairs with the borders of the text.
func eachFeature(words []text.Word, f func(kind uint8, hash uint64)) {
	last := "^"
	for i := range words {
		w := &words[i]
		f(wordFeature, vocabulary.Term(vocabulary.WordTerm, w.Text))
		f(stemFeature, vocabulary.Term(vocabulary.StemTerm, w.Stem))
		f(pairFeature, vocabulary.Term(vocabulary.PairTerm, last, w.Stem))
		last = w.Stem
		if w.Script == text.Unspaced {
			continue
		}
		for g := range vocabulary.Grams(w.Text) {
			f(gramFeature, g)
		}
	}
	f(pairFeature, vocabulary.Term(vocabulary.PairTerm, last, "$"))
}

func newFeatures(texts [][]text.Word) *features {
	type seen struct {
		kind   uint8
		df     int
		lastIn int
	}
	found := map[uint32]*seen{}
	for d, words := range texts {
		eachFeature(words, func(kind uint8, hash uint64) {
			f := found[vocabulary.Short(hash)]
			if f == nil {
				f = &seen{kind: kind, lastIn: -1}
				found[vocabulary.Short(hash)] = f
			}
			if f.lastIn != d {
				f.df++
				f.lastIn = d
			}
		})
	}
	fs := &features{hashes: slices.Sorted(maps.Keys(found))}
	for _, hash := range fs.hashes {
		f := found[hash]
		fs.kinds = append(fs.kinds, f.kind)
		fs.rarity = append(fs.rarity, float32(1+math.Log(float64(1+len(texts))/float64(1+f.df))))
	}
	fs.firsts, fs.shift = scatter.Directory(fs.hashes)
	return fs
}

// id is the number of the feature with a hash.
func (fs *features) id(hash uint32) (id uint32, ok bool) {
	upper := hash >> fs.shift
	for id := fs.firsts[upper]; id < fs.firsts[upper+1]; id++ {
		if fs.hashes[id] == hash {
			return id, true
		}
	}
	return 0, false
}

// vector gives the known features of words: (1 + log times) × rarity, each kind
// brought to the same length, all together to length 1. It is empty if nothing
// is known.
func (fs *features) vector(words []text.Word) vector {
	var v vector
	eachFeature(words, func(_ uint8, hash uint64) {
		if id, ok := fs.id(vocabulary.Short(hash)); ok {
			v.ids = append(v.ids, id)
		}
	})
	slices.Sort(v.ids)
	ids := v.ids[:0]
	v.values = make([]float32, 0, len(v.ids))
	for i := 0; i < len(v.ids); {
		n := 1
		for i+n < len(v.ids) && v.ids[i+n] == v.ids[i] {
			n++
		}
		id := v.ids[i]
		i += n
		ids = append(ids, id)
		v.values = append(v.values, float32(1+math.Log(float64(n)))*fs.rarity[id])
	}
	v.ids = ids
	fs.normalize(v)
	return v
}

func (fs *features) normalize(v vector) {
	var squares [featureKinds]float64
	for i, id := range v.ids {
		squares[fs.kinds[id]] += float64(v.values[i]) * float64(v.values[i])
	}
	kinds := 0
	for _, s := range squares {
		if s > 0 {
			kinds++
		}
	}
	for i, id := range v.ids {
		v.values[i] /= float32(math.Sqrt(squares[fs.kinds[id]] * float64(kinds)))
	}
}
