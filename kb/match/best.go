package match

import "cmp"

// A hit is a document and its score.
type hit struct {
	doc   uint32
	score float32
}

// byScore sorts the best first, among equals the earlier document. It is written
// out because much of the time of a question is spent here.
func byScore(a, b hit) int {
	switch {
	case a.score > b.score:
		return -1
	case a.score < b.score:
		return 1
	}
	return cmp.Compare(a.doc, b.doc)
}

// scratch is the memory that one search needs, used again by the next.
type scratch struct {
	most    int // documents that are looked for
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
	s.most = hitsMost
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

// best gives the n documents with the highest scores that count: a heap, with the
// worst first.
func (x *Index) best(s *scratch, n int, allow func(doc uint32) bool) []hit {
	heap := make([]hit, 0, n)
	for _, d := range s.touched {
		h := hit{d, s.scores[d]}
		if len(heap) == n && (h.score < heap[0].score || h.score == heap[0].score && d > heap[0].doc) {
			continue
		}
		if x.counts(d, allow) {
			heap = push(heap, h, n)
		}
	}
	return heap
}

// counts reports whether a document can be found.
func (x *Index) counts(d uint32, allow func(doc uint32) bool) bool {
	return x.docs[d].group >= 0 && !x.docs[d].about && allow(d)
}

// push keeps the n best hits in a heap with the worst on top.
func push(heap []hit, h hit, n int) []hit {
	if len(heap) < n {
		heap = append(heap, h)
		for i := len(heap) - 1; i > 0 && byScore(heap[i], heap[(i-1)/2]) > 0; i = (i - 1) / 2 {
			heap[i], heap[(i-1)/2] = heap[(i-1)/2], heap[i]
		}
		return heap
	}
	if byScore(h, heap[0]) > 0 {
		return heap
	}
	heap[0] = h
	for i := 0; ; {
		worst := i
		for c := 2*i + 1; c <= 2*i+2 && c < n; c++ {
			if byScore(heap[c], heap[worst]) > 0 {
				worst = c
			}
		}
		if worst == i {
			return heap
		}
		heap[i], heap[worst] = heap[worst], heap[i]
		i = worst
	}
}
