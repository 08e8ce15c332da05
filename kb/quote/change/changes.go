package change

import (
	"slices"
	"strings"

	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/find"
	"verbatim/kb/quote/word"
)

// What was altered, as [Change.Kind] names it; words that are alike differ in
// what [word.LikeCase] and the names beside it say.
const (
	WordsLeftOut = "words left out"
	WordsAdded   = "words added"
	WordsChanged = "words changed"
	Punctuation  = "punctuation"
)

// Of returns what an alignment has besides words that are the same, in
// order; marked is whether there is something and all of it is marked as an
// editor's.
func Of(s *find.Search, q *find.Query, t *find.Held, steps []find.Step) (all []Change, marked bool) {
	c := changing{Search: s, q: q, t: t, marked: true}
	for _, st := range steps {
		switch {
		case st.Token < 0:
			c.added = append(c.added, st.Word)
		case st.Word < 0:
			c.dropped = append(c.dropped, st.Token)
		case st.Same && q.Words[st.Word].Mark > 0:
			c.dropped, c.added = append(c.dropped, st.Token), append(c.added, st.Word)
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
	*find.Search
	q       *find.Query
	t       *find.Held
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
func (c *changing) pair(st find.Step) {
	w, source := c.q.Words[st.Word], c.source([]int{st.Token})
	text := c.q.Text[w.Start:w.End]
	switch {
	case st.Same:
	case w.Part != nil:
		kind, ok := w.Part.Makes(c.Spelling(st.Token))
		if !ok {
			kind = WordsChanged
		}
		c.put(kind, source, text, ok)
	default:
		c.alike(w, st.Token, source, text)
	}
}

// alike names in what a word and a token differ that are alike.
func (c *changing) alike(w find.Asked, token int, source, text string) {
	names := word.Ways(w.Spelling, c.Spelling(token))
	if len(names) == 0 { // the trail alone differs: leaders, leaders’
		names = []string{word.LikeApostrophe}
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
	return c.t.Body[c.Token(tokens[0]).Start:c.Token(tokens[len(tokens)-1]).End]
}

// text returns the stretch of the quotation from the first of some words to the
// last.
func (c *changing) text(words []int) string {
	if len(words) == 0 {
		return ""
	}
	return c.q.Text[c.q.Words[words[0]].Start:c.q.Words[words[len(words)-1]].End]
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
		if c.Token(t).Kind == word.AWord {
			dropped++
		}
	}
	for _, i := range c.added {
		switch w := c.q.Words[i]; {
		case w.Note:
			notes++
		case w.Mark > 0:
			editors++
		case w.Kind == word.AWord:
			added++
		}
	}
	switch {
	case notes > 0 && added+editors+dropped == 0:
		return word.LikeNote, false
	case editors == len(c.added) && editors > 0:
		return c.editors()
	case added == 0 && c.q.IsOmission(c.added):
		return editor.Omitted, !c.hides() && !c.hasEllipsis()
	case dropped+added == 0:
		return Punctuation, false
	case added == 0:
		return WordsLeftOut, false
	case dropped == 0:
		return WordsAdded, false
	case c.divided():
		return word.LikeDivision, false
	}
	return WordsChanged, false
}

// hides reports whether a negation is among the words dropped; one of the words
// right behind it, if these are dropped too, is none.
func (c *changing) hides() bool {
	for i, t := range c.dropped {
		if w := c.Spelling(t); c.Token(t).Kind == word.AWord && editor.Negates(w) && (!editor.NegatesNext(w) || i == len(c.dropped)-1) {
			return true
		}
	}
	return false
}

// hasEllipsis reports whether the source has an ellipsis itself among the words
// dropped: then words beside it were dropped without a mark.
func (c *changing) hasEllipsis() bool {
	return slices.ContainsFunc(c.dropped, func(t int) bool { return c.Token(t).Kind == word.AnEllipsis })
}

// divided reports whether the same letters are only divided into other words.
func (c *changing) divided() bool {
	var dropped, added strings.Builder
	for _, t := range c.dropped {
		if c.Token(t).Kind == word.AWord {
			dropped.WriteString(word.Likeness(c.Spelling(t)))
		}
	}
	for _, i := range c.added {
		if w := c.q.Words[i]; w.Kind == word.AWord {
			added.WriteString(word.Likeness(w.Spelling))
		}
	}
	return dropped.String() == added.String()
}

// likeNote says more of some differences between words that are alike.
func likeNote(name, source, text string) string {
	switch name {
	case word.LikeScript:
		if strings.IndexFunc(text, word.IsTraditional) >= 0 {
			return "Traditional for Simplified"
		}
		return "Simplified for Traditional"
	case word.LikeLook:
		return "“" + text + "” has letters of another alphabet than “" + source + "”"
	case word.LikeNote, word.LikeDigits, word.LikeWidth:
		return "“" + text + "” for “" + source + "”"
	}
	return ""
}
