package find

import (
	"slices"
	"strings"

	"verbatim/kb/quote/word"
)

// A Passage is a stretch of tokens, from one to before another, of one text.
type Passage struct {
	Text     int
	From, To int
}

// occurrences visits the passages that have the same words as the quotation,
// in the order of the index, until visit returns false.
func (s *Search) occurrences(q *Query, visit func(Passage) bool) error {
	rarest, ok := s.rarest(q)
	if !ok {
		return nil
	}
	length := q.To - q.From
	for _, at := range s.postings[q.Words[rarest].group] {
		first := int(at) - (rarest - q.From)
		if !s.standsAt(q, first) {
			if s.work < 0 {
				return ErrTooLong
			}
			continue
		}
		p := Passage{s.textAt(first), first, first + length}
		if s.allowed[p.Text] && !s.cuts(q, p) && !visit(p) {
			return nil
		}
	}
	return nil
}

// occurrenceWork is what it counts for to remember a place.
const occurrenceWork = 10

// All returns all passages that have the same words as a piece of a quotation.
func (s *Search) All(q *Query) (all []Passage, err error) {
	err = s.occurrences(q, func(o Passage) bool {
		all = append(all, o)
		s.work -= occurrenceWork
		return s.work >= 0
	})
	if s.work < 0 {
		err = ErrTooLong
	}
	return all, err
}

// Spent reports whether a quotation has had all the work that it may.
func (s *Search) Spent() bool { return s.work < 0 }

// rarest returns which word of the quotation is rarest in the texts; not ok if
// there is one that no text has.
func (s *Search) rarest(q *Query) (rarest int, ok bool) {
	rarest = q.Initial
	for i := q.From; i < q.To; i++ {
		w := q.Words[i]
		switch {
		case w.id == unknown && (i != q.Initial || len(q.initials) == 0):
			return 0, false
		case w.Kind == word.AWord && len(s.postings[w.group]) < len(s.postings[q.Words[rarest].group]):
			rarest = i
		}
	}
	return rarest, true
}

// standsAt reports whether the tokens from one on are the quotation's words.
func (s *Search) standsAt(q *Query, first int) bool {
	if first < 0 || first+q.To-q.From > len(s.tokens) {
		return false
	}
	for i := q.From; i < q.To; i++ {
		s.work--
		if !q.same(i, s.tokens[first+i-q.From]) {
			return false
		}
	}
	return s.work >= 0
}

// cuts reports whether the quotation starts or ends inside a word.
func (s *Search) cuts(q *Query, p Passage) bool {
	t := &s.texts[p.Text]
	if s.Spans(t, p.From) || s.Spans(t, p.To) {
		return true
	}
	for i := q.To; i < q.last && p.To < t.Last && q.Words[i].id == s.tokens[p.To].ID; i++ {
		p.To++
	}
	return s.Spans(t, p.To)
}

// placesMost is how many places of the same words are told.
const placesMost = 64

// Exact returns the passages that have the quotation's words, first the ones where
// they stand character for character.
func (s *Search) Exact(q *Query) ([]Passage, error) {
	var ranked [2][]Passage
	err := s.occurrences(q, func(o Passage) bool {
		rank := 0
		if _, _, ok := s.Raw(q, o); !ok {
			rank = 1
		}
		if len(ranked[rank]) < placesMost {
			ranked[rank] = append(ranked[rank], o)
		}
		return len(ranked[0]) < placesMost
	})
	all := slices.Concat(ranked[:]...)
	if len(all) > 0 {
		return all[:min(len(all), placesMost)], nil
	}
	return nil, err
}

// Raw returns where the quotation stands character for character, if it does
// so at a passage.
func (s *Search) Raw(q *Query, p Passage) (start, end int, ok bool) {
	body := s.texts[p.Text].Body
	start = int(s.tokens[p.From].Start) - (q.Words[q.From].Start - q.Start)
	if start < 0 || start > len(body) {
		return 0, 0, false
	}
	if quoted := q.Text[q.Start:q.End]; strings.HasPrefix(body[start:], quoted) {
		return start, start + len(quoted), true
	}
	end, ok = word.AsIs(body, q.Text[q.Start:q.End], start)
	return start, end, ok
}

// Extent returns the byte offsets of a passage: those of the quotation where
// it is verbatim; otherwise with the quotation marks before it and the closing
// marks after it, where the quotation has such too.
func (s *Search) Extent(q *Query, p Passage) (start, end int) {
	if start, end, ok := s.Raw(q, p); ok {
		return start, end
	}
	return s.Opening(q, p), s.Closing(q, p)
}

// Opening returns where a passage begins, with the quotation marks before it where
// the quotation has such too.
func (s *Search) Opening(q *Query, p Passage) int {
	start := int(s.tokens[p.From].Start)
	if strings.IndexFunc(q.Text[q.Start:q.Words[q.From].Start], word.IsQuotation) < 0 {
		return start
	}
	return len(strings.TrimRightFunc(s.texts[p.Text].Body[:start], word.IsQuotation))
}

// Closing returns where a passage ends, with the closing marks after it where the
// quotation has such too.
func (s *Search) Closing(q *Query, p Passage) int {
	end := int(s.tokens[p.To-1].End)
	if strings.TrimSpace(q.Text[q.Words[q.To-1].End:q.End]) == "" {
		return end
	}
	rest := s.texts[p.Text].Body[end:]
	return end + len(rest) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return word.IsQuotation(r) || word.IsClosing(r) }))
}
