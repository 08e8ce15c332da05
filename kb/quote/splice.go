package quote

import (
	"strings"

	"verbatim/kb/quote/change"
	"verbatim/kb/quote/find"
	"verbatim/kb/quote/locate"
	"verbatim/kb/quote/word"
)

// splice returns the result for a quotation with ellipses that its source does
// not have: spliced if all pieces stand in one text in that order. What an editor
// put in brackets besides is looked for around the ellipses first.
func (s judging) splice(q *find.Query, pieces []*find.Query) (Result, error) {
	if q.HasMarks() {
		if r := s.compare(q, s.Nearest(q)); r.Verdict == Edited {
			return r, nil
		}
	}
	all := make([][]find.Passage, len(pieces))
	for i, p := range pieces {
		if p.HasMarks() {
			continue
		}
		var err error
		if all[i], err = s.All(p); err != nil {
			return Result{Text: q.Text}, err
		}
	}
	if chain := find.Chain(all); chain != nil {
		if s.ownEllipsis(pieces, chain) {
			if r := s.compare(q, s.Nearest(q)); r.Verdict == Altered {
				return r, nil
			}
		}
		return s.spliced(q, pieces, chain), nil
	}
	return s.broken(q, pieces, all), nil
}

// ownEllipsis reports whether one of the quotation's ellipses may be the
// source's, and words beside it were left out without a mark.
func (s judging) ownEllipsis(pieces []*find.Query, chain []find.Passage) bool {
	for i, p := range chain[1:] {
		steps := s.Exactly(pieces[i], chain[i], p.From)
		after, before := steps[len(steps)-1].Token+1, p.From-1
		if after < before && (s.Token(after).Kind == word.AnEllipsis || s.Token(before).Kind == word.AnEllipsis) {
			return true
		}
	}
	return false
}

// spliced returns the result for pieces that stand in one text in order.
func (s judging) spliced(q *find.Query, pieces []*find.Query, chain []find.Passage) Result {
	r := Result{Text: q.Text}
	placed := make([][]find.Step, len(pieces))
	for i, p := range pieces {
		before := s.Held(chain[i].Text).Last
		if i+1 < len(chain) {
			before = chain[i+1].From
		}
		placed[i] = s.Exactly(p, chain[i], before)
		r.Pieces = append(r.Pieces, s.standing(p, chain[i]))
	}
	steps, t := s.Joined(q, placed), s.Held(chain[0].Text)
	s.describe(&r, q, steps)
	changes, marked := change.Of(s.Search, q, t, steps)
	r.Changes, r.Differ = changes, change.Differ(changes)
	r.Verdict, r.Similarity = Spliced, 1
	if marked && len(chain) == 2 && q.IsBracketed(pieces[1]) {
		if from, to := locate.Numbers(t.Paragraphs, r.Pieces[0].End-1, r.Pieces[1].Start+1); from == to {
			r.Verdict = Edited // words of one paragraph are left out, and it is marked
		}
	}
	r.Context = contexts(t, r.Pieces)
	return r
}

// standing returns a piece that stands at a passage.
func (s judging) standing(p *find.Query, at find.Passage) Piece {
	start, end := s.Extent(p, at)
	t := s.Held(at.Text)
	piece := Piece{Text: p.Text[p.Start:p.End], Verdict: Typographic, Source: t.Source, Start: start, End: end, Found: t.Body[start:end]}
	if _, _, ok := s.Raw(p, at); ok {
		piece.Verdict = Verbatim
	}
	return piece
}

// contexts returns the paragraphs that pieces are in, each once and in order,
// with a mark where some between are left out.
func contexts(t *find.Held, pieces []Piece) string {
	var b strings.Builder
	next := 0
	for _, p := range pieces {
		first, last := locate.Numbers(t.Paragraphs, p.Start, p.End)
		for n := max(first, next); n <= last; n++ {
			switch {
			case b.Len() == 0:
			case n > next:
				b.WriteString("\n\n[…]\n\n")
			default:
				b.WriteString("\n\n")
			}
			b.WriteString(t.Body[t.Paragraphs[n].Start:t.Paragraphs[n].End])
			next = n + 1
		}
	}
	return b.String()
}
