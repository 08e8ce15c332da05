package library_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

func TestManyLearnAtOnce(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	if err := kbtest.Library(t, s, kbtest.NotesFile()).Learn(t.Context()); err != nil {
		t.Fatal(err)
	}
	l := kbtest.Library(t, &neverLearning{s, t})
	var learning sync.WaitGroup
	for range 4 {
		learning.Go(func() {
			if err := l.Learn(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	learning.Wait()
}

// neverLearning is a store that has what is wanted already.
type neverLearning struct {
	store.Store
	t *testing.T
}

func (n *neverLearning) Learn(context.Context, string, string, []byte) error {
	n.t.Error("what is kept was learned anew")
	return nil
}

func TestLearningEndsWithItsContext(t *testing.T) {
	hanging := &hanging{Store: kbtest.Opened(t, kbtest.NewPath(t)), free: make(chan struct{})}
	defer close(hanging.free)
	l := kbtest.Library(t, hanging, kbtest.NotesFile())
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := l.Learn(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it ends with %v, want %v", err, context.DeadlineExceeded)
	}
	if got := kbtest.Asks(l, kbtest.Think, ""); got != kbtest.ThinkAnswer {
		t.Errorf("without what was learned it answers %q", got)
	}
}

// hanging is a store in which what was learned is read until free is closed.
type hanging struct {
	store.Store
	free chan struct{}
}

func (h *hanging) Learned(context.Context, string, string) ([]byte, error) {
	<-h.free
	return nil, nil
}

func TestALibraryOutlivesTheContextThatItWasOpenedWith(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	ctx, cancel := context.WithCancel(t.Context())
	l, err := library.Open(ctx, s, library.Options{Shipped: []library.File{kbtest.NotesFile()}})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := l.Learn(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := kbtest.Asks(l, kbtest.Think, ""); got != kbtest.ThinkAnswer {
		t.Errorf("it answers %q", got)
	}
}
