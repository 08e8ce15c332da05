package quote

import (
	"verbatim/kb/quote/find"
	"verbatim/kb/quote/locate"
)

// nearbyLeast is how similar a sentence must be to be shown as the nearest to what
// was not found: of official statements, sentences on other matters mostly stay
// below.
const nearbyLeast = 0.25

// nearby returns the sentences that a passage is in, if it is similar enough to be
// told of.
func (s judging) nearby(p find.Passage, similar float64) *Place {
	if similar < nearbyLeast {
		return nil
	}
	t := s.Held(p.Text)
	start, end := locate.Sentences(t.Body, t.Paragraphs, int(s.Token(p.From).Start), int(s.Token(p.To-1).End))
	at := &Place{Source: t.Source, Start: start, End: end, Found: t.Body[start:end], Verdict: NotFound, Similarity: similar}
	at.Paragraph, _ = t.Around(start, end)
	return at
}
