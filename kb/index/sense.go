package index

import (
	"cmp"
	"slices"

	"verbatim/kb"
	"verbatim/kb/meaning"
)

// A Sense is a quote of a fact, or a paragraph of a text, with how near it comes to a
// meaning. It is to be read only.
type Sense struct {
	Statement string
	Source    *kb.Source
	Citation  *kb.Citation // of a quote; nil for a paragraph
	Paragraph kb.Paragraph // zero for a quote
	Likeness  float32      // the cosine
}

// Senses are the quotes and paragraphs that come nearest to a meaning, of one
// statement if that is not empty: at most so many, the best first, and none below the
// least likeness. Quotes of a text that is held are not among them, for the text is.
func (v *View) Senses(m *meaning.Vector, statement string, most int, least float32) (all []Sense) {
	for _, e := range v.Questions(statement) {
		all = append(all, v.quotesLike(e, m, least)...)
	}
	for group, p := range v.index.passages {
		if !v.layer.countsText(p) || statement != "" && p.statement != statement {
			continue
		}
		best := least
		windows, _ := v.Passages.Vectors(group)
		for i := range windows {
			best = max(best, meaning.Cosine(m, &windows[i]))
		}
		if best > least {
			all = append(all, Sense{Statement: p.statement, Source: p.source, Paragraph: p.Paragraph, Likeness: best})
		}
	}
	slices.SortFunc(all, func(a, b Sense) int {
		return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), cmp.Compare(a.Statement, b.Statement),
			cmp.Compare(a.Source.ID, b.Source.ID), cmp.Compare(a.Paragraph.Number, b.Paragraph.Number))
	})
	return all[:min(len(all), most)]
}

// quotesLike are the quotes of a fact that come near, of texts that are not held.
func (v *View) quotesLike(e *Entry, m *meaning.Vector, least float32) (all []Sense) {
	_, told := v.Facts.Vectors(e.group)
	n := 0 // told begins with the answer
	for i := range e.fact.Citations {
		c := &e.fact.Citations[i]
		if c.Quote == "" {
			continue
		}
		if n++; n >= len(told) {
			break
		}
		source := v.layer.source(e.statement, c.Source)
		if like := meaning.Cosine(m, &told[n]); like > least && source != nil && source.Text == "" {
			all = append(all, Sense{Statement: e.statement, Source: source, Citation: c, Likeness: like})
		}
	}
	return all
}
