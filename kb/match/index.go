package match

import (
	"math"
	"sync"

	"verbatim/kb/text"
)

// An Index holds phrasings in groups, and ranks the groups for a question. A
// group is whatever the phrasings ask for: a fact, or a passage. It is safe for
// use by many goroutines; an added group is found at once.
type Index struct {
	mu      sync.RWMutex
	voc     *vocabulary
	byWord  [][]posting       // by word id, ascending documents
	terms   map[uint64]uint32 // hashed stems, pairs and triples
	byTerm  [][]posting       // by term id
	docs    []document
	length  int // words in all documents that are alive
	alive   int
	groups  map[int32][]uint32 // documents of a group
	scratch sync.Pool
	weights weights
}

// A document is one phrasing or passage.
type document struct {
	group int32 // dead if negative
	words uint16
}

// A posting says that a document has a term, and how often: the document in the
// upper 26 bits, the count in the lower 6.
type posting uint32

const (
	countBits = 6
	mostTimes = 1<<countBits - 1
)

func (p posting) doc() uint32    { return uint32(p) >> countBits }
func (p posting) times() float32 { return float32(p & mostTimes) }

// New returns an empty index.
func New() *Index {
	return &Index{
		voc:     newVocabulary(),
		terms:   map[uint64]uint32{},
		groups:  map[int32][]uint32{},
		weights: measured,
	}
}

// Len is the number of phrasings held.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.alive
}

// Put makes texts, cut into words, the phrasings of a group, instead of those it
// had. No texts remove it.
func (x *Index) Put(group int32, texts ...[]text.Word) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, d := range x.groups[group] {
		x.alive--
		x.length -= int(x.docs[d].words)
		x.docs[d] = document{group: -1}
	}
	delete(x.groups, group)
	for _, t := range texts {
		x.add(group, t)
	}
}

func (x *Index) add(group int32, words []text.Word) {
	if len(words) == 0 {
		return
	}
	id := uint32(len(x.docs))
	x.docs = append(x.docs, document{group, uint16(min(len(words), math.MaxUint16))})
	x.groups[group] = append(x.groups[group], id)
	x.alive++
	x.length += len(words)
	for _, w := range words {
		word := x.voc.add(w)
		for len(x.byWord) <= int(word) {
			x.byWord = append(x.byWord, nil)
		}
		x.byWord[word] = count(x.byWord[word], id)
	}
	for h := range termHashes(words) {
		term, ok := x.terms[h]
		if !ok {
			term = uint32(len(x.byTerm))
			x.terms[h] = term
			x.byTerm = append(x.byTerm, nil)
		}
		x.byTerm[term] = count(x.byTerm[term], id)
	}
}

// count adds one more time of a term in a document.
func count(list []posting, doc uint32) []posting {
	if n := len(list); n > 0 && list[n-1].doc() == doc {
		if list[n-1]&mostTimes < mostTimes {
			list[n-1]++
		}
		return list
	}
	return append(list, posting(doc<<countBits|1))
}

// rarity is the weight of a term that df of the documents have (the idf of
// BM25; Robertson and Zaragoza 2009, with 1 added so that it is never negative).
func (x *Index) rarity(df float32) float32 {
	n := float64(max(x.alive, 1))
	d := min(float64(df), n)
	return float32(math.Log(1 + (n-d+0.5)/(d+0.5)))
}
