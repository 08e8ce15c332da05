package kb

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"verbatim/kb/quote"
	"verbatim/kb/store"
)

// A NewSource is a source to be added.
type NewSource struct {
	Source
	Statement string   // the statement that it is added to; empty for a new one made of it
	Parties   []string // of a new statement; the publisher if there are none
}

// A SavedSource is a source that is saved, and what its text does to the quotes
// of facts.
type SavedSource struct {
	ID       string // statement/source
	Source   Source // without its text
	HasText  bool
	Checked  int      // quotes that stand in the text
	Fallen   []Fallen // quotes that do not
	Repeated bool
}

// AddSource adds a source to a statement, or makes a statement of it.
func (l *Library) AddSource(ctx context.Context, h Hand, n NewSource) (SavedSource, error) {
	n.Source = dressed(n.Source)
	s := l.statementIn(h.Server, n.Statement)
	c := h.change("add source")
	switch {
	case n.Statement != "" && s == nil:
		return SavedSource{}, refuse("The statement is not here any more: choose another, or none to make a new one.")
	case n.Statement == "":
		var err error
		if s, err = n.newStatement(); err != nil {
			return SavedSource{}, err
		}
		for try := 0; l.headOf(h.Server, s.ID) != nil && try < idTries; try++ {
			s.ID = idFor(n.Title, try)
		}
		records, err := Records(h.Server, s)
		if err != nil {
			return SavedSource{}, err
		}
		c.Put = records
		c.Expect[records[0].Key] = 0
	}
	for try := 0; n.ID == "" || slices.ContainsFunc(s.Sources, func(o Source) bool { return o.ID == n.ID }); try++ {
		n.ID = idFor(n.Title, try)
	}
	if err := lintSource(s, n.Source); err != nil {
		return SavedSource{}, err
	}
	return l.putSource(ctx, h.Server, c, s.ID, n.Source)
}

// newStatement is the statement that a source is of.
func (n NewSource) newStatement() (*Statement, error) {
	s := &Statement{ID: idFor(n.Title, 0), Title: n.Title, Date: n.Published, Parties: n.Parties}
	if !isDate(s.Date, time.DateOnly) {
		return nil, refuse("A new statement needs the day when it was made: write the date as YYYY-MM-DD, or choose the statement that the source belongs to.")
	}
	if len(s.Parties) == 0 && !blank(n.Publisher) {
		s.Parties = []string{n.Publisher}
	}
	return s, nil
}

// dressed fills in what follows from the rest.
func dressed(s Source) Source {
	s.Title, s.Publisher, s.URL = strings.TrimSpace(s.Title), strings.TrimSpace(s.Publisher), strings.TrimSpace(s.URL)
	s.Kind = cmp.Or(s.Kind, KindStatement)
	if s.Text != "" {
		s.TextSHA256 = textHash(s.Text)
	}
	return s
}

// lintSource checks a source by the rules of knowledge files.
func lintSource(s *Statement, source Source) error {
	bare := withoutFacts(s)
	bare.Sources = []Source{source}
	var sentences []string
	for _, p := range Lint(&bare).Errors() {
		if !strings.Contains(p.Message, "nothing can be asked") {
			sentences = append(sentences, sentence(p.Message))
		}
	}
	if len(sentences) > 0 {
		return &Refusal{sentences}
	}
	return nil
}

func (l *Library) putSource(ctx context.Context, server string, c store.Change, statement string, source Source) (SavedSource, error) {
	record, err := SourceRecord(server, statement, &source)
	if err != nil {
		return SavedSource{}, err
	}
	c.Put = append(c.Put, record)
	if _, told := c.Expect[record.Key]; !told {
		c.Expect[record.Key] = 0
	}
	r, err := l.apply(ctx, c)
	if err != nil {
		return SavedSource{}, overtakenSource(err)
	}
	for _, one := range r.Changed { // when repeated, what was done then
		if f := bodyOf[Source](one.Record); f != nil && one.Kind == RecordSource {
			statement, source = one.Statement, *f
		}
	}
	saved := SavedSource{ID: statement + "/" + source.ID, Source: source, HasText: source.Text != "", Repeated: r.Repeated}
	saved.Source.Text = ""
	if s := l.statementIn(server, statement); s != nil && saved.HasText {
		checks := RecheckQuotes([]*Statement{{ID: s.ID, Facts: s.Facts, Sources: []Source{source}}})
		saved.Checked, saved.Fallen = checks.Standing, checks.Fallen
	}
	return saved, nil
}

func overtakenSource(err error) error {
	var stored *store.Error
	if errors.As(err, &stored) && stored.Code == store.CodeConflict {
		return fmt.Errorf("%w", &Refusal{[]string{"Somebody else changed this source first, so nothing was saved: look at it and try again."}})
	}
	return err
}

// SourceAt is a source as it counts in a server, with its text, and what a
// change of it has to find there.
func (l *Library) SourceAt(ctx context.Context, server, id string) (Source, Seen, error) {
	statement, name, ok := splitID(id)
	if !ok {
		return Source{}, nil, ErrNotHeld
	}
	l.keepUp(ctx)
	s, ok := l.sourceIn(server, statement, name)
	if !ok {
		return Source{}, nil, ErrNotHeld
	}
	now, err := l.latest(ctx, SourceKey(server, statement, name))
	return s, Seen{now.Key: now.Version}, err
}

// EditSource saves another state of a source. When it gets a text, quotes of it
// that were not checked are checked by that.
func (l *Library) EditSource(ctx context.Context, h Hand, statement string, source Source, seen Seen) (SavedSource, error) {
	s := l.statementIn(h.Server, statement)
	if s == nil {
		return SavedSource{}, ErrNotHeld
	}
	source = dressed(source)
	if err := lintSource(s, source); err != nil {
		return SavedSource{}, err
	}
	c := h.change("edit source")
	if seen != nil {
		c.Expect = seen
	}
	return l.putSource(ctx, h.Server, c, statement, source)
}

// CheckQuote judges words by the text of one source; ok is false when it has
// none.
func CheckQuote(s Source, words string) (r quote.Result, ok bool) {
	if s.Text == "" {
		return r, false
	}
	r, err := quote.New(quote.Text{Source: s.ID, Body: s.Text}).Check(words, nil)
	return r, err == nil
}
