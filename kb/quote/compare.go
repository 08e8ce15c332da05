package quote

import (
	"verbatim/kb/quote/change"
	"verbatim/kb/quote/find"
)

// compare returns the result for a quotation that is aligned with a passage:
// edited, altered, or not found.
func (s judging) compare(q *find.Query, steps []find.Step) Result {
	r := Result{Text: q.Text, Verdict: NotFound, Similarity: s.Similarity(q, steps), Common: isCommon(q, 0)}
	p, ok := s.Passage(steps)
	if !ok {
		return r
	}
	if again, ok := s.Reordered(q, p, steps); ok {
		steps = again
	} else {
		steps = s.Opposite(q, p, steps)
	}
	p, _ = s.Passage(steps)
	steps = s.Whole(p, steps)
	changes, marked := change.Of(s.Search, q, s.Held(p.Text), steps)
	switch own, editors := q.Own(); {
	case marked && own >= ownLeast && own >= editors:
		r.Verdict = Edited
	case r.Similarity >= q.Near():
		r.Verdict = Altered
	default:
		r.Nearest = s.nearby(p, r.Similarity)
		return r
	}
	s.describe(&r, q, steps)
	r.Changes, r.Differ = changes, change.Differ(changes)
	if r.Verdict == Edited {
		r.Similarity, r.Common = 1, false
	}
	return r
}

// ownLeast is how many words of the source a quotation must have besides those
// that an editor put in brackets.
const ownLeast = 2

// describe fills in what an alignment says of the source.
func (s judging) describe(r *Result, q *find.Query, steps []find.Step) {
	p, _ := s.Passage(steps)
	t := s.Held(p.Text)
	start, end := int(s.Token(p.From).Start), int(s.Token(p.To-1).End)
	if steps[0].Same {
		start = s.Opening(q, p)
	}
	if steps[len(steps)-1].Same {
		end = s.Closing(q, p)
	}
	r.Similarity = s.Similarity(q, steps)
	r.Source, r.Start, r.End, r.Found = t.Source, start, end, t.Body[start:end]
	r.Paragraph, r.Context = t.Around(start, end)
	r.Diff = change.Diff(s.Search, q, t, steps, start, end)
	r.Places = []Place{{t.Source, start, end, r.Found, r.Paragraph, r.Verdict, r.Similarity}}
}
