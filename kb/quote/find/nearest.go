package find

import (
	"cmp"
	"iter"
	"slices"

	"verbatim/kb/quote/word"
)

const (
	shortlist = 8      // passages that are aligned
	enough    = 20_000 // places of a quotation's rarest words that are looked at
)

// A candidate is a diagonal band: the quotation's i-th word would stand near
// token shift+i, and at most width further.
type candidate struct {
	shift, width int
	votes        float32
}

// candidates returns where the rarest words of the quotation stand together in
// about its order, best first. Each place of a word votes for its diagonal.
func (s *Search) candidates(q *Query) []candidate {
	n := q.To - q.From
	width := max(16, n/8)
	votes := s.borrow((len(s.tokens)+n)/width + 2)
	defer s.counters.Put(votes)
	var touched []int32
	spent := 0
	for _, i := range s.byRarity(q) {
		if spent >= enough || s.work < 0 {
			break
		}
		group := q.Words[i].group
		spent += len(s.postings[group])
		s.work -= len(s.postings[group])
		weight := float32(s.weight(group, word.AWord))
		for at := range s.places(group) {
			b := (at - (i - q.From) + n) / width
			if (*votes)[b] == 0 {
				touched = append(touched, int32(b))
			}
			(*votes)[b] += weight
		}
	}
	best := s.best(*votes, touched)
	for _, b := range touched {
		(*votes)[b] = 0
	}
	for i := range best {
		best[i].shift = best[i].shift*width - n
		best[i].width = 2 * width
	}
	return best
}

// places yields where a word stands in the texts that are searched.
func (s *Search) places(group int32) iter.Seq[int] {
	return func(yield func(int) bool) {
		text := 0
		for _, at := range s.postings[group] {
			if !s.everywhere {
				for s.texts[text].Last <= int(at) {
					text++
				}
				if !s.allowed[text] {
					continue
				}
			}
			if !yield(int(at)) {
				return
			}
		}
	}
}

// borrow returns counters that are all zero.
func (x *Index) borrow(n int) *[]float32 {
	if c, ok := x.counters.Get().(*[]float32); ok && len(*c) >= n {
		return c
	}
	c := make([]float32, n)
	return &c
}

// byRarity returns the numbers of the words that are in the texts, the rarest
// first.
func (s *Search) byRarity(q *Query) []int {
	var all []int
	for i := q.From; i < q.To; i++ {
		if w := q.Words[i]; w.Kind == word.AWord && w.group >= 0 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(i, j int) int {
		return cmp.Compare(len(s.postings[q.Words[i].group]), len(s.postings[q.Words[j].group]))
	})
	return all
}

// best returns the buckets that, with the next one, have the most votes; of
// neighbours only the better. Their numbers are in shift.
func (s *Search) best(votes []float32, touched []int32) []candidate {
	var top []candidate
	for _, b := range touched {
		for _, at := range []int{int(b) - 1, int(b)} {
			if at < 0 {
				continue
			}
			sum := votes[at] + votes[at+1]
			if len(top) == shortlist && sum <= top[shortlist-1].votes {
				continue
			}
			top = rank(top, candidate{shift: at, votes: sum})
		}
	}
	return top
}

// rank puts a candidate in its place, unless a better neighbour is there.
func rank(top []candidate, c candidate) []candidate {
	for _, o := range top {
		if d := o.shift - c.shift; d >= -1 && d <= 1 && o.votes >= c.votes {
			return top
		}
	}
	top = slices.DeleteFunc(top, func(o candidate) bool { d := o.shift - c.shift; return d >= -1 && d <= 1 })
	at := len(top)
	for at > 0 && top[at-1].votes < c.votes {
		at--
	}
	top = slices.Insert(top, at, c)
	return top[:min(len(top), shortlist)]
}
