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
// 2041” is shown against “by 2040”, not as an addition to “by”.
func (s *search) opposite(q *query, p passage, steps []step) []step {
	t := &s.texts[p.text]
	before := 0
	for before < len(steps) && steps[before].token < 0 {
		before++
	}
	after := 0
	for after < len(steps) && steps[len(steps)-1-after].token < 0 {
		after++
	}
	for n := q.count(steps[:before]); n > 0 && n <= edge && s.carriesOn(t, p.from); n-- {
		p.from--
		steps = append([]step{{-1, p.from, false}}, steps...)
	}
	for n := q.count(steps[len(steps)-after:]); n > 0 && n <= edge && s.carriesOn(t, p.to); n-- {
		steps = append(steps, step{-1, p.to, false})
		p.to++
	}
	return steps
}

// count returns how many of the quotation's words that steps add are words.
func (q *query) count(steps []step) int {
	n := 0
	for _, st := range steps {
		if st.word >= 0 && q.words[st.word].kind == isWord {
			n++
		}
	}
	return n
}

// carriesOn reports whether two words stand on the sides of a border between
// tokens, in one paragraph and without a mark between them.
func (s *search) carriesOn(t *held, at int) bool {
	if at <= t.first || at >= t.last || s.tokens[at-1].kind != isWord || s.tokens[at].kind != isWord {
		return false
	}
	return strings.Count(t.Body[s.tokens[at-1].end:s.tokens[at].start], "\n") < 2
}
