package match

import (
	"slices"
	"unicode/utf8"

	"verbatim/kb/text"
)

// correctFrom is the likeness from which an unknown word is read as a known one,
// and correctLetters the length: shorter words look like too many.
const (
	correctFrom    = 0.55
	correctLetters = 4
)

// correct gives words with those that are not in the vocabulary, nor another form
// of one that is, replaced by the most alike.
func (x *Index) correct(words []text.Word) []text.Word {
	words = slices.Clone(words)
	for i := range words {
		if !x.weights.correct {
			break
		}
		w := &words[i]
		if known, ok := x.read(w); ok && known.Text != w.Text {
			w.Text, w.Stem, w.Common = known.Text, known.Stem, known.Common
		}
	}
	return words
}

// Correct reads words that no phrasing has, nor another form of them, as those that
// they look like.
func (x *Index) Correct(words []text.Word) []text.Word {
	x.reading()
	defer x.mu.RUnlock()
	return x.correct(words)
}

// read returns the word of the vocabulary that w is read as: itself, or the most
// alike, of those that are about as much so the commonest.
func (x *Index) read(w *text.Word) (known text.Word, ok bool) {
	known = *w
	ok = x.voc.HasForm(w)
	if w.Script == text.Unspaced || utf8.RuneCountInString(w.Text) < correctLetters || ok {
		return known, ok
	}
	near := x.voc.Nearest(w)
	most := 0
	for _, n := range near {
		if n.Sim < correctFrom || n.Sim < near[0].Sim-alikeGap {
			break
		}
		candidate := x.voc.Word(n.Word)
		if utf8.RuneCountInString(candidate.Text) < correctLetters {
			continue
		}
		if times := x.byWord.Count(wordHash(n.Word)); times > most {
			known, ok, most = candidate, true, times
		}
	}
	return known, ok
}

// Of words that are about equally like one that is to be corrected, the one that is
// in most phrasings is meant (the language model of Kernighan, Church and Gale,
// 1990).
const alikeGap = 0.1

// HasWord reports whether some phrasing has the word w, or another form of it; one
// that was removed counts until it is cleared away.
func (x *Index) HasWord(w text.Word) bool {
	x.reading()
	defer x.mu.RUnlock()
	return x.voc.HasForm(&w)
}

// Knows reports whether some phrasing has the word w, or one that Rank would
// read it as.
func (x *Index) Knows(w text.Word) bool {
	x.reading()
	defer x.mu.RUnlock()
	_, ok := x.read(&w)
	return ok
}
