package match

import "math/bits"

// A scatter finds the words that have a hash in common with another word. It is
// one flat list, for a map of lists takes several times the memory and the time to
// fill. What is added is put in its place before the next look-up.
type scatter struct {
	entries []scattered // by bucket, those of settled; then what has been added since
	settled int
	firsts  []uint32 // by the upper bits of a hash: its first entry
	shift   int      // that leaves these bits
}

// A scattered says that a word has a hash.
type scattered struct {
	hash uint32
	word uint32
}

// add says that a word has hashes, which may come several times.
func (s *scatter) add(word uint32, hashes func(yield func(uint64) bool)) {
	before := len(s.entries)
next:
	for hash := range hashes {
		h := short(hash)
		for _, e := range s.entries[before:] {
			if e.hash == h {
				continue next
			}
		}
		s.entries = append(s.entries, scattered{h, word})
	}
}

// settle puts all entries in their buckets, the earlier words first.
func (s *scatter) settle() {
	if s.settled == len(s.entries) {
		return
	}
	size := bits.Len(uint(len(s.entries)))
	s.shift = 32 - size
	s.firsts = make([]uint32, 1<<size+1)
	for _, e := range s.entries {
		s.firsts[e.hash>>s.shift+1]++
	}
	for i := range len(s.firsts) - 1 {
		s.firsts[i+1] += s.firsts[i]
	}
	placed := make([]scattered, len(s.entries))
	next := s.firsts
	for _, e := range s.entries {
		bucket := e.hash >> s.shift
		placed[next[bucket]] = e
		next[bucket]++
	}
	// Each bucket's place is now the first of the one after it.
	copy(s.firsts[1:], s.firsts)
	s.firsts[0] = 0
	s.entries, s.settled = placed, len(placed)
}

// bucket gives the entries that hash may be among, the earlier words first. All
// must be settled.
func (s *scatter) bucket(hash uint32) []scattered {
	if s.settled == 0 {
		return nil
	}
	upper := hash >> s.shift
	return s.entries[s.firsts[upper]:s.firsts[upper+1]]
}

// count is the number of words that have a hash.
func count(bucket []scattered, hash uint32) (n int) {
	for _, e := range bucket {
		if e.hash == hash {
			n++
		}
	}
	return n
}
