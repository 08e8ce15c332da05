package kb_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/store"
)

// cutOff is a store that ends before anything is erased, as a crash between two
// writes does.
type cutOff struct {
	store.Store
	over bool
}

func (c *cutOff) Erase(ctx context.Context, author string, keys ...store.Key) (store.Result, error) {
	if c.over {
		return c.Store.Erase(ctx, author, keys...)
	}
	return store.Result{}, errors.New("cut off")
}

func TestWhatIsCutOffWhileItIsSettledIsNeitherLostNorAskedAgain(t *testing.T) {
	s := &cutOff{Store: opened(t, newPath(t))}
	l := library(t, s, notesFile())
	ctx := context.Background()
	pass(t, l, home, "Might zebras hum along?", "", "1")
	pass(t, l, home, "Who owns the coal mine?", "42", "2")
	for _, g := range l.Inbox(home) {
		if g.Questions[0].Question == "Who owns the coal mine?" {
			continue
		}
		_, err := l.SaveFact(ctx, hand(), kb.Draft{
			Statement: notesID, Answers: ids(g), Fact: kb.Fact{
				Question: "Might zebras hum along?", Answer: "They might.", Party: "Ada Lovelace",
				Citations: []kb.Citation{{Source: noteSource(t, l)}},
			},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if got, want := waiting(l, home), "1: Who owns the coal mine? (1 to tell)"; got != want {
		t.Errorf("after an answer the inbox has %q, want %q", got, want)
	}
	mine := ids(l.Inbox(home)[0])
	if err := l.Dismiss(ctx, hand(), mine); err == nil {
		t.Error("it is dismissed although it could not be erased")
	}
	if got, want := waiting(l, home), "1: Who owns the coal mine? (1 to tell)"; got != want {
		t.Errorf("after half a dismissal the inbox has %q, want %q", got, want)
	}
	s.over = true
	if err := l.Dismiss(ctx, hand(), mine); err != nil {
		t.Fatal(err)
	}
	pass(t, l, home, "Who owns the coal mine?", "", "3")
	if got := waiting(l, home); got != "" {
		t.Errorf("dismissed, it came back: %q", got)
	}
	if n, err := l.ForgetOld(ctx, time.Now()); err != nil || n != 0 {
		t.Errorf("%d are forgotten, %v", n, err)
	}
	all, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all.Records {
		if r.Kind == kb.RecordTell || r.Kind == kb.RecordInbox && r.ID[:4] != "not-" {
			t.Errorf("left is %s %s", r.Kind, r.Body)
		}
	}
}

// noteSource is a source of the notes.
func noteSource(t *testing.T, l *kb.Library) string {
	t.Helper()
	s, ok := l.Outline(home, notesID)
	if !ok || len(s.Sources) == 0 {
		t.Fatal("there is no source")
	}
	return s.Sources[0].ID
}
