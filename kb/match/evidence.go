package match

import (
	"cmp"
	"slices"

	"verbatim/kb/match/vocabulary"
	"verbatim/kb/text"
)

// evidence is one reason to like a document: a term of the question, with the
// postings of what matches it.
type evidence struct {
	weight float32 // what one full match is worth
	lists  []weighted
	exact  bool // each document is in one of the lists at most, and counts whole
	cost   int  // postings in lists
}

type weighted struct {
	postings []posting
	sim      float32
}

func cmpDesc[T cmp.Ordered](a, b T) int { return cmp.Compare(b, a) }

// evidenceOf gathers what speaks for documents, the cheapest and rarest first,
// and the score that a document with all of it would have.
func (x *Index) evidenceOf(words []text.Word) (found []evidence, full float32) {
	seen := make(map[uint32]bool, 4*len(words))
	once := func(h uint32) bool {
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
		if !w.Common && w.Script != text.Unspaced && once(termHash(vocabulary.WordTerm, w.Text)) {
			add(x.softEvidence(w))
		}
		if h := termHash(vocabulary.StemTerm, w.Stem); once(h) {
			add(x.termEvidence(vocabulary.StemTerm, h, x.weights.stem*factor))
		}
		if i > 0 {
			if h := termHash(vocabulary.PairTerm, words[i-1].Stem, w.Stem); once(h) {
				add(x.termEvidence(vocabulary.PairTerm, h, x.weights.pair))
			}
		}
		if vocabulary.IsTriple(words, i) {
			if h := termHash(vocabulary.TripleTerm, words[i-2].Stem, words[i-1].Stem, w.Stem); once(h) {
				add(x.termEvidence(vocabulary.TripleTerm, h, x.weights.triple))
			}
		}
	}
	slices.SortStableFunc(found, func(a, b evidence) int { return cmp.Compare(a.cost, b.cost) })
	return found, full
}

func (x *Index) termEvidence(kind rune, h uint32, weight float32) evidence {
	e := evidence{exact: true}
	for list := range x.byTerm.Of(h) {
		e.lists = append(e.lists, weighted{list, 1})
		e.cost += len(list)
	}
	if e.cost > 0 || kind == vocabulary.StemTerm {
		e.weight = weight * x.rarity(float32(e.cost))
	}
	return e
}

func (x *Index) softEvidence(w *text.Word) evidence {
	var e evidence
	var df float32
	for _, n := range x.voc.Nearest(w) {
		for list := range x.byWord.Of(wordHash(n.Word)) {
			e.lists = append(e.lists, weighted{list, n.Sim})
			e.cost += len(list)
			df += n.Sim * float32(len(list))
		}
	}
	e.weight = x.weights.soft * x.rarity(df)
	return e
}
