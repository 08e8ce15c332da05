package vocabulary

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"verbatim/kb/text"
)

// Nearest returns the words that look like w, the most alike first: by weighted
// overlap of their character grams (Dice), and for a word that is not in the
// vocabulary by edit distance too, for one slip of the finger breaks most grams
// of a short word.
func (v *Vocabulary) Nearest(word *text.Word) []Near {
	w := word.Text
	v.mu.Lock()
	defer v.mu.Unlock()
	if found, ok := v.near[w]; ok {
		return found
	}
	v.grams.Settle()
	v.cuts.Settle()
	v.sims.clear(len(v.words))
	v.byGrams(w)
	if _, known := v.ids[w]; !known && !v.HasForm(word) {
		v.byEdits(w)
	}
	var found []Near
	for _, id := range v.sims.words {
		if sim := v.sims.sums[id]; sim >= nearMin {
			found = append(found, Near{id, sim})
		}
	}
	slices.SortFunc(found, func(a, b Near) int {
		return cmp.Or(cmp.Compare(b.Sim, a.Sim), cmp.Compare(a.Word, b.Word))
	})
	found = slices.Clip(found[:min(len(found), nearMost)])
	if len(v.near) >= nearMemory {
		clear(v.near)
	}
	v.near[w] = found
	return found
}

// nearMemory bounds the words whose look-alikes are remembered.
const nearMemory = 1 << 16

// byGrams tallies the words that share grams with w, as far as they may be near.
func (v *Vocabulary) byGrams(w string) {
	t := &v.sims
	var norm float32
	for g := range Grams(w) {
		h := Short(g)
		n := v.grams.Count(h)
		x := v.gramWeight(n)
		norm += x
		if n > gramMost {
			continue
		}
		for words := range v.grams.Of(h) {
			for _, id := range words {
				t.add(id, x)
			}
		}
	}
	for _, id := range t.words {
		if 2*t.sums[id] >= nearMin*0.9*(norm+v.roughNorm(id)) {
			t.sums[id] *= 2 / (norm + v.norm(id))
		} else {
			t.sums[id] = farSim
		}
	}
}

// farSim is the similarity of words that are not near.
const farSim = nearMin / 2

// gramMost leaves out grams that so many words have: they find nothing and cost
// most of the time.
const gramMost = 4000

// byEdits raises the similarity of words within one edit, or two in long words.
// Corrected words count as less sure.
func (v *Vocabulary) byEdits(w string) {
	t := &v.sims
	letters := utf8.RuneCountInString(w)
	if letters < editedLeast || letters > editedMost {
		return
	}
	try := func(id uint32) {
		switch d := text.EditDistance(w, v.words[id].text, 2); {
		case d == 1:
			t.add(id, max(t.sums[id], 0.8)-t.sums[id])
		case d == 2 && letters >= 8:
			t.add(id, max(t.sums[id], 0.6)-t.sums[id])
		}
	}
	for c := range cuts(w) {
		for words := range v.cuts.Of(Short(c)) {
			for _, id := range words {
				try(id)
			}
		}
	}
	for _, id := range t.words {
		if t.sums[id] >= nearMin {
			try(id)
		}
	}
}

// editedLeast and editedMost are the lengths, in characters, of the words that
// look-alikes by edit distance are looked for; shorter ones look like too many.
const (
	editedLeast = 4
	editedMost  = 40
)

// Grams yields the hashed character grams of w, 3 to 5 characters long, with
// its borders; each once for each place.
func Grams(w string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		var runes [66]rune
		n := 1
		runes[0] = '^'
		for _, r := range w {
			if n == len(runes)-1 {
				break
			}
			runes[n] = r
			n++
		}
		runes[n] = '$'
		n++
		for i := range n {
			h := hashSeed
			for j := i; j < min(n, i+5); j++ {
				h = hashRune(h, runes[j])
				if j >= i+2 && !yield(h) {
					return
				}
			}
		}
	}
}

// cuts yields the hashes of w and of w with any one letter cut out (the
// symmetric deletes of SymSpell: words within one edit share one of them). It yields
// none for a word of a length that no word within one edit is looked for by: they
// take the square of its length.
func cuts(w string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		if n := utf8.RuneCountInString(w); n < editedLeast-1 || n > editedMost+1 {
			return
		}
		if !yield(hashString(hashSeed, w)) {
			return
		}
		for i, r := range w {
			h := hashString(hashString(hashSeed, w[:i]), w[i+utf8.RuneLen(r):])
			if !yield(h) {
				return
			}
		}
	}
}

// The hash is FNV-1a, 64 bits, fed with runes or bytes.
const (
	hashSeed  uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)

func hashRune(h uint64, r rune) uint64 { return (h ^ uint64(r)) * hashPrime }

func hashString(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}
