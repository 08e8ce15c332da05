package match

import (
	"math"
	"sync"

	"verbatim/kb/match/rows"
	"verbatim/kb/match/vocabulary"
	"verbatim/kb/text"
)

// An Index holds phrasings in groups, and ranks the groups for a question. A
// group is whatever the phrasings ask for: a fact, or a passage. It is safe for
// use by many goroutines; an added group is found at once.
type Index struct {
	mu      sync.RWMutex
	voc     *vocabulary.Vocabulary
	byWord  postings // by wordHash
	byTerm  postings // by termHash: stems, pairs and triples
	docs    []document
	lengths []uint16 // by document: its words
	length  int      // words in all documents that are alive
	alive   int
	dead    int                 // documents that were removed and still take room
	groups  map[int32][]uint32  // documents of a group
	vectors map[string]*vectors // by owner
	file    *rows.File          // of their numbers; nil: they are in memory
	owner   map[int32]string    // of a group with vectors
	scratch sync.Pool
	weights weights
}

// A document is one phrasing or passage, or what else is said of a group.
type document struct {
	group int32 // dead if negative
	about bool  // finds nothing
}

// New returns an empty index.
func New() *Index {
	return &Index{
		voc:     vocabulary.New(),
		groups:  map[int32][]uint32{},
		vectors: map[string]*vectors{},
		owner:   map[int32]string{},
		weights: measured,
	}
}

// ForTexts returns an empty index whose groups are passages of texts: the words of a
// question count more there, for a passage has many and one vector blurs them. Vectors,
// of which a text has many, leave memory where they take much of it.
func ForTexts() *Index {
	x := New()
	x.file = &rows.File{}
	x.weights.meaning, x.weights.nearest = measuredTexts.meaning, measuredTexts.nearest
	return x
}

// Len is the number of phrasings held. Only tests ask: that an index which was changed
// often has what one that was filled at once has.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.alive
}

// Put makes a group's phrasings, and what else is said of it, those that it has
// from now on. A group without phrasings is removed. Phrasings without a word
// find nothing. Removed phrasings count for how rare a word is until a third of
// what is held is dead; then it is cleared away.
func (x *Index) Put(g Group) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, d := range x.groups[g.ID] {
		x.count(d, -1)
		x.docs[d] = document{group: -1}
		x.dead++
	}
	delete(x.groups, g.ID)
	x.putVectors(&g)
	x.compact()
	for _, words := range g.Phrasings {
		x.add(document{group: g.ID}, words)
	}
	if len(g.Phrasings) > 0 && len(g.About) > 0 {
		x.add(document{group: g.ID, about: true}, g.About)
	}
}

func (x *Index) putVectors(g *Group) {
	if before, ok := x.owner[g.ID]; ok {
		x.vectors[before].remove(g.ID)
		delete(x.owner, g.ID)
	}
	if len(g.Vectors)+len(g.Told) == 0 {
		return
	}
	if x.vectors[g.Owner] == nil {
		x.vectors[g.Owner] = newVectors(x.file)
	}
	x.vectors[g.Owner].put(g)
	x.owner[g.ID] = g.Owner
}

// count adds times a document to what all together are.
func (x *Index) count(d uint32, times int) {
	if !x.docs[d].about {
		x.alive += times
		x.length += times * int(x.lengths[d])
	}
}

func (x *Index) add(doc document, words []text.Word) {
	id := uint32(len(x.docs))
	x.docs = append(x.docs, doc)
	x.lengths = append(x.lengths, uint16(min(len(words), math.MaxUint16)))
	x.groups[doc.group] = append(x.groups[doc.group], id)
	x.count(id, 1)
	hashes := make([]uint32, 0, 2*len(words))
	for _, w := range words {
		hashes = append(hashes, wordHash(x.voc.Add(w)))
	}
	x.byWord.addAll(id, hashes)
	hashes = hashes[:0]
	for h := range vocabulary.Terms(words) {
		hashes = append(hashes, vocabulary.Short(h))
	}
	x.byTerm.addAll(id, hashes)
}

// wordHash is the hash of a word with a number: no two have the same (Knuth's
// multiplicative hashing).
func wordHash(id uint32) uint32 { return id * 2654435769 }

// termHash is the hash of a term. Where a million are kept, one look-up in four
// thousand takes another for its own.
func termHash(kind rune, parts ...string) uint32 {
	return vocabulary.Short(vocabulary.Term(kind, parts...))
}

// reading takes the read lock, with all that was added ready to be looked up.
func (x *Index) reading() {
	for x.mu.RLock(); !x.byWord.IsSettled() || !x.byTerm.IsSettled(); x.mu.RLock() {
		x.mu.RUnlock()
		x.mu.Lock()
		x.settle()
		x.mu.Unlock()
	}
}

func (x *Index) settle() {
	x.byWord.Settle()
	x.byTerm.Settle()
}

// rarity is the weight of a term that df of the documents have (the idf of
// BM25; Robertson and Zaragoza 2009, with 1 added so that it is never negative).
func (x *Index) rarity(df float32) float32 {
	return float32(rarity(float64(df), float64(x.alive)))
}

func rarity(df, n float64) float64 {
	n = max(n, 1)
	df = min(df, n)
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}
