package quote

import (
	"slices"
	"strings"
)

// A passage is a stretch of tokens, from one to before another, of one text.
type passage struct {
	text     int
	from, to int
}

// occurrences visits the passages that have the same words as the quotation,
// in the order of the index, until visit returns false.
func (s *search) occurrences(q *query, visit func(passage) bool) error {
	rarest, ok := s.rarest(q)
	if !ok {
		return nil
	}
	length := q.to - q.from
	for _, at := range s.postings[q.words[rarest].group] {
		first := int(at) - (rarest - q.from)
		if !s.standsAt(q, first) {
			if s.work < 0 {
				return ErrTooLong
			}
			continue
		}
		p := passage{s.textAt(first), first, first + length}
		if s.allowed[p.text] && !s.cuts(q, p) && !visit(p) {
			return nil
		}
	}
	return nil
}

// rarest returns which word of the quotation is rarest in the texts; not ok if
// there is one that no text has.
func (s *search) rarest(q *query) (rarest int, ok bool) {
	rarest = q.initial
	for i := q.from; i < q.to; i++ {
		w := q.words[i]
		switch {
		case w.id == unknown && (i != q.initial || len(q.initials) == 0):
			return 0, false
		case w.kind == isWord && len(s.postings[w.group]) < len(s.postings[q.words[rarest].group]):
			rarest = i
		}
	}
	return rarest, true
}

// standsAt reports whether the tokens from one on are the quotation's words.
func (s *search) standsAt(q *query, first int) bool {
	if first < 0 || first+q.to-q.from > len(s.tokens) {
		return false
	}
	for i := q.from; i < q.to; i++ {
		s.work--
		if !q.same(i, s.tokens[first+i-q.from]) {
			return false
		}
	}
	return s.work >= 0
}

// cuts reports whether the quotation starts or ends inside a word.
func (s *search) cuts(q *query, p passage) bool {
	t := &s.texts[p.text]
	if s.spans(t, p.from) || s.spans(t, p.to) {
		return true
	}
	for i := q.to; i < q.last && p.to < t.last && q.words[i].id == s.tokens[p.to].id; i++ {
		p.to++
	}
	return s.spans(t, p.to)
}

// placesMost is how many places of the same words are told.
const placesMost = 64

// exact returns the passages that have the quotation's words, those before all
// that are of a text preferred, and of those the ones where they stand character
// for character.
func (s *search) exact(q *query) ([]passage, error) {
	var ranked [4][]passage
	err := s.occurrences(q, func(o passage) bool {
		rank := 0
		if s.first != nil && !s.first[o.text] {
			rank = 2
		}
		if _, _, ok := s.raw(q, o); !ok {
			rank++
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

// raw returns where the quotation stands character for character, if it does
// so at a passage.
func (s *search) raw(q *query, p passage) (start, end int, ok bool) {
	body := s.texts[p.text].Body
	start = int(s.tokens[p.from].start) - (q.words[q.from].start - q.start)
	if start < 0 || start > len(body) {
		return 0, 0, false
	}
	if quoted := q.text[q.start:q.end]; strings.HasPrefix(body[start:], quoted) {
		return start, start + len(quoted), true
	}
	end, ok = asIs(body, q.text[q.start:q.end], start)
	return start, end, ok
}

// extent returns the byte offsets of a passage: those of the quotation where
// it is verbatim; otherwise with the quotation marks before it and the closing
// marks after it, where the quotation has such too.
func (s *search) extent(q *query, p passage) (start, end int) {
	if start, end, ok := s.raw(q, p); ok {
		return start, end
	}
	return s.opening(q, p), s.closing(q, p)
}

func (s *search) opening(q *query, p passage) int {
	start := int(s.tokens[p.from].start)
	if strings.IndexFunc(q.text[q.start:q.words[q.from].start], isQuotation) < 0 {
		return start
	}
	return len(strings.TrimRightFunc(s.texts[p.text].Body[:start], isQuotation))
}

func (s *search) closing(q *query, p passage) int {
	end := int(s.tokens[p.to-1].end)
	if strings.TrimSpace(q.text[q.words[q.to-1].end:q.end]) == "" {
		return end
	}
	rest := s.texts[p.text].Body[end:]
	return end + len(rest) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return isQuotation(r) || isClosing[r] }))
}

func isQuotation(r rune) bool { return classOf(r) == quotation || classOf(r) == apostrophe }
