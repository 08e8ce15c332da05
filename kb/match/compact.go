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
	x.settle()
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

// living adds to lists what remains of a list of a hash, with the new numbers of the
// documents, and reports whether anything does.
func (x *Index) living(lists *postings, hash uint32, list []posting, places []uint32) (any bool) {
	for _, p := range list {
		if x.docs[p.doc()].group >= 0 {
			lists.Add(hash, posting(places[p.doc()]<<countBits)|p&mostTimes)
			any = true
		}
	}
	return any
}

func (x *Index) compactTerms(places []uint32) {
	var left postings
	for hash, list := range x.byTerm.All() {
		x.living(&left, hash, list, places)
	}
	x.byTerm.Lists = left.Lists
}

func (x *Index) compactWords(places []uint32) {
	voc := vocabulary.New()
	var left postings
	for word := range uint32(x.voc.Len()) {
		hash, alive := wordHash(uint32(voc.Len())), false
		for list := range x.byWord.Of(wordHash(word)) {
			alive = x.living(&left, hash, list, places) || alive
		}
		if alive {
			voc.Add(x.voc.Word(word))
		}
	}
	x.voc, x.byWord.Lists = voc, left.Lists
}
