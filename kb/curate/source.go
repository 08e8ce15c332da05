package curate

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"verbatim/kb"
	"verbatim/kb/draft"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/verify"
)

// A NewSource is a source to be added.
type NewSource struct {
	kb.Source
	Statement string   // the statement that it is added to; empty for a new one made of it
	Parties   []string // of a new statement; if there are none, those that the text names, or the publisher
}

// A SavedSource is a source that is saved, and what its text does to the quotes
// of facts.
type SavedSource struct {
	ID       string    // statement/source
	Source   kb.Source // without its text
	HasText  bool
	Checked  int                  // quotes that stand in the text
	Broken   []verify.BrokenQuote // quotes that do not
	Repeated bool

	Corrected            bool  // it had another text, which stays in its history
	Version              int64 // of the record, by which that can be put back
	Left, Changed, Added int   // paragraphs, as [library.TextChange] tells them
}

// AddSource adds a source to a statement, or makes a statement of it.
func (k *Curator) AddSource(ctx context.Context, e library.Editor, n NewSource) (SavedSource, error) {
	n.Source = dressed(n.Source)
	s := k.outline(e.Server, n.Statement)
	c := e.Change("add source")
	switch {
	case n.Statement != "" && s == nil:
		return SavedSource{}, kb.Refuse("refusal.statement-gone")
	case n.Statement == "":
		var err error
		if s, err = n.newStatement(); err != nil {
			return SavedSource{}, err
		}
		for try := 0; k.outline(e.Server, s.ID) != nil && try < idTries; try++ {
			s.ID = idFor(n.Title, try)
		}
		records, err := index.Encode(e.Server, s)
		if err != nil {
			return SavedSource{}, err
		}
		c.Put = records
		c.Expect[records[0].Key] = 0
	}
	for try := 0; n.ID == "" || slices.ContainsFunc(s.Sources, func(o kb.Source) bool { return o.ID == n.ID }); try++ {
		n.ID = idFor(n.Title, try)
	}
	if err := lintSource(s, n.Source); err != nil {
		return SavedSource{}, err
	}
	return k.putSource(ctx, e, c, s.ID, n.Source)
}

// newStatement is the statement that a source is of.
func (n NewSource) newStatement() (*kb.Statement, error) {
	s := &kb.Statement{ID: idFor(n.Title, 0), Title: n.Title, Date: n.Published, Parties: n.Parties}
	if !kb.IsDate(s.Date, time.DateOnly) {
		return nil, kb.Refuse("refusal.no-date")
	}
	if len(s.Parties) == 0 && n.Text != "" && len(n.Text) <= draftedMost {
		s.Parties = draft.Of(s, &n.Source).Parties
	}
	if len(s.Parties) == 0 && strings.TrimSpace(n.Publisher) != "" {
		s.Parties = []string{n.Publisher}
	}
	return s, nil
}

// dressed fills in what follows from the rest.
func dressed(s kb.Source) kb.Source {
	s.Title, s.Publisher, s.URL = strings.TrimSpace(s.Title), strings.TrimSpace(s.Publisher), strings.TrimSpace(s.URL)
	s.Kind = cmp.Or(s.Kind, kb.KindStatement)
	if s.Text != "" {
		s.TextSHA256 = kb.TextHash(s.Text)
	}
	return s
}

// lintSource checks a source by the rules of knowledge files.
func lintSource(s *kb.Statement, source kb.Source) error {
	bare := s.Bare()
	bare.Sources = []kb.Source{source}
	var sentences []string
	for _, p := range file.Lint(&bare).Errors() {
		if p.Code != file.NothingToAsk {
			sentences = append(sentences, sentence(p.Message))
		}
	}
	if len(sentences) > 0 {
		return &kb.Refusal{Sentences: sentences}
	}
	return nil
}

func (k *Curator) putSource(ctx context.Context, e library.Editor, c store.Change, statement string, source kb.Source) (SavedSource, error) {
	record, err := index.SourceRecord(e.Server, statement, &source)
	if err != nil {
		return SavedSource{}, err
	}
	c.Put = append(c.Put, record)
	if _, told := c.Expect[record.Key]; !told {
		c.Expect[record.Key] = 0
	}
	r, err := k.apply(ctx, e, c)
	if err != nil {
		return SavedSource{}, sourceConflict(err)
	}
	for _, one := range r.Changed { // when repeated, what was done then
		if f := index.BodyOf[kb.Source](one.Record); f != nil && one.Kind == index.RecordSource {
			statement, source = one.Statement, *f
		}
	}
	return k.savedSource(e.Server, statement, source, r), nil
}

// savedSource tells what became of a source.
func (k *Curator) savedSource(server, statement string, source kb.Source, r store.Result) SavedSource {
	saved := SavedSource{ID: statement + "/" + source.ID, Source: source.Bare(), HasText: source.Text != "", Repeated: r.Repeated}
	for _, one := range r.Changed {
		if one.Kind == index.RecordSource {
			saved.Version = one.Version
		}
	}
	if s := k.whole(server, statement); s != nil && saved.HasText {
		checks := verify.Statements([]*kb.Statement{{ID: s.ID, Facts: s.Facts, Sources: []kb.Source{source}}})
		saved.Checked, saved.Broken = checks.Standing, checks.Broken
	}
	return saved
}

func sourceConflict(err error) error {
	if store.CodeOf(err) == store.CodeConflict {
		return kb.Refuse("refusal.source-changed")
	}
	return err
}

// SourceAt is a source as it counts in a server, with its text, and what a
// change of it has to find there.
func (k *Curator) SourceAt(ctx context.Context, server, id string) (kb.Source, library.Seen, error) {
	statement, name, ok := kb.SplitID(id)
	if !ok {
		return kb.Source{}, nil, kb.ErrNotHeld
	}
	s, ok := k.library.Source(statement, name, server)
	if !ok {
		return kb.Source{}, nil, kb.ErrNotHeld
	}
	now, err := k.library.Latest(ctx, index.SourceKey(server, statement, name))
	return s, library.Seen{now.Key: now.Version}, err
}

// EditSource saves another state of a source. When it gets a text, quotes of it
// that were not checked are checked by that.
func (k *Curator) EditSource(ctx context.Context, e library.Editor, statement string, source kb.Source, seen library.Seen) (SavedSource, error) {
	s := k.outline(e.Server, statement)
	if s == nil {
		return SavedSource{}, kb.ErrNotHeld
	}
	was, _ := k.library.Source(statement, source.ID, e.Server)
	source = dressed(source)
	if err := lintSource(s, source); err != nil {
		return SavedSource{}, err
	}
	c := e.Change("edit source")
	if seen != nil {
		c.Expect = seen
	}
	saved, err := k.putSource(ctx, e, c, statement, source)
	if err == nil {
		saved.compare(was.Text, source.Text)
	}
	return saved, err
}

// compare tells how a text was corrected.
func (s *SavedSource) compare(was, now string) {
	if was != "" && was != now {
		s.Corrected = true
		s.Left, s.Changed, s.Added = library.TextChange(was, now)
	}
}

// UndoSource puts a source back as it was before the change that gave its record a
// version. It is refused when the source has been changed since, and [kb.ErrNotHeld] when
// it was not there before.
func (k *Curator) UndoSource(ctx context.Context, e library.Editor, id string, version int64) (SavedSource, error) {
	now, seen, err := k.SourceAt(ctx, e.Server, id)
	if err != nil {
		return SavedSource{}, err
	}
	statement, name, _ := kb.SplitID(id)
	key := index.SourceKey(e.Server, statement, name)
	if seen[key] != version {
		return SavedSource{}, kb.Refuse("refusal.source-changed")
	}
	all, err := k.library.Store().History(ctx, key)
	if err != nil {
		return SavedSource{}, err
	}
	for _, r := range slices.Backward(all) {
		if was := index.BodyOf[kb.Source](r.Record); was != nil && r.Version < version {
			return k.EditSource(ctx, e, statement, *was, seen)
		}
	}
	return k.uncover(ctx, e, key, now, seen)
}

// uncover takes a server's own state of a source away, so that the one that counts
// everywhere does there too.
func (k *Curator) uncover(ctx context.Context, e library.Editor, own store.Key, now kb.Source, seen library.Seen) (SavedSource, error) {
	if _, ok := k.library.Source(own.Statement, own.ID, ""); !ok || e.Server == "" {
		return SavedSource{}, kb.ErrNotHeld
	}
	c := e.Change("edit source")
	c.Remove, c.Expect = []store.Key{own}, seen
	r, err := k.apply(ctx, e, c)
	if err != nil {
		return SavedSource{}, sourceConflict(err)
	}
	shared, _ := k.library.Source(own.Statement, own.ID, e.Server)
	saved := k.savedSource(e.Server, own.Statement, shared, r)
	saved.compare(now.Text, shared.Text)
	return saved, nil
}
