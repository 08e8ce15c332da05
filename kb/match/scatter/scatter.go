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

// A layer has its numbers by hash. Most hashes have one number, which so stands where
// the place of several would.
type layer[V ~uint32] struct {
	hashes []uint32 // ascending
	values []V      // by hash: its only number, or where its numbers begin in lists
	many   []uint64 // by hash, a bit each: it has several numbers
	lists  []V      // how many they are, and the numbers, ascending
	count  int      // of all numbers
	firsts []uint32 // by the upper bits of a hash: the first hash that has them, or more
	shift  int      // that leaves these bits
}

// A builder makes a layer, hash by hash.
type builder[V ~uint32] struct{ layer[V] }

// add gives the next hash its numbers.
func (b *builder[V]) add(hash uint32, numbers []V) {
	i := len(b.hashes)
	b.hashes, b.count = append(b.hashes, hash), b.count+len(numbers)
	if i%64 == 0 {
		b.many = append(b.many, 0)
	}
	if len(numbers) == 1 {
		b.values = append(b.values, numbers[0])
		return
	}
	b.many[i/64] |= 1 << (i % 64)
	b.values = append(b.values, V(len(b.lists)))
	b.lists = append(append(b.lists, V(len(numbers))), numbers...)
}

// done is the layer, with no room to spare.
func (b *builder[V]) done() layer[V] {
	l := b.layer
	l.lists = slices.Clip(l.lists)
	if cap(l.lists) > len(l.lists)+len(l.lists)/16 {
		l.lists = slices.Clone(l.lists)
	}
	l.firsts, l.shift = Directory(l.hashes)
	return l
}

// newBuilder makes a layer of so many hashes and numbers.
func newBuilder[V ~uint32](hashes, numbers int) *builder[V] {
	return &builder[V]{layer[V]{
		hashes: make([]uint32, 0, hashes), values: make([]V, 0, hashes), many: make([]uint64, 0, hashes/64+1),
		lists: make([]V, 0, max(numbers-hashes, 0)),
	}}
}

// Add says that a hash has a number, which must not have been added for it before. It is
// found after the next Settle.
func (s *Lists[V]) Add(hash uint32, number V) {
	s.added = append(s.added, entry(hash)<<32|entry(number))
	if len(s.added) == addedMost { // more are likely to come, into the same memory
		added := s.added
		s.Settle()
		s.added = added[:0]
	}
}

// addedMost is how many entries are left for Settle at most: a millisecond of work.
const addedMost = 1 << 14

// IsSettled reports whether all that was added is found.
func (s *Lists[V]) IsSettled() bool { return len(s.added) == 0 }

// Settle makes what has been added ready to be looked up.
func (s *Lists[V]) Settle() {
	if len(s.added) == 0 {
		return
	}
	sortEntries(s.added)
	last := newLayer[V](s.added)
	for n := len(s.layers); n > 0 && 2*last.count >= s.layers[n-1].count; n-- {
		last = join(&s.layers[n-1], &last)
		s.layers = s.layers[:n-1]
	}
	s.layers, s.added = append(s.layers, last), nil
}

// sortEntries sorts by hash, and then by number. Most often the numbers ascend already, and
// so the hashes are sorted digit by digit, which keeps them so, in half the time of
// comparing them.
func sortEntries(all []entry) {
	if len(all) < digitsFrom || !slices.IsSortedFunc(all, func(a, b entry) int { return cmp.Compare(uint32(a), uint32(b)) }) {
		slices.Sort(all)
		return
	}
	other := make([]entry, len(all))
	for shift := 32; shift < 64; shift += 8 {
		var from [257]int // by digit: where those that have it begin
		for _, e := range all {
			from[e>>shift&255+1]++
		}
		for digit := range 256 {
			from[digit+1] += from[digit]
		}
		for _, e := range all {
			digit := e >> shift & 255
			other[from[digit]] = e
			from[digit]++
		}
		all, other = other, all
	}
}

// digitsFrom is how many entries are worth it.
const digitsFrom = 512

func newLayer[V ~uint32](sorted []entry) layer[V] {
	hashes := 0
	for i, e := range sorted {
		if i == 0 || e.hash() != sorted[i-1].hash() {
			hashes++
		}
	}
	b := newBuilder[V](hashes, len(sorted))
	var numbers []V
	for i, e := range sorted {
		numbers = append(numbers, V(e))
		if i+1 == len(sorted) || sorted[i+1].hash() != e.hash() {
			b.add(e.hash(), numbers)
			numbers = numbers[:0]
		}
	}
	return b.done()
}

// join makes one layer of two. The numbers of the second come after those of the first,
// or among them if they are not all larger.
func join[V ~uint32](x, y *layer[V]) layer[V] {
	hashes := 0
	both(x, y, func(int, int) { hashes++ })
	b := newBuilder[V](hashes, x.count+y.count)
	var numbers []V
	both(x, y, func(i, j int) {
		switch {
		case j < 0:
			b.add(x.hashes[i], x.of(i))
		case i < 0:
			b.add(y.hashes[j], y.of(j))
		default:
			numbers = append(append(numbers[:0], x.of(i)...), y.of(j)...)
			if !slices.IsSorted(numbers) {
				slices.Sort(numbers)
			}
			b.add(x.hashes[i], numbers)
		}
	})
	return b.done()
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

// of are the numbers of a hash.
func (l *layer[V]) of(i int) []V {
	if l.many[i/64]>>(i%64)&1 == 0 {
		return l.values[i : i+1]
	}
	at := l.values[i]
	return l.lists[at+1:][:l.lists[at]]
}

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
