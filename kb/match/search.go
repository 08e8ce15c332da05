package match

import (
	"slices"

	"verbatim/kb/text"
)

// weights say what each kind of evidence counts. They are fields and not
// constants so that the ablation test can take one away at a time.
type weights struct {
	stem, soft, pair, triple float32
	common                   float32 // factor for words that say little
	saturation, lengthPull   float32 // BM25's k1 and b

	nearest, votes float64 // shares of a group's score besides its decision value
	meaning        float64 // share of its likeness in that score
	correct        bool    // whether the model reads unknown words as the known ones that they look like
}

// measured are the weights in use; see the table in the package's documentation.
// A nearest of 0.2 to 0.6 is within half a point on the public intents.
var measured = weights{
	stem: 0.7, soft: 2, pair: 0.5, triple: 0.2,
	common: 0.5, saturation: 1.2, lengthPull: 0.85,
	nearest: 0.7, votes: 0.3, meaning: 2, correct: true,
}

// measuredTexts are those that differ where groups are passages.
var measuredTexts = weights{nearest: 0.8, meaning: 0.6}

// postingsMost bounds the postings that are walked to find documents, the
// cheapest terms first; the others are looked up for the hitsMost best found, or
// for hitsFew without a linear model, which has use for groups that are far behind.
const (
	postingsMost = 40_000
	hitsMost     = 96
	hitsFew      = 40
	lookUpCost   = 8000 // postings that are walked in the time of looking a list up in all that are ahead
)

// hits ranks documents by BM25 over stems, look-alikes, pairs and
// triples, as shares of the score that a document with all of them would have.
//
// Terms are walked only as long as they can bring in documents that are not
// behind already (the MaxScore of Turtle and Flood, 1995); after that they count
// for what has been found. The bound is a rough one (see bm25.most): what it
// leaves out is far behind.
func (x *Index) hits(words []text.Word, s *scratch, allow func(doc uint32) bool) []hit {
	found, full := x.evidenceOf(words)
	if full == 0 || x.alive == 0 {
		return nil
	}
	b := x.bm25()
	var rest float32 // that the evidence which was not walked can add at most
	for i := range found {
		rest += b.most(&found[i])
	}
	walked, i := 0, 0
	for ; i < len(found) && !x.decided(s, found[i].cost, rest, allow); i++ {
		e := &found[i]
		if walked += e.cost; walked > postingsMost && i > 0 && e.cost > postingsMost/8 {
			break
		}
		x.walk(e, s, b)
		rest -= b.most(e)
	}
	if walked > postingsMost {
		rest = 0
	}
	top := x.finish(found[i:], rest, s, b, allow)
	for i := range top {
		top[i].score /= full
	}
	slices.SortFunc(top, byScore)
	return top
}

// decided reports whether no document that has not been found yet can be among
// the best. To find that out takes time, and is worth it only before a costly
// term.
func (x *Index) decided(s *scratch, cost int, rest float32, allow func(doc uint32) bool) bool {
	if len(s.touched) < s.most || cost < len(s.touched) {
		return false
	}
	ahead := x.best(s, s.most, allow)
	return len(ahead) == s.most && ahead[0].score > rest
}

// finish gives the best documents, counting evidence that was not walked: by
// looking it up first in those that are ahead without it, then in those that it
// can bring there with what is left to add. What would be looked up in many lists
// is walked after all.
func (x *Index) finish(left []evidence, rest float32, s *scratch, b bm25, allow func(doc uint32) bool) []hit {
	var costly []evidence
	for i := range left {
		if e := &left[i]; e.cost > min(len(e.lists)*lookUpCost, postingsMost) {
			costly = append(costly, *e)
		} else {
			x.walk(e, s, b)
		}
	}
	ahead := x.best(s, s.most, allow)
	if len(costly) == 0 {
		return ahead
	}
	top := make([]hit, 0, s.most)
	for _, h := range ahead {
		s.soft[h.doc] = 1 // seen
		top = push(top, hit{h.doc, h.score + x.lookUp(costly, h.doc, b)}, s.most)
	}
	for _, d := range s.touched {
		score := s.scores[d]
		if len(top) == s.most && score+rest >= top[0].score && s.soft[d] == 0 && x.counts(d, allow) {
			top = push(top, hit{d, score + x.lookUp(costly, d, b)}, s.most)
		}
	}
	for _, h := range ahead {
		s.soft[h.doc] = 0
	}
	return top
}

// walk adds a term to all documents that have it.
func (x *Index) walk(e *evidence, s *scratch, b bm25) {
	add := func(d uint32, times float32) {
		if s.scores[d] == 0 {
			s.touched = append(s.touched, d)
		}
		s.scores[d] += b.score(e.weight, times, x.lengths[d])
	}
	if e.exact || len(e.lists) == 1 && e.lists[0].sim == 1 {
		x.walkExact(e, s, b)
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
		add(d, s.soft[d])
		s.soft[d] = 0
	}
	s.dirty = s.dirty[:0]
}

// walkExact is walk where each document is in one list: most documents have its term once, and are
// short, so that what it adds to them is worked out beforehand.
func (x *Index) walkExact(e *evidence, s *scratch, b bm25) {
	var once [shortDocument]float32
	for words := range once {
		once[words] = b.score(e.weight, 1, uint16(words))
	}
	for _, list := range e.lists {
		for _, p := range list.postings {
			d := p.doc()
			score := &s.scores[d]
			if *score == 0 {
				s.touched = append(s.touched, d)
			}
			if words := x.lengths[d]; p&mostTimes == 1 && words < shortDocument {
				*score += once[words]
			} else {
				*score += b.score(e.weight, p.times(), words)
			}
		}
	}
}

// shortDocument is the number of words from which on a document is long.
const shortDocument = 32

// lookUp is what evidence adds to a document.
func (x *Index) lookUp(evidence []evidence, d uint32, b bm25) (score float32) {
	for i := range evidence {
		var times float32
		for _, l := range evidence[i].lists {
			times += l.sim * timesIn(l.postings, d)
		}
		if times > 0 {
			score += b.score(evidence[i].weight, times, x.lengths[d])
		}
	}
	return score
}

// timesIn is how often a document is in a list, which is not empty. It is written
// out because most of the time of a question is spent here.
func timesIn(list []posting, d uint32) float32 {
	last := posting(d<<countBits | mostTimes)
	i := 0
	for n := len(list); n > 1; {
		half := n / 2
		if list[i+half] <= last {
			i += half
		}
		n -= half
	}
	if list[i].doc() != d {
		return 0
	}
	return list[i].times()
}

// bm25 scores a term in a document (Robertson and Zaragoza 2009).
type bm25 struct {
	k      float32 // saturation + 1
	c0, c1 float32 // saturation × length: of any document, and for each word
}

func (x *Index) bm25() bm25 {
	w := &x.weights
	avg := float32(x.length) / float32(x.alive)
	return bm25{w.saturation + 1, w.saturation * (1 - w.lengthPull), w.saturation * w.lengthPull / avg}
}

func (b bm25) score(weight, times float32, words uint16) float32 {
	return weight * b.k * times / (times + b.c0 + b.c1*float32(words))
}

// most is the score that hardly a document exceeds for a term: it would have to
// be short and say the same again and again.
func (b bm25) most(e *evidence) float32 { return b.score(e.weight, 2, 6) }
