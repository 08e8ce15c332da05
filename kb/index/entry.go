package index

import (
	"cmp"
	"slices"
	"strconv"
	"sync/atomic"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/passage"
	"verbatim/kb/text"
)

// An Entry is a fact as it is held. It is to be read only, and only while the
// [View] that gave it lasts.
type Entry struct {
	layer     *layer
	statement string // Statement.ID
	fact      *kb.Fact
	place     int

	asked   bool     // it has a source that is there, and so is in the index
	group   int32    // in the index
	cut     *cutFact // as it was put into the index
	derived atomic.Pointer[derived]
	folded  string // the question
}

// ID is the id of the fact in an answer.
func (e *Entry) ID() string { return e.statement + "/" + e.fact.ID }

// Statement is the id of its statement.
func (e *Entry) Statement() string { return e.statement }

// Fact is the fact itself, which nobody changes.
func (e *Entry) Fact() *kb.Fact { return e.fact }

// Group is the number under which it is ranked.
func (e *Entry) Group() int32 { return e.group }

// Folded is its question, folded.
func (e *Entry) Folded() string { return e.folded }

// Compare orders facts by when they came.
func (e *Entry) Compare(o *Entry) int { return cmp.Compare(e.place, o.place) }

// Names reports whether it names a country, by its region code.
func (e *Entry) Names(country string) bool { return slices.Contains(e.cut.countries, country) }

// IsAskedIn reports whether one of its phrasings is just these words.
func (e *Entry) IsAskedIn(words []text.Word) bool {
	return slices.Contains(e.cut.runs, text.HashRun(words))
}

// derived is what others made of an entry, by the names of its layer then; one value of
// each type.
type derived struct {
	names  *lexicon.Names
	values []any
}

// Derived is what derive makes of an entry: it is asked once for each type, and again
// when the names of the entry's layer have changed.
func Derived[T any](e *Entry, derive func() T) T {
	var before []any
	if d := e.derived.Load(); d != nil && d.names == e.layer.names {
		for _, v := range d.values {
			if value, ok := v.(T); ok {
				return value
			}
		}
		before = d.values
	}
	value := derive()
	e.derived.Store(&derived{e.layer.names, append(slices.Clip(before), value)})
	return value
}

// A Passage is a paragraph of a held text. It is to be read only, and only while
// the [View] that gave it lasts.
type Passage struct {
	layer     *layer
	statement string
	source    *kb.Source
	passage.Passage
}

// ID is the id of the passage in an answer.
func (p *Passage) ID() string { return PassageID(p.statement, p.source.ID, p.Number) }

// PassageID is the id of the n-th paragraph of a source's text, from 1.
func PassageID(statement, source string, n int) string {
	return statement + "/" + source + "#" + strconv.Itoa(n)
}

// Statement is the id of its statement.
func (p *Passage) Statement() string { return p.statement }

// Source is the source that it stands in, which nobody changes.
func (p *Passage) Source() *kb.Source { return p.source }
