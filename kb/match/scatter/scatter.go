// Package scatter has lists of numbers by hash, in little memory: what the words of an
// index have in common, and which documents have a term. It must know nothing of words
// and documents; kb/match, kb/match/vocabulary and kb/match/linear call it.
package scatter

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
)

// Lists are ascending numbers by hash. They are a few flat lists, for a map of lists
// takes several times the memory and the time to fill. What is added is put in its place
// by Settle, as a layer of its own; one that has half as much as the one before it is
// joined to it (the logarithmic method of Bentley and Saxe, 1980). The numbers of a hash
// so stand in several lists, one after the other if they were added in order.
type Lists[V ~uint32] struct {
	layers []layer[V] // each more than twice as long as the next
	added  []entry
}

// An entry says that a hash has a number: the hash in the upper half, the number in the
// lower.
type entry uint64

func (e entry) hash() uint32 { return uint32(e >> 32) }

// A layer has its numbers by hash.
type layer[V ~uint32] struct {
	hashes []uint32 // ascending
	starts []uint32 // of their numbers
	all    []V      // ascending for each hash
	firsts []uint32 // by the upper bits of a hash: the first hash that has them, or more
	shift  int      // that leaves these bits
}

// Add says that a hash has a number, which must not have been added for it before. It is
// found after the next Settle.
func (s *Lists[V]) Add(hash uint32, number V) {
	s.added = append(s.added, entry(hash)<<32|entry(number))
	if len(s.added) == addedMost {
		s.Settle()
	}
}

// addedMost is how many entries are left for Settle at most: some milliseconds of work.
const addedMost = 1 << 16

// IsSettled reports whether all that was added is found.
func (s *Lists[V]) IsSettled() bool { return len(s.added) == 0 }

// Settle makes what has been added ready to be looked up.
func (s *Lists[V]) Settle() {
	if len(s.added) == 0 {
		return
	}
	slices.Sort(s.added)
	last := newLayer[V](s.added)
	for n := len(s.layers); n > 0 && 2*len(last.all) >= len(s.layers[n-1].all); n-- {
		last = join(&s.layers[n-1], &last)
		s.layers = s.layers[:n-1]
	}
	s.layers, s.added = append(s.layers, last), nil
}

func newLayer[V ~uint32](sorted []entry) layer[V] {
	l := layer[V]{all: make([]V, len(sorted))}
	hashes := 0
	for i, e := range sorted {
		if i == 0 || e.hash() != sorted[i-1].hash() {
			hashes++
		}
	}
	l.hashes, l.starts = make([]uint32, 0, hashes), make([]uint32, 0, hashes+1)
	for i, e := range sorted {
		if i == 0 || e.hash() != sorted[i-1].hash() {
			l.hashes, l.starts = append(l.hashes, e.hash()), append(l.starts, uint32(i))
		}
		l.all[i] = V(e)
	}
	return l.closed()
}

// join makes one layer of two. The numbers of the second come after those of the first,
// or among them if they are not all larger.
func join[V ~uint32](a, b *layer[V]) layer[V] {
	hashes := 0
	both(a, b, func(int, int) { hashes++ })
	l := layer[V]{
		hashes: make([]uint32, 0, hashes), starts: make([]uint32, 0, hashes+1), all: make([]V, 0, len(a.all)+len(b.all)),
	}
	both(a, b, func(i, j int) {
		start := len(l.all)
		l.starts = append(l.starts, uint32(start))
		if i >= 0 {
			l.hashes, l.all = append(l.hashes, a.hashes[i]), append(l.all, a.of(i)...)
		}
		middle := len(l.all)
		if j >= 0 {
			l.all = append(l.all, b.of(j)...)
		}
		switch {
		case i < 0:
			l.hashes = append(l.hashes, b.hashes[j])
		case j >= 0 && l.all[middle-1] > l.all[middle]:
			slices.Sort(l.all[start:])
		}
	})
	return l.closed()
}

// both calls f with the places of each hash in two layers, in order; -1 where it is not.
func both[V ~uint32](a, b *layer[V], f func(i, j int)) {
	for i, j := 0, 0; i < len(a.hashes) || j < len(b.hashes); {
		order := 0
		switch {
		case i == len(a.hashes):
			order = 1
		case j == len(b.hashes):
			order = -1
		default:
			order = cmp.Compare(a.hashes[i], b.hashes[j])
		}
		switch order {
		case -1:
			f(i, -1)
			i++
		case 1:
			f(-1, j)
			j++
		default:
			f(i, j)
			i, j = i+1, j+1
		}
	}
}

// closed is the layer with what is made of its hashes.
func (l layer[V]) closed() layer[V] {
	l.starts = append(l.starts, uint32(len(l.all)))
	l.firsts, l.shift = Directory(l.hashes)
	return l
}

func (l *layer[V]) of(i int) []V { return l.all[l.starts[i]:l.starts[i+1]] }

// having gives the numbers that a hash has.
func (l *layer[V]) having(hash uint32) []V {
	upper := hash >> l.shift
	for i := l.firsts[upper]; i < l.firsts[upper+1]; i++ {
		if l.hashes[i] == hash {
			return l.of(int(i))
		}
	}
	return nil
}

// Of yields the lists of a hash that are not empty. All must be settled, here and below.
func (s *Lists[V]) Of(hash uint32) iter.Seq[[]V] {
	return func(yield func([]V) bool) {
		for i := range s.layers {
			if list := s.layers[i].having(hash); len(list) > 0 && !yield(list) {
				return
			}
		}
	}
}

// Count is how many numbers a hash has.
func (s *Lists[V]) Count(hash uint32) (n int) {
	for i := range s.layers {
		n += len(s.layers[i].having(hash))
	}
	return n
}

// All yields every hash with each list that it has.
func (s *Lists[V]) All() iter.Seq2[uint32, []V] {
	return func(yield func(uint32, []V) bool) {
		for i := range s.layers {
			l := &s.layers[i]
			for j, hash := range l.hashes {
				if !yield(hash, l.of(j)) {
					return
				}
			}
		}
	}
}

// Directory is a table in which ascending hashes are found, an entry for some four of
// them: by their upper bits, the place of the first that has them, or more. The shift
// leaves these bits.
func Directory(hashes []uint32) (firsts []uint32, shift int) {
	size := max(bits.Len(uint(len(hashes)))-2, 0)
	shift = 32 - size
	firsts = make([]uint32, 1<<size+1)
	next := 0
	for i := range firsts {
		for next < len(hashes) && uint64(hashes[next])>>shift < uint64(i) {
			next++
		}
		firsts[i] = uint32(next)
	}
	return firsts, shift
}
