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
