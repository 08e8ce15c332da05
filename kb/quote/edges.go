package quote

import "strings"

// whole adds the rest of words that the quotation starts or ends inside.
func (s *search) whole(p passage, steps []step) []step {
	t := &s.texts[p.text]
	for p.from > t.first && s.spans(t, p.from) {
		p.from--
		steps = append([]step{{-1, p.from, false}}, steps...)
	}
	for p.to < t.last && s.spans(t, p.to) {
		steps = append(steps, step{-1, p.to, false})
		p.to++
	}
	return steps
}

// edge is how many words at an end of a quotation, at most, are shown against
// those that the source has in their place.
const edge = 3

// opposite adds to an alignment, where the quotation begins or ends with a few
// other words than the source, as many words of the source's sentence: “by
// 2041” is shown against “by 2040”, not as an addition to “by”. An editor's
// words are shown against those that they may stand for.
func (s *search) opposite(q *query, p passage, steps []step) []step {
	t := &s.texts[p.text]
	before, after := 0, 0
	for before < len(steps) && steps[before].token < 0 {
		before++
	}
	for after < len(steps) && steps[len(steps)-1-after].token < 0 {
		after++
	}
	first, last := steps[:before], steps[len(steps)-after:]
	var left []step
	for n := s.facing(q, first, func(i int) (int, bool) { return p.from - 1 - i, s.carriesOn(t, p.from-i) }); n > 0; n-- {
		left = append(left, step{-1, p.from - n, false})
	}
	n := s.facing(q, last, func(i int) (int, bool) { return p.to + i, s.carriesOn(t, p.to+i) })
	steps = append(left, steps...)
	for i := range n {
		steps = append(steps, step{-1, p.to + i, false})
	}
	return steps
}

// facing returns how many of the source's words at an end of a passage stand
// against the words that the quotation adds there. The source's words are
// numbered from the passage on.
func (s *search) facing(q *query, added []step, source func(i int) (token int, more bool)) int {
	own := 0
	var editors []string
	for _, st := range added {
		switch w := q.words[st.word]; {
		case w.mark > 0:
			editors = append(editors, w.spelling)
		case w.kind == isWord:
			own++
		}
	}
	switch {
	case own > edge || own+len(editors) == 0 || own == 0 && remarks[strings.ToLower(strings.Join(editors, " "))]:
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
func (s *search) stoodFor(editors []string, source func(i int) (token int, more bool)) int {
	referring, leading, number := 0, true, false
	for i := 0; ; i++ {
		token, more := source(i)
		if !more && !number {
			return i
		}
		if !more || i == edge {
			return referring
		}
		word := s.spelling(token)
		if negates(word) {
			return i + 1
		}
		number = number || counts(word) && !anyOf(editors, counts)
		if leading = leading && !number && (refers(word) || s.names(word, s.begins(token))); leading {
			referring = i + 1
		}
	}
}

// carriesOn reports whether two words stand on the sides of a border between
// tokens, in one paragraph and without a mark between them.
func (s *search) carriesOn(t *held, at int) bool {
	if at <= t.first || at >= t.last || s.tokens[at-1].kind != isWord || s.tokens[at].kind != isWord {
		return false
	}
	return strings.Count(t.Body[s.tokens[at-1].end:s.tokens[at].start], "\n") < 2
}
