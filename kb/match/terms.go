package match

import (
	"iter"

	"verbatim/kb/text"
)

// The kinds of evidence.
const (
	softTerm   = 'w' // a word, or one that looks like it
	stemTerm   = 's'
	pairTerm   = 'p' // two neighbouring stems
	tripleTerm = 't' // three neighbouring characters of a script without spaces
)

func hashTerm(kind rune, parts ...string) uint64 {
	h := hashRune(hashSeed, kind)
	for _, p := range parts {
		h = hashRune(hashString(h, p), 0)
	}
	return h
}

// termHashes yields the hashed stems, pairs and triples of words, in order.
func termHashes(words []text.Word) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range words {
			if !yield(hashTerm(stemTerm, words[i].Stem)) {
				return
			}
			if i > 0 && !yield(hashTerm(pairTerm, words[i-1].Stem, words[i].Stem)) {
				return
			}
			if isTriple(words, i) && !yield(hashTerm(tripleTerm, words[i-2].Stem, words[i-1].Stem, words[i].Stem)) {
				return
			}
		}
	}
}

func isTriple(words []text.Word, i int) bool {
	return i > 1 && words[i].Script == text.Unspaced && words[i-1].Script == text.Unspaced && words[i-2].Script == text.Unspaced
}

// short makes a hash half as long: where a hundred thousand are kept, one look-up
// in forty thousand takes another for its own.
func short(hash uint64) uint32 { return uint32(hash>>32) ^ uint32(hash) }
