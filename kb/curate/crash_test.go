package curate_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
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
	s := &cutOff{Store: kbtest.Opened(t, kbtest.NewPath(t))}
	l := kbtest.Library(t, s, kbtest.NotesFile())
	ctx := context.Background()
	kbtest.Pass(t, l, kbtest.Home, "Might zebras hum along?", "", "1")
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "42", "2")
	for _, g := range inbox.New(l).Groups(kbtest.Home) {
		if g.Questions[0].Question == "Who owns the coal mine?" {
			continue
		}
		_, err := curate.New(l).Save(ctx, kbtest.Editor(), curate.Draft{
			Statement: kbtest.NotesID, Answers: kbtest.IDs(g), Fact: kb.Fact{
				Question: "Might zebras hum along?", Answer: "They might.", Party: "Ada Lovelace",
				Citations: []kb.Citation{{Source: noteSource(t, l)}},
			},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if got, want := kbtest.Waiting(l, kbtest.Home), "1: Who owns the coal mine? (1 to tell)"; got != want {
		t.Errorf("after an answer the inbox has %q, want %q", got, want)
	}
	mine := kbtest.IDs(inbox.New(l).Groups(kbtest.Home)[0])
	if err := inbox.New(l).Dismiss(ctx, kbtest.Editor(), mine); err == nil {
		t.Error("it is dismissed although it could not be erased")
	}
	if got, want := kbtest.Waiting(l, kbtest.Home), "1: Who owns the coal mine? (1 to tell)"; got != want {
		t.Errorf("after half a dismissal the inbox has %q, want %q", got, want)
	}
	s.over = true
	if err := inbox.New(l).Dismiss(ctx, kbtest.Editor(), mine); err != nil {
		t.Fatal(err)
	}
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "", "3")
	if got := kbtest.Waiting(l, kbtest.Home); got != "" {
		t.Errorf("dismissed, it came back: %q", got)
	}
	if n, err := inbox.New(l).ForgetOld(ctx, time.Now()); err != nil || n != 0 {
		t.Errorf("%d are forgotten, %v", n, err)
	}
	all, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all.Records {
		if r.Kind == index.RecordTell || r.Kind == index.RecordInbox && r.ID[:4] != "not-" {
			t.Errorf("left is %s %s", r.Kind, r.Body)
		}
	}
}

// noteSource is a source of the notes.
func noteSource(t *testing.T, l *library.Library) string {
	t.Helper()
	s, ok := curate.New(l).Outline(kbtest.Home, kbtest.NotesID)
	if !ok || len(s.Sources) == 0 {
		t.Fatal("there is no source")
	}
	return s.Sources[0].ID
}
