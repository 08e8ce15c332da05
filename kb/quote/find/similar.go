package find

import (
	"unicode/utf8"

	"verbatim/kb/quote/word"
)

// Near returns the similarity from which a passage counts as close to the
// quotation, so that it is altered rather than not found. Measured on official
// statements: of n words of one that is not held, 98 in 100 share less than
// 0.67 with those held on the same matters for n = 8, 0.52 for n = 12, and less
// beyond; one changed word in n leaves 1 − 2/n or more. Between them lies
// 0.65 + 0.5/n, but never so high that one changed word in a short text is too
// many, nor below 0.4. Of fewer than three words one may differ only in how it is
// written: “the Moon” is not “the sun”.
func (q *Query) Near() float64 {
	n := q.Size()
	if n < 3 {
		return 0.75
	}
	return max(0.4, min(0.65+0.5/n, 1-2/n))
}

// Size returns how many words the quotation has; two characters of a script
// without spaces count as one.
func (q *Query) Size() float64 {
	n := 0.0
	for _, w := range q.Words[q.From:q.To] {
		r, _ := utf8.DecodeRuneInString(w.Spelling)
		switch {
		case w.Kind != word.AWord, w.Mark > 0:
		case word.ClassOf(r) == word.Ideograph:
			n += 0.5
		default:
			n++
		}
	}
	return max(1, n)
}

// Nearest returns the alignment with the most similar passage; nil if there is
// none at all.
func (s *Search) Nearest(q *Query) []Step {
	var best []Step
	top := 0.0
	for _, c := range s.candidates(q) {
		if s.cells < 0 {
			break
		}
		s.cells -= (q.To - q.From) * (2*c.width + 24)
		steps := s.align(q, c)
		if similar := s.Similarity(q, steps); similar > top {
			best, top = steps, similar
		}
	}
	return best
}

// Similarity returns how much the two sides of an alignment share, from 0 to
// 1: twice the weight of what is the same, divided by the weight of both sides
// (Dice). A word weighs the more the rarer it is in the texts held, so that
// formulas that every statement has do not make a passage close. An editor's
// words weigh nothing.
func (s *Search) Similarity(q *Query, steps []Step) float64 {
	var shared, all float64
	for _, st := range steps {
		switch {
		case st.Token < 0:
			if w := q.Words[st.Word]; w.Mark == 0 {
				all += s.weight(w.group, w.Kind)
			}
		case st.Word < 0:
			t := s.Token(st.Token)
			all += s.weight(s.group[t.ID], t.Kind)
		default:
			t := s.Token(st.Token)
			w := s.weight(s.group[t.ID], t.Kind)
			all += 2 * w
			if st.Same {
				shared += 2 * w
			} else {
				shared += 2 * alikeness * w
			}
		}
	}
	if all == 0 {
		return 0
	}
	return shared / all
}

// alikeness is how much of the weight of words that are only alike is shared.
const alikeness = 0.9

// Passage returns the stretch of tokens of an alignment, if it has any.
func (s *Search) Passage(steps []Step) (p Passage, ok bool) {
	for _, st := range steps {
		if st.Token < 0 {
			continue
		}
		if !ok {
			p.Text, p.From, ok = s.textAt(st.Token), st.Token, true
		}
		p.To = st.Token + 1
	}
	return p, ok
}
