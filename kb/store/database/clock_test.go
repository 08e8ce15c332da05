package database_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// A clock that is set back, or that is another machine's, changes no order.
func TestTheClockMayGoBackwards(t *testing.T) { eachEngine(t, clockBackwards) }

func clockBackwards(t *testing.T, path string) {
	ctx := context.Background()
	now := time.Now()
	s, err := database.Open(ctx, path, store.Options{Now: func() time.Time { return now }})
	must(t, err)
	defer func() { _ = s.Close() }()
	key := store.Key{Kind: "fact", ID: "a"}
	edit := func(body, once string) store.Result {
		t.Helper()
		r, err := s.Apply(ctx, store.Change{Author: "ada", Action: "edit", Once: once, Put: []store.Record{{Key: key, Body: []byte(body)}}})
		must(t, err)
		return r
	}
	note := store.Note{Kind: "form", ID: "a", Body: []byte("1"), Until: now.Add(time.Hour).UnixMilli()}
	must(t, s.Jot(ctx, store.Jottings{Put: []store.Note{note}}))
	first := edit("1", "interaction-1")
	for i := range 5 {
		now = now.AddDate(-1, 0, 0)
		r := edit(fmt.Sprint(i+2), fmt.Sprint("back-", i))
		if r.Rev != first.Rev+int64(i)+1 || r.Changed[0].Version != int64(i)+2 {
			t.Errorf("set back, the change is of rev %d and version %d", r.Rev, r.Changed[0].Version)
		}
		since, err := s.Since(ctx, r.Rev-1)
		if err != nil || len(since.Records) != 1 || string(since.Records[0].Body) != fmt.Sprint(i+2) {
			t.Errorf("since then there is %+v, %v", since, err)
		}
	}
	history, err := s.History(ctx, key)
	must(t, err)
	for i, r := range history {
		if string(r.Body) != fmt.Sprint(i+1) || i > 0 && r.UpdatedAt >= history[i-1].UpdatedAt {
			t.Errorf("revision %d is %s of %d", i, r.Body, r.UpdatedAt)
		}
	}
	if again := edit("0", "interaction-1"); !again.Repeated || again.Rev != first.Rev {
		t.Errorf("what was done is forgotten: %+v", again)
	}
	if again := edit("0", "back-4"); !again.Repeated {
		t.Errorf("what was done after it was set back is forgotten: %+v", again)
	}
	must(t, s.Learn(ctx, "model", "a", []byte("old")))
	now = now.AddDate(-1, 0, 0)
	must(t, s.Learn(ctx, "model", "b", []byte("new")))
	if blob, err := s.Learned(ctx, "model", ""); err != nil || string(blob) != "new" {
		t.Errorf("the newest that was learned is %q, %v", blob, err)
	}
	if kept, err := s.Note(ctx, "form", "a"); err != nil || kept == nil {
		t.Errorf("the note is gone: %v", err)
	}
}
