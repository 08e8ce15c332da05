package text

import "hash/maphash"

// AddWords appends words to what a sum is made of, which tells texts apart.
func AddWords(all []byte, words []Word) []byte {
	for i := range words {
		all = AddTexts(all, words[i].Text, words[i].Stem)
	}
	return append(all, 1) // the end of a text
}

// AddTexts appends texts to what a sum is made of, told apart by what no UTF-8 has.
func AddTexts(all []byte, texts ...string) []byte {
	for _, t := range texts {
		all = append(append(all, t...), 0xff)
	}
	return all
}

var runSeed = maphash.MakeSeed()

// HashRun is the hash of words, the same only as long as the program runs.
func HashRun(words []Word) uint64 {
	var h maphash.Hash
	h.SetSeed(runSeed)
	for i := range words {
		_, _ = h.WriteString(words[i].Text) // a hash never fails
		_ = h.WriteByte(' ')
	}
	return h.Sum64()
}
