package match

import (
	"verbatim/kb/match/vocabulary"
)

// deadLeast is how many documents are dead before it is worth clearing them away.
const deadLeast = 64

// compact clears the dead documents away when a third of all are, with the terms
// and words that only they had, so that the index is as one that never had them.
func (x *Index) compact() {
	if x.dead < deadLeast || 3*x.dead < len(x.docs) {
		return
	}
	places := make([]uint32, len(x.docs)) // the new number of each document
	var docs []document
	var lengths []uint16
	for d, doc := range x.docs {
		places[d] = uint32(len(docs))
		if doc.group >= 0 {
			docs, lengths = append(docs, doc), append(lengths, x.lengths[d])
		}
	}
	x.compactTerms(places)
	x.compactWords(places)
	for _, in := range x.groups {
		for i, d := range in {
			in[i] = places[d]
		}
	}
	x.docs, x.lengths, x.dead = docs, lengths, 0
}

// living gives what remains of a list, with the new numbers of the documents.
func (x *Index) living(list []posting, places []uint32) []posting {
	var left []posting
	for _, p := range list {
		if x.docs[p.doc()].group >= 0 {
			left = append(left, posting(places[p.doc()]<<countBits)|p&mostTimes)
		}
	}
	return left
}

func (x *Index) compactTerms(places []uint32) {
	terms := make(map[uint64]uint32, len(x.terms))
	var byTerm [][]posting
	var spread []uint32
	for hash, term := range x.terms {
		list := x.living(x.byTerm[term], places)
		if len(list) == 0 {
			continue
		}
		terms[hash] = uint32(len(byTerm))
		byTerm, spread = append(byTerm, list), append(spread, x.groupsIn(x.byTerm[term]))
	}
	x.terms, x.byTerm, x.spread = terms, byTerm, spread
}

// groupsIn counts the groups that are alive in a list: the documents of one stand
// together.
func (x *Index) groupsIn(list []posting) (n uint32) {
	last := int32(-1)
	for _, p := range list {
		if g := x.docs[p.doc()].group; g >= 0 && g != last {
			last = g
			n++
		}
	}
	return n
}

func (x *Index) compactWords(places []uint32) {
	voc := vocabulary.New()
	var byWord [][]posting
	for word, list := range x.byWord {
		if left := x.living(list, places); len(left) > 0 {
			voc.Add(x.voc.Word(uint32(word)))
			byWord = append(byWord, left)
		}
	}
	x.voc, x.byWord = voc, byWord
}
