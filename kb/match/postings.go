package match

import (
	"cmp"
	"slices"

	"verbatim/kb/match/scatter"
)

// A posting says that a document has a term, and how often: the document in the
// upper 26 bits, the count in the lower 6.
type posting uint32

const (
	countBits = 6
	mostTimes = 1<<countBits - 1
)

func (p posting) doc() uint32    { return uint32(p) >> countBits }
func (p posting) times() float32 { return float32(p & mostTimes) }

// postings are the documents that have a term, by its hash.
type postings struct {
	scatter.Lists[posting]
}

// addAll says that a document has terms, as often as their hashes are there.
func (p *postings) addAll(doc uint32, hashes []uint32) {
	slices.Sort(hashes)
	for len(hashes) > 0 {
		times := 1
		for times < len(hashes) && hashes[times] == hashes[0] {
			times++
		}
		p.Add(hashes[0], posting(doc<<countBits|uint32(min(times, mostTimes))))
		hashes = hashes[times:]
	}
}

// has reports whether one of the documents, ascending, that allow lets through has a
// term.
func (p *postings) has(hash uint32, docs []uint32, allow func(doc uint32) bool) bool {
	for list := range p.Of(hash) {
		if anyOf(list, docs, allow) {
			return true
		}
	}
	return false
}

// anyOf does it for one list.
func anyOf(list []posting, docs []uint32, allow func(doc uint32) bool) bool {
	if len(docs) == 0 {
		return false
	}
	i, _ := slices.BinarySearchFunc(list, docs[0], func(p posting, d uint32) int { return cmp.Compare(p.doc(), d) })
	for j := 0; i < len(list) && j < len(docs); {
		switch d := list[i].doc(); {
		case d == docs[j] && allow(d):
			return true
		case d <= docs[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// countedMost is about how many documents of a term are looked at to count its groups.
const countedMost = 4096

// spread is how many groups that are alive have a term. Of one that very many documents
// have, that is told from some of them, evenly apart, each of which is the first of its
// group or is not.
func (x *Index) spread(hash uint32) (groups int) {
	n := x.byTerm.Count(hash)
	step := max(1, n/countedMost)
	at, looked, last := 0, 0, int32(-1)
	for list := range x.byTerm.Of(hash) {
		for i := (step - at%step) % step; i < len(list); i += step {
			if i > 0 {
				last = x.docs[list[i-1].doc()].group
			}
			looked++
			if g := x.docs[list[i].doc()].group; g >= 0 && g != last {
				groups++
			}
		}
		at += len(list)
		last = x.docs[list[len(list)-1].doc()].group
	}
	if step > 1 {
		groups = groups * n / looked
	}
	return groups
}
