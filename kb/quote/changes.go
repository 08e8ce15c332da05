package quote

import (
	"slices"
	"strings"
)

// What was altered, as [Change.Kind] names it; words that are alike differ in
// what [LikeCase] and the names beside it say.
const (
	ChangeLeftOut     = "words left out"
	ChangeAdded       = "words added"
	ChangeWords       = "words changed"
	ChangeOrder       = "word order"
	ChangePunctuation = "punctuation"
)

// changes returns what an alignment has besides words that are the same, in
// order; marked is whether there is something and all of it is marked as an
// editor's.
func (s *search) changes(q *query, t *held, steps []step) (all []Change, marked bool) {
	c := changing{search: s, q: q, t: t, marked: true}
	for _, st := range steps {
		switch {
		case st.token < 0:
			c.added = append(c.added, st.word)
		case st.word < 0:
			c.dropped = append(c.dropped, st.token)
		case st.same && q.words[st.word].mark > 0:
			c.dropped, c.added = append(c.dropped, st.token), append(c.added, st.word)
		default:
			c.flush()
			c.pair(st)
		}
	}
	c.flush()
	return c.all, c.marked && len(c.all) > 0
}

// A changing goes through an alignment.
type changing struct {
	*search
	q       *query
	t       *held
	dropped []int // tokens since the last pair
	added   []int // words since then
	all     []Change
	marked  bool // all changes so far are marked
}

func (c *changing) put(kind, source, text string, marked bool) {
	c.all = append(c.all, Change{Kind: kind, Source: source, Text: text})
	c.marked = c.marked && marked
}

// pair looks at a word that is paired with a token.
func (c *changing) pair(st step) {
	w, source := c.q.words[st.word], c.source([]int{st.token})
	text := c.q.text[w.start:w.end]
	switch {
	case st.same:
	case w.part != nil:
		kind, ok := w.part.makes(c.spelling(st.token))
		if !ok {
			kind = ChangeWords
		}
		c.put(kind, source, text, ok)
	default:
		c.alike(w, st.token, source, text)
	}
}

// alike names in what a word and a token differ that are alike.
func (c *changing) alike(w asked, token int, source, text string) {
	names := ways(w.spelling, c.spelling(token))
	if len(names) == 0 { // the trail alone differs: leaders, leaders’
		names = []string{LikeApostrophe}
	}
	for _, name := range names {
		c.put(name, source, text, false)
		c.all[len(c.all)-1].Note = likeNote(name, source, text)
	}
}

// source returns the stretch of the body from the first of some tokens to the
// last.
func (c *changing) source(tokens []int) string {
	if len(tokens) == 0 {
		return ""
	}
	return c.t.Body[c.tokens[tokens[0]].start:c.tokens[tokens[len(tokens)-1]].end]
}

// text returns the stretch of the quotation from the first of some words to the
// last.
func (c *changing) text(words []int) string {
	if len(words) == 0 {
		return ""
	}
	return c.q.text[c.q.words[words[0]].start:c.q.words[words[len(words)-1]].end]
}

// flush looks at what was dropped and added between two pairs.
func (c *changing) flush() {
	if len(c.dropped)+len(c.added) > 0 {
		kind, marked := c.kind()
		c.put(kind, c.source(c.dropped), c.text(c.added), marked)
		c.dropped, c.added = c.dropped[:0], c.added[:0]
	}
}

func (c *changing) kind() (kind string, marked bool) {
	dropped, added, editors, notes := 0, 0, 0, 0
	for _, t := range c.dropped {
		if c.tokens[t].kind == isWord {
			dropped++
		}
	}
	for _, i := range c.added {
		switch w := c.q.words[i]; {
		case w.note:
			notes++
		case w.mark > 0:
			editors++
		case w.kind == isWord:
			added++
		}
	}
	switch {
	case notes > 0 && added+editors+dropped == 0:
		return LikeNote, false
	case editors == len(c.added) && editors > 0:
		return c.editors()
	case added == 0 && c.q.isOmission(c.added):
		return EditOmitted, !c.hides() && !c.hasEllipsis()
	case dropped+added == 0:
		return ChangePunctuation, false
	case added == 0:
		return ChangeLeftOut, false
	case dropped == 0:
		return ChangeAdded, false
	case c.divided():
		return LikeDivision, false
	}
	return ChangeWords, false
}

// hides reports whether a negation is among the words dropped; one of the words
// right behind it, if these are dropped too, is none.
func (c *changing) hides() bool {
	for i, t := range c.dropped {
		if word := c.spelling(t); c.tokens[t].kind == isWord && negates(word) && (!lacks[folded(word)] || i == len(c.dropped)-1) {
			return true
		}
	}
	return false
}

// hasEllipsis reports whether the source has an ellipsis itself among the words
// dropped: then words beside it were dropped without a mark.
func (c *changing) hasEllipsis() bool {
	return slices.ContainsFunc(c.dropped, func(t int) bool { return c.tokens[t].kind == isEllipsis })
}

// isOmission reports whether words of the quotation are an ellipsis, with the
// brackets around it if there are any.
func (q *query) isOmission(words []int) bool {
	if len(words) == 0 {
		return false
	}
	start, end, ok := q.omission(words[0])
	return ok && start == words[0] && end == words[len(words)-1]+1
}

// divided reports whether the same letters are only divided into other words.
func (c *changing) divided() bool {
	var dropped, added strings.Builder
	for _, t := range c.dropped {
		if c.tokens[t].kind == isWord {
			dropped.WriteString(likeness(c.spelling(t)))
		}
	}
	for _, i := range c.added {
		if w := c.q.words[i]; w.kind == isWord {
			added.WriteString(likeness(w.spelling))
		}
	}
	return dropped.String() == added.String()
}

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

// likeNote says more of some differences between words that are alike.
func likeNote(name, source, text string) string {
	switch name {
	case LikeScript:
		if strings.IndexFunc(text, isTraditional) >= 0 {
			return "Traditional for Simplified"
		}
		return "Simplified for Traditional"
	case LikeLook:
		return "“" + text + "” has letters of another alphabet than “" + source + "”"
	case LikeNote, LikeDigits, LikeWidth:
		return "“" + text + "” for “" + source + "”"
	}
	return ""
}
