package find

import (
	"slices"

	"verbatim/kb/quote/word"
)

// Reordered returns an alignment with as many words of the source as the quotation
// has, if these are the same words in another order; ok is false if they are not.
// An alignment alone would end where the last of them stands that is in order.
func (s *Search) Reordered(q *Query, p Passage, steps []Step) (again []Step, ok bool) {
	var want []int32
	for _, w := range q.Words[q.From:q.To] {
		if w.Kind == word.AWord && w.Mark == 0 {
			want = append(want, w.group)
		}
	}
	added := slices.ContainsFunc(steps, func(st Step) bool {
		return st.Token < 0 && q.Words[st.Word].Kind == word.AWord && q.Words[st.Word].Mark == 0
	})
	if !added {
		return steps, false
	}
	slices.Sort(want)
	for _, o := range []Passage{s.forward(p, len(want)), s.back(p, len(want))} {
		if !slices.Equal(want, s.groupsOf(o)) {
			continue
		}
		from, to := min(o.From, p.From), max(o.To, p.To)
		for i := p.From - 1; i >= from; i-- {
			steps = append([]Step{{-1, i, false}}, steps...)
		}
		for i := p.To; i < to; i++ {
			steps = append(steps, Step{-1, i, false})
		}
		return steps, true
	}
	return steps, false
}

// forward returns the stretch of some words that begins where a passage does; an
// empty one if its text ends before.
func (s *Search) forward(p Passage, words int) Passage {
	t, at := &s.texts[p.Text], p.From
	for ; words > 0 && at < t.Last; at++ {
		if s.tokens[at].Kind == word.AWord {
			words--
		}
	}
	return Passage{p.Text, p.From, at}
}

// back returns the stretch of some words that ends where a passage does.
func (s *Search) back(p Passage, words int) Passage {
	t, at := &s.texts[p.Text], p.To
	for ; words > 0 && at > t.First; at-- {
		if s.tokens[at-1].Kind == word.AWord {
			words--
		}
	}
	return Passage{p.Text, at, p.To}
}

// groupsOf returns the groups of a passage's words, sorted.
func (s *Search) groupsOf(p Passage) (all []int32) {
	for _, t := range s.tokens[p.From:p.To] {
		if t.Kind == word.AWord {
			all = append(all, s.group[t.ID])
		}
	}
	slices.Sort(all)
	return all
}
