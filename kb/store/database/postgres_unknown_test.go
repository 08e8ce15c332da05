//go:build unix

package database_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"verbatim/kb/store"
)

func TestACommitWithoutAnAnswerIsAskedForAgain(t *testing.T) {
	ctx := context.Background()
	p, url := through(t, onServer(t))
	s := mustOpen(t, url)
	put(t, s, "before")

	p.swallow.Store(1)
	c := store.Change{Author: "ada", Action: "add", Once: "interaction-1", Put: many(1)}
	r, err := s.Apply(ctx, c)
	if err != nil || r.Repeated || len(r.Changed) != 1 || r.Changed[0].Version != 1 {
		t.Errorf("a change with a key gives %+v, %v", r, err)
	}
	if again, err := s.Apply(ctx, c); err != nil || !again.Repeated || again.Rev != r.Rev {
		t.Errorf("again, it gives %+v, %v", again, err)
	}

	p.swallow.Store(1)
	must(t, s.Learn(ctx, "model", "a", []byte("x")))

	p.swallow.Store(1)
	wantSentence(t, tryPut(s, "unknown"), store.CodeUnknown, "")
	if !live(t, s)["unknown"] {
		t.Error("the commit did not come through, so nothing was tested")
	}
	p.swallow.Store(1)
	add := store.Jottings{Add: []store.Tally{{Server: "7", Day: time.Now().UTC().Format(time.DateOnly), Name: "fact", N: 1}}}
	wantSentence(t, s.Jot(ctx, add), store.CodeUnknown, "")
	if all, err := s.Tallies(ctx, "7", ""); err != nil || len(all) != 1 || all[0].N != 1 {
		t.Errorf("counted %+v, %v", all, err)
	}
}

func TestConnectionsThatBreakAreMadeAnew(t *testing.T) {
	p, url := through(t, onServer(t))
	s := mustOpen(t, url)
	for range 5 {
		p.cut()
		put(t, s, time.Now().String()) // a write waits for the connection
		live(t, s)
	}
	// Reading waits for nothing: it may fail once, and is what it was then.
	for failed := 0; ; failed++ {
		p.cut()
		all, err := s.Snapshot(context.Background())
		if err == nil && len(all.Records) == 5 {
			break
		}
		var e *store.Error
		if failed > 20 || !errors.As(err, &e) || e.Code != store.CodeUnreachable {
			t.Fatalf("reading gives %d records, %v", len(all.Records), err)
		}
	}
}
