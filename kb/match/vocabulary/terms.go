package vocabulary

import (
	"iter"

	"verbatim/kb/text"
)

// The kinds of terms.
const (
	WordTerm   = 'w' // a word, or one that looks like it
	StemTerm   = 's'
	PairTerm   = 'p' // two neighbouring stems
	TripleTerm = 't' // three neighbouring characters of a script without spaces
)

// Term is the hash of a term of a kind.
func Term(kind rune, parts ...string) uint64 {
	h := hashRune(hashSeed, kind)
	for _, p := range parts {
		h = hashRune(hashString(h, p), 0)
	}
	return h
}

// Terms yields the hashed stems, pairs and triples of words, in order.
func Terms(words []text.Word) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range words {
			if !yield(Term(StemTerm, words[i].Stem)) {
				return
			}
			if i > 0 && !yield(Term(PairTerm, words[i-1].Stem, words[i].Stem)) {
				return
			}
			if IsTriple(words, i) && !yield(Term(TripleTerm, words[i-2].Stem, words[i-1].Stem, words[i].Stem)) {
				return
			}
		}
	}
}

// IsTriple reports whether a word and the two before it are characters of a script
// without spaces.
func IsTriple(words []text.Word, i int) bool {
	return i > 1 && words[i].Script == text.Unspaced && words[i-1].Script == text.Unspaced && words[i-2].Script == text.Unspaced
}

// Short makes a hash half as long: where a hundred thousand are kept, one look-up
// in forty thousand takes another for its own.
func Short(hash uint64) uint32 { return uint32(hash>>32) ^ uint32(hash) }
