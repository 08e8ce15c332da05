package find

import (
	"slices"
)

// Pieces returns the parts of the quotation between its ellipses; parts
// without a word are left out.
func (x *Index) Pieces(q *Query) []*Query {
	var all []*Query
	for at := q.From; at < q.To; {
		start, end, ok := q.omission(at)
		if !ok || start >= q.To {
			start, end = q.To, q.To
		}
		if start > at {
			if p := x.piece(q, at, start); p.HasWords() {
				all = append(all, p)
			}
		}
		at = end
	}
	return all
}

// Chain returns a place of each piece, in order and in one text, if there are.
// The first text that has them is taken.
func Chain(all [][]Passage) []Passage {
	fewest := slices.MinFunc(all, func(a, b []Passage) int { return len(a) - len(b) })
	tried := -1
	for _, o := range fewest {
		if o.Text == tried {
			continue
		}
		tried = o.Text
		if found := chainIn(all, o.Text); found != nil {
			return found
		}
	}
	return nil
}

// chainIn returns the earliest place of each piece after the one before, and
// then moves all but the last as near to the next as they can be.
func chainIn(all [][]Passage, text int) []Passage {
	found := make([]Passage, 0, len(all))
	at := 0
	for _, places := range all {
		i, _ := slices.BinarySearchFunc(places, text, func(p Passage, text int) int {
			if p.Text < text || p.From < at {
				return -1
			}
			return 1
		})
		if i == len(places) || places[i].Text != text {
			return nil
		}
		found = append(found, places[i])
		at = places[i].To
	}
	for n := len(found) - 2; n >= 0; n-- {
		i, _ := slices.BinarySearchFunc(all[n], found[n+1].From, func(p Passage, next int) int {
			if p.To <= next {
				return -1
			}
			return 1
		})
		found[n] = all[n][i-1]
	}
	return found
}

// Exactly returns the alignment of a piece with a passage of the same words,
// and with the closing marks after it as far as both have the same before a
// token.
func (s *Search) Exactly(p *Query, at Passage, before int) []Step {
	var steps []Step
	for i := p.From; i < p.last; i++ {
		token := at.From + i - p.From
		if i >= p.To && (token >= before || !p.same(i, s.Token(token))) {
			break
		}
		steps = append(steps, Step{i, token, true})
	}
	return steps
}

// Joined returns one alignment of a quotation from those of its pieces, which
// are in order in one text; nil for a piece that is not to be found there.
func (s *Search) Joined(q *Query, placed [][]Step) []Step {
	var steps []Step
	next, token := q.From, -1
	for _, piece := range placed {
		p, ok := s.Passage(piece)
		if !ok {
			continue
		}
		first, last := wordsOf(piece)
		steps = append(steps, s.between(q, next, first, token, p.From)...)
		steps = append(steps, piece...)
		next, token = last, p.To
	}
	return append(steps, s.between(q, next, q.To, -1, 0)...)
}

// between returns the steps between two pieces: the same words and tokens if
// it is the source's own ellipsis; otherwise all are dropped and added.
func (s *Search) between(q *Query, from, to, token, before int) []Step {
	var kept, dropped, added []Step
	for i := range to - from {
		added = append(added, Step{from + i, -1, false})
		if token >= 0 && before-token == to-from && q.same(from+i, s.Token(token+i)) {
			kept = append(kept, Step{from + i, token + i, true})
		}
	}
	if n := to - from; token >= 0 && n == before-token && n == len(kept) {
		return kept
	}
	for ; token >= 0 && token < before; token++ {
		dropped = append(dropped, Step{-1, token, false})
	}
	return append(dropped, added...)
}

// wordsOf returns the first word of an alignment, and the one after its last.
func wordsOf(steps []Step) (from, to int) {
	from = -1
	for _, st := range steps {
		if st.Word >= 0 {
			if from < 0 {
				from = st.Word
			}
			to = st.Word + 1
		}
	}
	return from, to
}
