package verify

import (
	"verbatim/kb"
	"verbatim/kb/quote"
)

// A BrokenQuote is a quote that does not stand, character for character, in the text
// of its source, although the text is held.
type BrokenQuote struct {
	Statement string // Statement.ID
	Fact      string // Fact.ID
	Citation  kb.Citation
	Nearest   quote.Result // what the text has instead; not found when nothing is close
}

// A Recheck is what became of the quotes of statements.
type Recheck struct {
	Standing int           // quotes that stand in a text that is held
	Recorded int           // the text is not held, but where they stand in it is recorded
	Unproven int           // the text is not held, and nothing is recorded
	Broken   []BrokenQuote // in the order of the statements
}

// Statements looks each quote up in the text of its source.
func Statements(statements []*kb.Statement) Recheck {
	var r Recheck
	for _, s := range statements {
		for i := range s.Sources {
			r.source(s, &s.Sources[i])
		}
	}
	return r
}

func (r *Recheck) source(s *kb.Statement, source *kb.Source) {
	var index *quote.Index // made when the first quote is broken
	for c := range citationsOf(s, source.ID) {
		verified := kb.Verified(*c.citation, *source)
		switch {
		case source.Text != "" && verified:
			r.Standing++
		case verified:
			r.Recorded++
		case source.Text == "":
			r.Unproven++
		default:
			if index == nil {
				index = quote.New(quote.Text{Source: source.ID, Body: source.Text})
			}
			nearest, err := index.Check(c.citation.Quote, nil)
			if err != nil {
				nearest = quote.Result{Text: c.citation.Quote, Verdict: quote.NotFound}
			}
			r.Broken = append(r.Broken, BrokenQuote{s.ID, c.fact.ID, *c.citation, nearest})
		}
	}
}
