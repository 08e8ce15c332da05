package match

import (
	"cmp"
	"slices"

	"verbatim/kb/text"
)

// weights say what each kind of evidence counts. They are fields and not
// constants so that the ablation test can take one away at a time.
type weights struct {
	stem, soft, pair, triple float32
	common                   float32 // factor for words that say little
	saturation, lengthPull   float32 // BM25's k1 and b
}

// measured are the weights in use; see the table in the package's documentation.
var measured = weights{
	stem: 0.7, soft: 2, pair: 0.5, triple: 0.2,
	common: 0.5, saturation: 1.2, lengthPull: 0.85,
}

// evidence is one reason to like a document: a term of the question, with the
// postings of what matches it.
type evidence struct {
	weight float32 // what one full match is worth
	lists  []weighted
	cost   int // postings in lists
}

type weighted struct {
	postings []posting
	sim      float32
}

func cmpDesc[T cmp.Ordered](a, b T) int { return cmp.Compare(b, a) }

// evidenceOf gathers what speaks for documents, the cheapest and rarest first,
// and the score that a document with all of it would have.
func (x *Index) evidenceOf(words []text.Word) (found []evidence, full float32) {
	seen := make(map[uint64]bool, 4*len(words))
	once := func(h uint64) bool {
		if seen[h] {
			return false
		}
		seen[h] = true
		return true
	}
	add := func(e evidence) {
		full += e.weight
		if e.cost > 0 {
			found = append(found, e)
		}
	}
	for i := range words {
		w := &words[i]
		factor := float32(1)
		if w.Common {
			factor = x.weights.common
		}
		if !w.Common && w.Script != text.Unspaced && once(hashTerm(softTerm, w.Text)) {
			add(x.softEvidence(w))
		}
		if h := hashTerm(stemTerm, w.Stem); once(h) {
			add(x.termEvidence(stemTerm, h, x.weights.stem*factor))
		}
		if i > 0 {
			if h := hashTerm(pairTerm, words[i-1].Stem, w.Stem); once(h) {
				add(x.termEvidence(pairTerm, h, x.weights.pair))
			}
		}
		if isTriple(words, i) {
			if h := hashTerm(tripleTerm, words[i-2].Stem, words[i-1].Stem, w.Stem); once(h) {
				add(x.termEvidence(tripleTerm, h, x.weights.triple))
			}
		}
	}
	slices.SortStableFunc(found, func(a, b evidence) int { return cmp.Compare(a.cost, b.cost) })
	return found, full
}

func (x *Index) termEvidence(kind rune, h uint64, weight float32) evidence {
	var e evidence
	if id, ok := x.terms[h]; ok {
		e.lists = []weighted{{x.byTerm[id], 1}}
		e.cost = len(x.byTerm[id])
	}
	if e.cost > 0 || kind == stemTerm {
		e.weight = weight * x.rarity(float32(e.cost))
	}
	return e
}

func (x *Index) softEvidence(w *text.Word) evidence {
	var e evidence
	var df float32
	for _, n := range x.voc.nearest(w) {
		list := x.byWord[n.word]
		e.lists = append(e.lists, weighted{list, n.sim})
		e.cost += len(list)
		df += n.sim * float32(len(list))
	}
	e.weight = x.weights.soft * x.rarity(df)
	return e
}

// A hit is a document and its score.
type hit struct {
	doc   uint32
	score float32
}

// byScore sorts the best first, among equals the earlier document.
func byScore(a, b hit) int {
	return cmp.Or(cmpDesc(a.score, b.score), cmp.Compare(a.doc, b.doc))
}

// scratch is the memory that one search needs, used again by the next.
type scratch struct {
	scores  []float32
	soft    []float32
	touched []uint32
	dirty   []uint32
}

func (x *Index) borrow() *scratch {
	s, _ := x.scratch.Get().(*scratch)
	if s == nil {
		s = &scratch{}
	}
	if n := len(x.docs); len(s.scores) < n {
		s.scores = make([]float32, n+n/8+64)
		s.soft = make([]float32, n+n/8+64)
	}
	return s
}

func (x *Index) giveBack(s *scratch) {
	for _, d := range s.touched {
		s.scores[d] = 0
	}
	s.touched = s.touched[:0]
	x.scratch.Put(s)
}

// postingsMost bounds the postings that are walked to find documents; rarer
// terms come first, and the others are looked up for the best found.
const (
	postingsMost = 40_000
	hitsMost     = 96
)

// hits ranks documents by BM25 over stems, look-alikes, pairs and
// triples, as shares of the score that a document with all of them would have.
func (x *Index) hits(words []text.Word, s *scratch, allow func(doc uint32) bool) []hit {
	found, full := x.evidenceOf(words)
	if full == 0 || x.alive == 0 {
		return nil
	}
	avg := float32(x.length) / float32(x.alive)
	c0, c1 := x.weights.saturation*(1-x.weights.lengthPull), x.weights.saturation*x.weights.lengthPull/avg
	walked, split := 0, len(found)
	for i := range found {
		e := &found[i]
		if walked += e.cost; walked > postingsMost && i > 0 && e.cost > postingsMost/8 {
			split = i
			break
		}
		x.walk(e, s, c0, c1)
	}
	top := x.best(s, hitsMost, allow)
	for i := split; i < len(found); i++ {
		x.lookUp(&found[i], top, c0, c1)
	}
	if split < len(found) {
		slices.SortFunc(top, byScore)
	}
	for i := range top {
		top[i].score /= full
	}
	return top
}

func (x *Index) walk(e *evidence, s *scratch, c0, c1 float32) {
	if len(e.lists) == 1 {
		sim := e.lists[0].sim
		for _, p := range e.lists[0].postings {
			x.score(s, p.doc(), e.weight, sim*p.times(), c0, c1)
		}
		return
	}
	for _, l := range e.lists {
		for _, p := range l.postings {
			d := p.doc()
			if s.soft[d] == 0 {
				s.dirty = append(s.dirty, d)
			}
			s.soft[d] += l.sim * p.times()
		}
	}
	for _, d := range s.dirty {
		x.score(s, d, e.weight, s.soft[d], c0, c1)
		s.soft[d] = 0
	}
	s.dirty = s.dirty[:0]
}

func (x *Index) score(s *scratch, d uint32, weight, times, c0, c1 float32) {
	if s.scores[d] == 0 {
		s.touched = append(s.touched, d)
	}
	s.scores[d] += x.bm25(weight, times, c0+c1*float32(x.docs[d].words))
}

func (x *Index) bm25(weight, times, pull float32) float32 {
	return weight * times * (x.weights.saturation + 1) / (times + pull)
}

// lookUp adds a costly term to the documents that are ahead, without walking
// all that have it.
func (x *Index) lookUp(e *evidence, top []hit, c0, c1 float32) {
	for i := range top {
		d := top[i].doc
		var times float32
		for _, l := range e.lists {
			j, ok := slices.BinarySearchFunc(l.postings, d, func(p posting, d uint32) int { return cmp.Compare(p.doc(), d) })
			if ok {
				times += l.sim * l.postings[j].times()
			}
		}
		if times > 0 {
			top[i].score += x.bm25(e.weight, times, c0+c1*float32(x.docs[d].words))
		}
	}
}

// best returns the n documents with the highest scores that allow lets through,
// best first.
func (x *Index) best(s *scratch, n int, allow func(doc uint32) bool) []hit {
	heap := make([]hit, 0, n)
	for _, d := range s.touched {
		if x.docs[d].group < 0 || x.docs[d].about || !allow(d) {
			continue
		}
		heap = push(heap, hit{d, s.scores[d]}, n)
	}
	slices.SortFunc(heap, byScore)
	return heap
}

// push keeps the n best hits in a heap with the worst on top.
func push(heap []hit, h hit, n int) []hit {
	if len(heap) < n {
		heap = append(heap, h)
		for i := len(heap) - 1; i > 0 && heap[i].score < heap[(i-1)/2].score; i = (i - 1) / 2 {
			heap[i], heap[(i-1)/2] = heap[(i-1)/2], heap[i]
		}
		return heap
	}
	if h.score <= heap[0].score {
		return heap
	}
	heap[0] = h
	for i := 0; ; {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < n; c++ {
			if heap[c].score < heap[least].score {
				least = c
			}
		}
		if least == i {
			return heap
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}
