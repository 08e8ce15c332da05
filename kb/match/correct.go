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

// read returns the word of the vocabulary that w is read as: itself, or the most
// alike.
func (x *Index) read(w *text.Word) (known text.Word, ok bool) {
	if x.voc.stems[w.Stem] {
		return *w, true
	}
	if w.Script == text.Unspaced || utf8.RuneCountInString(w.Text) < correctLetters {
		return text.Word{}, false
	}
	near := x.voc.nearest(w)
	if len(near) == 0 || near[0].sim < correctFrom {
		return text.Word{}, false
	}
	return x.voc.words[near[0].word], true
}

// HasWord reports whether some phrasing has the word w, or another form of it.
func (x *Index) HasWord(w text.Word) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.voc.stems[w.Stem]
}

// Knows reports whether some phrasing has the word w, or one that Rank would
// read it as.
func (x *Index) Knows(w text.Word) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	_, ok := x.read(&w)
	return ok
}
