package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/library"
)

// placed gives whole texts ids under which they take no other's place, and puts them
// behind the statements that come with them.
func (c loadCommand) placed(ctx context.Context, l *library.Library, statements []*kb.Statement, whole []wholeText) ([]*kb.Statement, []library.Placed, error) {
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
		fmt.Fprintf(&b, "Corrected %s: %s as before, %d changed, %+d. To have the text back that it had: verbatim load --undo %s\n",
			s.ID, screen.Count(left, "paragraph", "paragraphs"), changed, added, s.ID)
	}
	return b.String()
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
