package curate_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
)

// TestTextsWhoseTitlesBeginAlikeAreStatementsOfTheirOwn adds texts whose ids would
// agree, and wants each of them back whole.
func TestTextsWhoseTitlesBeginAlikeAreStatementsOfTheirOwn(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	k, title := curate.New(l), strings.Repeat("Joint statement of the two sides ", 3)
	ids := map[string]string{}
	for i := range 5 {
		body := fmt.Sprintf("Text number %d opens the bridge in its own year.", i)
		saved, err := k.AddSource(context.Background(), kbtest.Editor(), text(title+fmt.Sprint(i%2), body))
		if err != nil {
			t.Fatal(err)
		}
		ids[saved.ID] = body
	}
	for id, body := range ids {
		statement, source, _ := kb.SplitID(id)
		if s, ok := l.Source(statement, source, kbtest.Home); !ok || s.Text != body {
			t.Errorf("%s has %q, want %q", id, s.Text, body)
		}
	}
	if len(ids) != 5 {
		t.Errorf("5 texts have %d ids: %v", len(ids), ids)
	}
}

func TestACorrectedSourceSaysWhatChangesAndKeepsItsHistory(t *testing.T) {
	ctx, l := context.Background(), kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	k := curate.New(l)
	saved, err := k.AddSource(ctx, kbtest.Editor(), text("Note", "It met at noon.\n\nIt opens on day 4.\n\nNobody objected."))
	if err != nil || saved.Corrected {
		t.Fatal(saved, err)
	}
	s, seen, err := k.SourceAt(ctx, kbtest.Home, saved.ID)
	if err != nil {
		t.Fatal(err)
	}
	s.Text = "It met at noon.\n\nIt opens on day 5.\n\nNobody objected.\n\nThen all left."
	saved, err = k.EditSource(ctx, kbtest.Editor(), "note", s, seen)
	if err != nil || !saved.Corrected || saved.Left != 2 || saved.Changed != 1 || saved.Added != 1 {
		t.Errorf("%+v, %v", saved, err)
	}
	if was, _, err := l.Earlier(ctx, kbtest.Home, "note"); err != nil || !strings.Contains(was.Sources[0].Text, "day 4") {
		t.Errorf("before the correction: %+v, %v", was, err)
	}
}
