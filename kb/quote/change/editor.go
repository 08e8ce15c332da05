package change

import (
	"slices"

	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// replacedMost is how many words of the source an editor's brackets may stand for.
const replacedMost = 6

// said is a word with whether it begins a sentence.
type said struct {
	word   string
	begins bool
}

// editors says what an editor's words are, and whether they may stand where they
// do: they hide no negation and bring none, change no number and no name, and
// stand for few words of one sentence.
func (c *changing) editors() (kind string, marked bool) {
	theirs, sources, ended := c.theirs(), c.sources(), false
	for _, t := range c.dropped {
		ended = ended || c.Token(t).Kind != word.AWord && word.IsEnd(word.First(c.Spelling(t)))
	}
	a, b := wordsOnly(theirs), wordsOnly(sources)
	switch {
	case len(b) > 0 && slices.Equal(a, b):
		return editor.Brackets, true
	case len(b) == 0 && editor.IsRemark(c.text(c.added)):
		return editor.Sic, !ended
	case len(b) == 0:
		return editor.Added, !ended && !slices.ContainsFunc(a, editor.Negates) && !c.besideNumber(a)
	}
	may := !ended && len(b) <= replacedMost && !slices.ContainsFunc(a, editor.Negates) && !slices.ContainsFunc(b, editor.Negates) &&
		sameCounts(a, b) && c.sameNames(theirs, sources)
	return editor.Replaced, may
}

// theirs returns the editor's words.
func (c *changing) theirs() (all []said) {
	for _, i := range c.added {
		if w := c.q.Words[i]; w.Kind == word.AWord {
			all = append(all, said{w.Spelling, i == 0 || word.IsEnd(word.First(c.q.Words[i-1].Spelling))})
		}
	}
	return all
}

// sources returns the words that they stand for.
func (c *changing) sources() (all []said) {
	for _, t := range c.dropped {
		if c.Token(t).Kind == word.AWord {
			all = append(all, said{c.Spelling(t), c.Begins(t)})
		}
	}
	return all
}

func wordsOnly(words []said) (all []string) {
	for _, w := range words {
		all = append(all, w.word)
	}
	return all
}

// besideNumber reports whether a number is added right beside one of the source,
// which it would change.
func (c *changing) besideNumber(theirs []string) bool {
	if !slices.ContainsFunc(theirs, editor.Counts) {
		return false
	}
	at, end := c.added[0]-1, c.added[len(c.added)-1]+1
	return at >= c.q.From && editor.Counts(c.q.Words[at].Spelling) || end < c.q.To && editor.Counts(c.q.Words[end].Spelling)
}

// sameCounts reports whether two lists of words have the same numbers, if the
// second has any.
func sameCounts(theirs, sources []string) bool {
	if !slices.ContainsFunc(sources, editor.Counts) {
		return true
	}
	return within(theirs, sources, editor.Counts) && within(sources, theirs, editor.Counts)
}

// sameNames reports whether the names of the source are among those of an editor,
// unless the editor names nobody.
func (c *changing) sameNames(theirs, sources []said) bool {
	named := map[string]bool{}
	for _, w := range runs(theirs) {
		if c.Names(w.word, w.begins) {
			named[word.Folded(w.word)] = true
		}
	}
	for _, w := range runs(sources) {
		if len(named) > 0 && c.Names(w.word, w.begins) && !named[word.Folded(w.word)] {
			return false
		}
	}
	return true
}

// within reports whether all words of a kind in one list are in another.
func within(some, all []string, is func(string) bool) bool {
	has := map[string]bool{}
	for _, w := range all {
		has[word.Likeness(w)] = true
	}
	return !slices.ContainsFunc(some, func(w string) bool { return is(w) && !has[word.Likeness(w)] })
}

// runs joins characters that are words by themselves where they follow each other.
func runs(words []said) []said {
	var all []said
	joined := false
	for _, w := range words {
		alone := word.ClassOf(word.First(w.word)) == word.Ideograph
		if alone && joined {
			all[len(all)-1].word += w.word
		} else {
			all = append(all, w)
		}
		joined = alone
	}
	return all
}
