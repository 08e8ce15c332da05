package library_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/store"
)

// looked is a store that counts how often somebody looks for news.
type looked struct {
	store.Store
	times atomic.Int32
}

func (l *looked) Pulse(ctx context.Context) (int64, error) {
	l.times.Add(1)
	return l.Store.Pulse(ctx)
}

func TestAQuestionLooksAtTheStoreOnce(t *testing.T) {
	s := &looked{Store: kbtest.Opened(t, kbtest.NewPath(t))}
	l := kbtest.Library(t, s, kbtest.NotesFile())
	for _, question := range []string{kbtest.Think, kbtest.Think, kbtest.Steam} {
		time.Sleep(10 * time.Millisecond) // the last look is over
		before := s.times.Load()
		l.IsPrivate("1")
		time.Sleep(10 * time.Millisecond)
		l.Ask(context.Background(), kb.Question{Text: question, Server: "1"})
		time.Sleep(10 * time.Millisecond)
		if n := s.times.Load() - before; n != 1 {
			t.Errorf("%q: the store was looked at %d times", question, n)
		}
	}
}
