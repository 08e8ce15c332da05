package quote

import (
	"slices"
	"strings"
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
		ended = ended || c.tokens[t].kind != isWord && isEnd[first(c.spelling(t))]
	}
	a, b := wordsOnly(theirs), wordsOnly(sources)
	switch {
	case len(b) > 0 && slices.Equal(a, b):
		return EditBrackets, true
	case len(b) == 0 && isRemark(c.text(c.added)):
		return EditSic, !ended
	case len(b) == 0:
		return EditAdded, !ended && !anyOf(a, negates) && !c.besideNumber(a)
	}
	may := !ended && len(b) <= replacedMost && !anyOf(a, negates) && !anyOf(b, negates) &&
		sameCounts(a, b) && c.sameNames(theirs, sources)
	return EditReplaced, may
}

// theirs returns the editor's words.
func (c *changing) theirs() (all []said) {
	for _, i := range c.added {
		if w := c.q.words[i]; w.kind == isWord {
			all = append(all, said{w.spelling, i == 0 || isEnd[first(c.q.words[i-1].spelling)]})
		}
	}
	return all
}

// sources returns the words that they stand for.
func (c *changing) sources() (all []said) {
	for _, t := range c.dropped {
		if c.tokens[t].kind == isWord {
			all = append(all, said{c.spelling(t), c.begins(t)})
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

var isEnd = set(".!?…。！？．｡؟۔।॥።")

func isRemark(text string) bool {
	return remarks[strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !isLetter(r) && r != '!' && r != '?' }))]
}

func anyOf(words []string, is func(string) bool) bool {
	for _, w := range words {
		if is(w) {
			return true
		}
	}
	return false
}

// besideNumber reports whether a number is added right beside one of the source,
// which it would change.
func (c *changing) besideNumber(theirs []string) bool {
	if !anyOf(theirs, counts) {
		return false
	}
	at, end := c.added[0]-1, c.added[len(c.added)-1]+1
	return at >= c.q.from && counts(c.q.words[at].spelling) || end < c.q.to && counts(c.q.words[end].spelling)
}

// sameCounts reports whether two lists of words have the same numbers, if the
// second has any.
func sameCounts(theirs, sources []string) bool {
	if !anyOf(sources, counts) {
		return true
	}
	return within(theirs, sources, counts) && within(sources, theirs, counts)
}

// sameNames reports whether the names of the source are among those of an editor,
// unless the editor names nobody.
func (c *changing) sameNames(theirs, sources []said) bool {
	named := map[string]bool{}
	for _, w := range runs(theirs) {
		if c.names(w.word, w.begins) {
			named[folded(w.word)] = true
		}
	}
	for _, w := range runs(sources) {
		if len(named) > 0 && c.names(w.word, w.begins) && !named[folded(w.word)] {
			return false
		}
	}
	return true
}

// within reports whether all words of a kind in one list are in another.
func within(some, all []string, is func(string) bool) bool {
	has := map[string]bool{}
	for _, w := range all {
		has[likeness(w)] = true
	}
	return !anyOf(some, func(w string) bool { return is(w) && !has[likeness(w)] })
}

// runs joins characters that are words by themselves where they follow each other.
func runs(words []said) []said {
	var all []said
	joined := false
	for _, w := range words {
		alone := classOf(first(w.word)) == ideograph
		if alone && joined {
			all[len(all)-1].word += w.word
		} else {
			all = append(all, w)
		}
		joined = alone
	}
	return all
}
