package find

import (
	"slices"
	"strings"

	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// Whole adds the rest of words that the quotation starts or ends inside.
func (s *Search) Whole(p Passage, steps []Step) []Step {
	t := &s.texts[p.Text]
	for p.From > t.First && s.Spans(t, p.From) {
		p.From--
		steps = append([]Step{{-1, p.From, false}}, steps...)
	}
	for p.To < t.Last && s.Spans(t, p.To) {
		steps = append(steps, Step{-1, p.To, false})
		p.To++
	}
	return steps
}

// edge is how many words at an end of a quotation, at most, are shown against
// those that the source has in their place.
const edge = 3

// Opposite adds to an alignment, where the quotation begins or ends with a few
// other words than the source, as many words of the source's sentence: “by
// 2041” is shown against “by 2040”, not as an addition to “by”. An editor's
// words are shown against those that they may stand for.
func (s *Search) Opposite(q *Query, p Passage, steps []Step) []Step {
	t := &s.texts[p.Text]
	before, after := 0, 0
	for before < len(steps) && steps[before].Token < 0 {
		before++
	}
	for after < len(steps) && steps[len(steps)-1-after].Token < 0 {
		after++
	}
	first, last := steps[:before], steps[len(steps)-after:]
	var left []Step
	for n := s.facing(q, first, func(i int) (int, bool) { return p.From - 1 - i, s.CarriesOn(t, p.From-i) }); n > 0; n-- {
		left = append(left, Step{-1, p.From - n, false})
	}
	n := s.facing(q, last, func(i int) (int, bool) { return p.To + i, s.CarriesOn(t, p.To+i) })
	steps = append(left, steps...)
	for i := range n {
		steps = append(steps, Step{-1, p.To + i, false})
	}
	return steps
}

// facing returns how many of the source's words at an end of a passage stand
// against the words that the quotation adds there. The source's words are
// numbered from the passage on.
func (s *Search) facing(q *Query, added []Step, source func(i int) (token int, more bool)) int {
	own := 0
	var editors []string
	for _, st := range added {
		switch w := q.Words[st.Word]; {
		case w.Mark > 0:
			editors = append(editors, w.Spelling)
		case w.Kind == word.AWord:
			own++
		}
	}
	switch {
	case own > edge || own+len(editors) == 0 || own == 0 && editor.Remarks[strings.ToLower(strings.Join(editors, " "))]:
		return 0
	case own == 0:
		return s.stoodFor(editors, source)
	}
	n := 0
	for ; n < own; n++ {
		if _, more := source(n); !more {
			break
		}
	}
	return n
}

// stoodFor returns how many words at an end of a passage an editor's words there
// stand for: all to the border of the sentence, if they are few; otherwise those
// that refer to others or are names. A number is none of them if the editor's
// words have none. A negation among the next words always is one, for it may not
// be hidden.
func (s *Search) stoodFor(editors []string, source func(i int) (token int, more bool)) int {
	referring, leading, number := 0, true, false
	for i := 0; ; i++ {
		token, more := source(i)
		if !more && !number {
			return i
		}
		if !more || i == edge {
			return referring
		}
		w := s.Spelling(token)
		if editor.Negates(w) {
			return i + 1
		}
		number = number || editor.Counts(w) && !slices.ContainsFunc(editors, editor.Counts)
		if leading = leading && !number && (editor.Refers(w) || s.Names(w, s.Begins(token))); leading {
			referring = i + 1
		}
	}
}

// CarriesOn reports whether two words stand on the sides of a border between
// tokens, in one paragraph and without a mark between them.
func (s *Search) CarriesOn(t *Held, at int) bool {
	if at <= t.First || at >= t.Last || s.tokens[at-1].Kind != word.AWord || s.tokens[at].Kind != word.AWord {
		return false
	}
	return strings.Count(t.Body[s.tokens[at-1].End:s.tokens[at].Start], "\n") < 2
}
