package quote

import "slices"

// reordered returns an alignment with as many words of the source as the quotation
// has, if these are the same words in another order; ok is false if they are not.
// An alignment alone would end where the last of them stands that is in order.
func (s *search) reordered(q *query, p passage, steps []step) (again []step, ok bool) {
	var want []int32
	for _, w := range q.words[q.from:q.to] {
		if w.kind == isWord && w.mark == 0 {
			want = append(want, w.group)
		}
	}
	added := slices.ContainsFunc(steps, func(st step) bool {
		return st.token < 0 && q.words[st.word].kind == isWord && q.words[st.word].mark == 0
	})
	if !added {
		return steps, false
	}
	slices.Sort(want)
	for _, o := range []passage{s.forward(p, len(want)), s.back(p, len(want))} {
		if !slices.Equal(want, s.groupsOf(o)) {
			continue
		}
		from, to := min(o.from, p.from), max(o.to, p.to)
		for i := p.from - 1; i >= from; i-- {
			steps = append([]step{{-1, i, false}}, steps...)
		}
		for i := p.to; i < to; i++ {
			steps = append(steps, step{-1, i, false})
		}
		return steps, true
	}
	return steps, false
}

// forward returns the stretch of some words that begins where a passage does; an
// empty one if its text ends before.
func (s *search) forward(p passage, words int) passage {
	t, at := &s.texts[p.text], p.from
	for ; words > 0 && at < t.last; at++ {
		if s.tokens[at].kind == isWord {
			words--
		}
	}
	return passage{p.text, p.from, at}
}

// back returns the stretch of some words that ends where a passage does.
func (s *search) back(p passage, words int) passage {
	t, at := &s.texts[p.text], p.to
	for ; words > 0 && at > t.first; at-- {
		if s.tokens[at-1].kind == isWord {
			words--
		}
	}
	return passage{p.text, at, p.to}
}

// groupsOf returns the groups of a passage's words, sorted.
func (s *search) groupsOf(p passage) (all []int32) {
	for _, t := range s.tokens[p.from:p.to] {
		if t.kind == isWord {
			all = append(all, s.group[t.id])
		}
	}
	slices.Sort(all)
	return all
}
