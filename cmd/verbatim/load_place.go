package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// placed gives whole texts ids under which they take no other's place, and puts them
// behind the statements that come with them.
func (c loadCommand) placed(ctx context.Context, l *library.Library, statements []*kb.Statement, whole []files.WholeText) ([]*kb.Statement, []library.Placed, error) {
	bare := make([]*kb.Statement, len(whole))
	for i, t := range whole {
		bare[i] = t.Statement
	}
	texts, err := l.PlaceTexts(ctx, c.Server, bare, c.ID != "")
	if err != nil {
		return nil, nil, err
	}
	for _, t := range texts {
		if slices.ContainsFunc(statements, func(s *kb.Statement) bool { return s.ID == t.Statement.ID }) {
			return nil, nil, fmt.Errorf("a knowledge file and a text would both have the id %s; load them one after the other", t.Statement.ID)
		}
		statements = append(statements, t.Statement)
	}
	return statements, texts, nil
}

// corrections says which texts came in the place of an earlier state, and which were
// given another id because theirs was taken.
func corrections(texts []library.Placed) string {
	var b strings.Builder
	for _, t := range texts {
		s := t.Statement
		if t.Taken != "" {
			fmt.Fprintf(&b, "Another text has the id %s, so this one has %s: %s.\n", t.Taken, s.ID, s.Title)
		}
		if t.Was == nil || t.Was.Text == s.Sources[0].Text {
			continue
		}
		left, changed, added := library.TextChange(t.Was.Text, s.Sources[0].Text)
		fmt.Fprintf(&b, "Corrected %s: %s as before, %d changed; %s. To have the text back that it had: verbatim load --undo %s\n",
			s.ID, screen.Count(left, "paragraph", "paragraphs"), changed, more(added), s.ID)
	}
	return b.String()
}

// more says how many paragraphs more there are than before.
func more(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("%d more than before", n)
	case n < 0:
		return fmt.Sprintf("%d fewer than before", -n)
	}
	return "as many as before"
}

// undo puts the text back that a statement had before.
func (c loadCommand) undo(ctx context.Context, p *program, l *library.Library) error {
	s, until, err := l.Earlier(ctx, c.Server, c.Undo)
	if errors.Is(err, kb.ErrNotHeld) {
		return fmt.Errorf("%s has no earlier text that could be put back", c.Undo)
	}
	if err != nil {
		return err
	}
	if _, err := l.Load(ctx, byCommandLine, c.Server, []*kb.Statement{s}); err != nil {
		return fmt.Errorf("put the text back: %w", err)
	}
	_, err = io.WriteString(p.out, screen.Harmless(fmt.Sprintf("%s has the text again that it had until %s.\n", s.ID, until.UTC().Format("2006-01-02 15:04 UTC"))))
	return err
}

// addTo adds a whole text as a source to a statement that is there. The source
// has the name of the file. Where the statement has a source of that name, it gets
// the text, and what else the options say.
func (c loadCommand) addTo(ctx context.Context, p *program, l *library.Library, s store.Store, text files.WholeText) error {
	held := l.Statements(c.Server)
	i := slices.IndexFunc(held, func(s *kb.Statement) bool { return s.ID == c.Statement })
	if i < 0 {
		return fmt.Errorf("there is no statement %s; look at the id with export, or leave --statement out", c.Statement)
	}
	source, err := c.over(held[i], text.Sources[0])
	if err != nil {
		return err
	}
	record, err := index.SourceRecord(c.Server, c.Statement, &source)
	if err != nil {
		return err
	}
	change := store.Change{Author: byCommandLine, Action: "add source", Put: []store.Record{record}}
	if _, err := s.Apply(ctx, change); err != nil {
		return fmt.Errorf("add the text to %s: %w", c.Statement, err)
	}
	if _, err := io.WriteString(p.out, screen.Harmless("Added to "+c.Statement+": the source "+source.ID+".\n")); err != nil {
		return fmt.Errorf("print what was added: %w", err)
	}
	if err := l.Refresh(ctx); err != nil {
		return err
	}
	return c.warn(p, l, source.ID)
}

// warn says which facts have quotes that do not stand in the text that was added.
func (c loadCommand) warn(p *program, l *library.Library, source string) error {
	var facts []string
	for _, b := range l.Recheck(c.Server).Broken {
		if b.Statement == c.Statement && b.Citation.Source == source && !slices.Contains(facts, b.Fact) {
			facts = append(facts, b.Fact)
		}
	}
	if len(facts) == 0 {
		return nil
	}
	_, err := fmt.Fprintln(p.err, screen.Harmless("In this text the quotes of "+screen.Count(len(facts), "fact", "facts")+" do not stand: "+
		strings.Join(facts, ", ")+". Look at them with recheck, and correct them."))
	return err
}

// over gives what a statement has of a source, with the text and what is said
// of it. Another text that has the id is not given up for it, unless it was told so.
func (c loadCommand) over(s *kb.Statement, text kb.Source) (kb.Source, error) {
	for _, source := range s.Sources {
		if source.ID != text.ID {
			continue
		}
		if c.ID == "" && source.Text != "" && !library.SameText(source.Text, text.Text) {
			return text, fmt.Errorf("the source %s of %s has another text; give this one an id with --id, the same to put it in the place of that", text.ID, s.ID)
		}
		source.Text, source.TextSHA256, source.OriginalSHA256 = text.Text, text.TextSHA256, text.OriginalSHA256
		source.Title, source.Publisher = cmp.Or(c.Title, source.Title), cmp.Or(c.Publisher, source.Publisher)
		source.URL, source.Published = cmp.Or(c.URL, source.URL), cmp.Or(c.Date, source.Published)
		source.Language = cmp.Or(source.Language, text.Language)
		return source, nil
	}
	return text, nil
}
