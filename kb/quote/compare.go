package quote

import "unicode/utf8"

// near returns the similarity from which a passage counts as close to the
// quotation, so that it is altered rather than not found. Measured on official
// statements: of n words of one that is not held, 98 in 100 share less than
// 0.67 with those held on the same matters for n = 8, 0.52 for n = 12, and less
// beyond; one changed word in n leaves 1 − 2/n or more. Between them lies
// 0.65 + 0.5/n, but never so high that one changed word in a short text is too
// many, nor below 0.4.
func (q *query) near() float64 {
	n := q.size()
	return max(0.4, min(0.65+0.5/n, 1-2/n))
}

// size returns how many words the quotation has; two characters of a script
// without spaces count as one.
func (q *query) size() float64 {
	n := 0.0
	for _, w := range q.words[q.from:q.to] {
		r, _ := utf8.DecodeRuneInString(w.spelling)
		switch {
		case w.kind != isWord, w.mark > 0:
		case classOf(r) == ideograph:
			n += 0.5
		default:
			n++
		}
	}
	return max(1, n)
}

// nearest returns the alignment with the most similar passage; nil if there is
// none at all.
func (s *search) nearest(q *query) []step {
	var best []step
	top := 0.0
	for _, c := range s.candidates(q) {
		if s.cells < 0 {
			break
		}
		s.cells -= (q.to - q.from) * (2*c.width + 24)
		steps := s.align(q, c)
		if similar := s.similarity(q, steps); similar > top {
			best, top = steps, similar
		}
	}
	return best
}

// similarity returns how much the two sides of an alignment share, from 0 to
// 1: twice the weight of what is the same, divided by the weight of both sides
// (Dice). A word weighs the more the rarer it is in the texts held, so that
// formulas that every statement has do not make a passage close. An editor's
// words weigh nothing.
func (s *search) similarity(q *query, steps []step) float64 {
	var shared, all float64
	for _, st := range steps {
		switch {
		case st.token < 0:
			if w := q.words[st.word]; w.mark == 0 {
				all += s.weight(w.group, w.kind)
			}
		case st.word < 0:
			t := s.tokens[st.token]
			all += s.weight(s.group[t.id], t.kind)
		default:
			t := s.tokens[st.token]
			w := s.weight(s.group[t.id], t.kind)
			all += 2 * w
			if st.same {
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

// compare returns the result for a quotation that is aligned with a passage:
// edited, altered, or not found.
func (s *search) compare(q *query, steps []step) Result {
	r := Result{Text: q.text, Verdict: NotFound, Similarity: s.similarity(q, steps)}
	p, ok := s.passage(steps)
	if !ok {
		r.Why = why(r)
		return r
	}
	if again, ok := s.reordered(q, p, steps); ok {
		steps = again
	} else {
		steps = s.opposite(q, p, steps)
	}
	p, _ = s.passage(steps)
	steps = s.whole(p, steps)
	changes, marked := s.changes(q, &s.texts[p.text], steps)
	switch own, editors := q.own(); {
	case marked && own >= ownLeast && own >= editors:
		r.Verdict = Edited
	case r.Similarity >= q.near():
		r.Verdict = Altered
	default:
		r.Nearest = s.nearby(p, r.Similarity)
		r.Why = why(r)
		return r
	}
	s.describe(&r, q, steps)
	r.Changes, r.Differ = changes, differ(changes)
	if r.Verdict == Edited {
		r.Similarity = 1
	}
	r.Why = why(r)
	return r
}

// ownLeast is how many words of the source a quotation must have besides those
// that an editor put in brackets.
const ownLeast = 2

// describe fills in what an alignment says of the source.
func (s *search) describe(r *Result, q *query, steps []step) {
	p, _ := s.passage(steps)
	t := &s.texts[p.text]
	start, end := int(s.tokens[p.from].start), int(s.tokens[p.to-1].end)
	if steps[0].same {
		start = s.opening(q, p)
	}
	if steps[len(steps)-1].same {
		end = s.closing(q, p)
	}
	r.Similarity = s.similarity(q, steps)
	r.Source, r.Start, r.End, r.Found = t.Source, start, end, t.Body[start:end]
	r.Paragraph, r.Context = t.around(start, end)
	r.Diff = s.diff(q, t, steps, start, end)
	r.Places = []Place{{t.Source, start, end, r.Found, r.Paragraph, r.Verdict, r.Similarity}}
}

// passage returns the stretch of tokens of an alignment, if it has any.
func (s *search) passage(steps []step) (p passage, ok bool) {
	for _, st := range steps {
		if st.token < 0 {
			continue
		}
		if !ok {
			p.text, p.from, ok = s.textAt(st.token), st.token, true
		}
		p.to = st.token + 1
	}
	return p, ok
}
