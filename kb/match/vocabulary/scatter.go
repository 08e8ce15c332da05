package vocabulary

import (
	"iter"
	"math/bits"
	"slices"
)

// A scatter finds the words that have a hash in common with another word. It is a
// few flat lists, for a map of lists takes several times the memory and the time to
// fill. What is added is put in its place before the next look-up, as a list of its
// own; one that has half as much as the one before it is joined to it (the
// logarithmic method of Bentley and Saxe, 1980).
type scatter struct {
	layers []layer // each more than twice as long as the next
	added  []scattered
}

// A scattered says that a word has a hash: the hash in the upper half, the word in
// the lower.
type scattered uint64

func (e scattered) hash() uint32 { return uint32(e >> 32) }
func (e scattered) word() uint32 { return uint32(e) }

// A layer has its words by hash.
type layer struct {
	hashes []uint32 // ascending
	starts []uint32 // of their words
	words  []uint32 // ascending for each hash
	firsts []uint32 // by the upper bits of a hash: the first hash that has them, or more
	shift  int      // that leaves these bits
}

// add says that a word has hashes, which may come several times.
func (s *scatter) add(word uint32, hashes iter.Seq[uint64]) {
	before := len(s.added)
	for hash := range hashes {
		e := scattered(Short(hash))<<32 | scattered(word)
		if !slices.Contains(s.added[before:], e) {
			s.added = append(s.added, e)
		}
	}
	if len(s.added) >= addedMost {
		s.settle()
	}
}

// addedMost is how many entries are left for the next look-up to settle: some
// milliseconds of work.
const addedMost = 1 << 17

// settle makes what has been added ready to be looked up.
func (s *scatter) settle() {
	if len(s.added) == 0 {
		return
	}
	entries := s.added
	for n := len(s.layers); n > 0 && 2*len(entries) >= len(s.layers[n-1].words); n-- {
		entries = append(entries, s.layers[n-1].entries()...)
		s.layers = s.layers[:n-1]
	}
	s.layers, s.added = append(s.layers, newLayer(entries)), nil
}

func (l *layer) entries() []scattered {
	entries := make([]scattered, 0, len(l.words))
	for i, h := range l.hashes {
		for _, w := range l.words[l.starts[i]:l.starts[i+1]] {
			entries = append(entries, scattered(h)<<32|scattered(w))
		}
	}
	return entries
}

func newLayer(entries []scattered) layer {
	slices.Sort(entries)
	l := layer{words: make([]uint32, len(entries))}
	for i, e := range entries {
		if i == 0 || e.hash() != entries[i-1].hash() {
			l.hashes, l.starts = append(l.hashes, e.hash()), append(l.starts, uint32(i))
		}
		l.words[i] = e.word()
	}
	l.starts = append(l.starts, uint32(len(entries)))
	l.firsts, l.shift = Directory(l.hashes)
	return l
}

// Directory is a table in which ascending hashes are found, about an entry for
// each: by their upper bits, the place of the first that has them, or more. The
// shift leaves these bits.
func Directory(hashes []uint32) (firsts []uint32, shift int) {
	size := bits.Len(uint(len(hashes)))
	shift = 32 - size
	firsts = make([]uint32, 1<<size+1)
	next := 0
	for i := range firsts {
		for next < len(hashes) && int(hashes[next]>>shift) < i {
			next++
		}
		firsts[i] = uint32(next)
	}
	return firsts, shift
}

// having gives the words that have a hash. All must be settled, here and below.
func (l *layer) having(hash uint32) []uint32 {
	upper := hash >> l.shift
	for i := l.firsts[upper]; i < l.firsts[upper+1]; i++ {
		if l.hashes[i] == hash {
			return l.words[l.starts[i]:l.starts[i+1]]
		}
	}
	return nil
}

// count is the number of words that have a hash.
func (s *scatter) count(hash uint32) (n int) {
	for i := range s.layers {
		n += len(s.layers[i].having(hash))
	}
	return n
}
