package quote

import (
	"slices"
	"strings"
)

// occurrenceWork is what it counts for to remember a place of a piece.
const occurrenceWork = 10

// splice returns the result for a quotation with ellipses that its source does
// not have: spliced if all pieces stand in one text in that order. What an editor
// put in brackets besides is looked for around the ellipses first.
func (s *search) splice(q *query, pieces []*query) (Result, error) {
	if q.hasMarks() {
		if r := s.compare(q, s.nearest(q)); r.Verdict == Edited {
			return r, nil
		}
	}
	all := make([][]passage, len(pieces))
	for i, p := range pieces {
		if p.hasMarks() {
			continue
		}
		err := s.occurrences(p, func(o passage) bool {
			all[i] = append(all[i], o)
			s.work -= occurrenceWork
			return s.work >= 0
		})
		if err != nil || s.work < 0 {
			return Result{Text: q.text}, ErrTooLong
		}
	}
	if chain := chain(all); chain != nil {
		if s.ownEllipsis(pieces, chain) {
			if r := s.compare(q, s.nearest(q)); r.Verdict == Altered {
				return r, nil
			}
		}
		return s.spliced(q, pieces, chain), nil
	}
	return s.broken(q, pieces, all), nil
}

// ownEllipsis reports whether one of the quotation's ellipses may be the
// source's, and words beside it were left out without a mark.
func (s *search) ownEllipsis(pieces []*query, chain []passage) bool {
	for i, p := range chain[1:] {
		steps := s.exactly(pieces[i], chain[i], p.from)
		after, before := steps[len(steps)-1].token+1, p.from-1
		if after < before && (s.tokens[after].kind == isEllipsis || s.tokens[before].kind == isEllipsis) {
			return true
		}
	}
	return false
}

// chain returns a place of each piece, in order and in one text, if there are.
// The first text that has them is taken.
func chain(all [][]passage) []passage {
	fewest := slices.MinFunc(all, func(a, b []passage) int { return len(a) - len(b) })
	tried := -1
	for _, o := range fewest {
		if o.text == tried {
			continue
		}
		tried = o.text
		if found := chainIn(all, o.text); found != nil {
			return found
		}
	}
	return nil
}

// chainIn returns the earliest place of each piece after the one before, and
// then moves all but the last as near to the next as they can be.
func chainIn(all [][]passage, text int) []passage {
	found := make([]passage, 0, len(all))
	at := 0
	for _, places := range all {
		i, _ := slices.BinarySearchFunc(places, text, func(p passage, text int) int {
			if p.text < text || p.from < at {
				return -1
			}
			return 1
		})
		if i == len(places) || places[i].text != text {
			return nil
		}
		found = append(found, places[i])
		at = places[i].to
	}
	for n := len(found) - 2; n >= 0; n-- {
		i, _ := slices.BinarySearchFunc(all[n], found[n+1].from, func(p passage, next int) int {
			if p.to <= next {
				return -1
			}
			return 1
		})
		found[n] = all[n][i-1]
	}
	return found
}

// spliced returns the result for pieces that stand in one text in order.
func (s *search) spliced(q *query, pieces []*query, chain []passage) Result {
	r := Result{Text: q.text}
	placed := make([][]step, len(pieces))
	for i, p := range pieces {
		before := s.texts[chain[i].text].last
		if i+1 < len(chain) {
			before = chain[i+1].from
		}
		placed[i] = s.exactly(p, chain[i], before)
		r.Pieces = append(r.Pieces, s.standing(p, chain[i]))
	}
	steps, t := s.joined(q, placed), &s.texts[chain[0].text]
	s.describe(&r, q, steps)
	changes, marked := s.changes(q, t, steps)
	r.Changes, r.Differ = changes, differ(changes)
	r.Verdict, r.Similarity = Spliced, 1
	if marked && len(chain) == 2 && q.isBracketed(pieces[1]) {
		if from, to := t.numbers(r.Pieces[0].End-1, r.Pieces[1].Start+1); from == to {
			r.Verdict = Edited // words of one paragraph are left out, and it is marked
		}
	}
	r.Context = t.contexts(r.Pieces)
	r.Why = why(r)
	return r
}

// isBracketed reports whether the ellipsis before a piece stands in the square
// brackets of an editor.
func (q *query) isBracketed(piece *query) bool {
	at := piece.from - 1
	for at > 0 && q.words[at].kind == isMark && squares[q.words[at].spelling] == "" && q.words[at-1].kind != isEllipsis {
		at--
	}
	return at > 1 && isBracketEnd[q.words[at].spelling] && q.words[at-1].kind == isEllipsis && squares[q.words[at-2].spelling] != ""
}

// standing returns a piece that stands at a passage.
func (s *search) standing(p *query, at passage) Piece {
	start, end := s.extent(p, at)
	t := &s.texts[at.text]
	piece := Piece{Text: p.text[p.start:p.end], Verdict: Typographic, Source: t.Source, Start: start, End: end, Found: t.Body[start:end]}
	if _, _, ok := s.raw(p, at); ok {
		piece.Verdict = Verbatim
	}
	return piece
}

// exactly returns the alignment of a piece with a passage of the same words,
// and with the closing marks after it as far as both have the same before a
// token.
func (s *search) exactly(p *query, at passage, before int) []step {
	var steps []step
	for i := p.from; i < p.last; i++ {
		token := at.from + i - p.from
		if i >= p.to && (token >= before || !p.same(i, s.tokens[token])) {
			break
		}
		steps = append(steps, step{i, token, true})
	}
	return steps
}

// joined returns one alignment of a quotation from those of its pieces, which
// are in order in one text; nil for a piece that is not to be found there.
func (s *search) joined(q *query, placed [][]step) []step {
	var steps []step
	word, token := q.from, -1
	for _, piece := range placed {
		p, ok := s.passage(piece)
		if !ok {
			continue
		}
		first, last := wordsOf(piece)
		steps = append(steps, s.between(q, word, first, token, p.from)...)
		steps = append(steps, piece...)
		word, token = last, p.to
	}
	return append(steps, s.between(q, word, q.to, -1, 0)...)
}

// between returns the steps between two pieces: the same words and tokens if
// it is the source's own ellipsis; otherwise all are dropped and added.
func (s *search) between(q *query, word, words, token, tokens int) []step {
	var kept, dropped, added []step
	for i := range words - word {
		added = append(added, step{word + i, -1, false})
		if token >= 0 && tokens-token == words-word && q.same(word+i, s.tokens[token+i]) {
			kept = append(kept, step{word + i, token + i, true})
		}
	}
	if n := words - word; token >= 0 && n == tokens-token && n == len(kept) {
		return kept
	}
	for ; token >= 0 && token < tokens; token++ {
		dropped = append(dropped, step{-1, token, false})
	}
	return append(dropped, added...)
}

// wordsOf returns the first word of an alignment, and the one after its last.
func wordsOf(steps []step) (from, to int) {
	from = -1
	for _, st := range steps {
		if st.word >= 0 {
			if from < 0 {
				from = st.word
			}
			to = st.word + 1
		}
	}
	return from, to
}

// contexts returns the paragraphs that pieces are in, each once and in order,
// with a mark where some between are left out.
func (t *held) contexts(pieces []Piece) string {
	var b strings.Builder
	next := 0
	for _, p := range pieces {
		first, last := t.numbers(p.Start, p.End)
		for n := max(first, next); n <= last; n++ {
			switch {
			case b.Len() == 0:
			case n > next:
				b.WriteString("\n\n[…]\n\n")
			default:
				b.WriteString("\n\n")
			}
			b.WriteString(t.Body[t.paragraphs[n].Start:t.paragraphs[n].End])
			next = n + 1
		}
	}
	return b.String()
}
