package bot_test

import (
	"context"
	"fmt"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/verify"
)

// These are the parts of a shelf that are looked up by id, and the quotations
// that are checked by its texts.

func (s *shelf) Fact(id, server string) (found kb.Answer, ok bool) {
	for _, a := range s.everything(server) {
		if a.ID == id {
			return a, true
		}
	}
	return kb.Answer{}, false
}

func (s *shelf) Overview(string, string, catalog.Language) (kb.Answer, bool) {
	return kb.Answer{}, false
}

func (s *shelf) FactByShort(short kb.Short, server string) (kb.Answer, bool) {
	for _, a := range s.everything(server) {
		if kb.ShortID(a.ID) == short {
			return a, true
		}
	}
	return kb.Answer{}, false
}

// everything are all facts and paragraphs of a server.
func (s *shelf) everything(server string) []kb.Answer {
	var all []kb.Answer
	s.each(server, "", func(st *kb.Statement, f *kb.Fact) { all = append(all, factAnswer(st, f, f.Question)) })
	for _, st := range s.Statements(server) {
		for _, source := range st.Sources {
			for _, p := range kb.Paragraphs(source.Text) {
				all = append(all, paragraphAnswer(st, source, p))
			}
		}
	}
	return all
}

func paragraphAnswer(st *kb.Statement, source kb.Source, p kb.Paragraph) kb.Answer {
	source.Text = ""
	return kb.Answer{
		Question: p.Text, Answered: true, Kind: kb.KindPassage, Text: p.Text,
		ID:        fmt.Sprintf("%s/%s#%d", st.ID, source.ID, p.Number),
		Statement: kb.Statement{ID: st.ID, Title: st.Title, Date: st.Date, Place: st.Place, Parties: st.Parties},
		Citations: []kb.Cited{{
			Citation: kb.Citation{Source: source.ID, Quote: p.Text, At: &p.Start, Locator: fmt.Sprint("paragraph ", p.Number)},
			Source:   source, Verified: true,
		}},
	}
}

func (s *shelf) Source(statement, id, server string) (kb.Source, bool) {
	if st, ok := s.Statement(statement, server); ok {
		for _, source := range st.Sources {
			if source.ID == id {
				return source, true
			}
		}
	}
	return kb.Source{}, false
}

func (s *shelf) Heads(server string) []kb.Head {
	var heads []kb.Head
	for _, st := range s.Statements(server) {
		heads = append(heads, kb.Head{Statement: *st, Facts: len(st.Facts)})
	}
	return heads
}

func (s *shelf) Statement(id, server string) (*kb.Statement, bool) {
	for _, st := range s.Statements(server) {
		if st.ID == id {
			return st, true
		}
	}
	return nil, false
}

func (s *shelf) Quote(_ context.Context, q kb.Question) (verify.Quoted, error) {
	texts := verify.New()
	texts.Hold(q.Server, s.Statements(q.Server))
	return texts.Quote(q)
}

// Version is not known: a test may change a shelf at any time.
