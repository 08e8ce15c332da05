//go:build unix

package database_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/store/storetest"
)

func TestAServerThatGoesAwayComesBackByItself(t *testing.T) {
	ctx := context.Background()
	server := storetest.OwnPostgres(t)
	url := server.Database(t)
	s, err := database.Open(ctx, url, store.Options{BusyTimeout: 500 * time.Millisecond})
	must(t, err)
	defer func() { _ = s.Close() }()
	patient, err := database.Open(ctx, url, store.Options{BusyTimeout: time.Minute})
	must(t, err)
	defer func() { _ = patient.Close() }()
	put(t, s, "a")
	for _, c := range []struct {
		what       string
		away, back func()
	}{
		{"killed", server.Kill, func() { server.Start(t) }},
		{"frozen", server.Freeze, server.Thaw},
	} {
		what := c.what
		t.Run(what, func(t *testing.T) {
			before, err := s.Pulse(ctx)
			must(t, err)
			c.away()
			start := time.Now()
			wantSentence(t, tryPut(s, "while away"), store.CodeUnreachable, "127.0.0.1")
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("a write failed after %s", took)
			}
			for start := time.Now(); err == nil && time.Since(start) < 30*time.Second; time.Sleep(10 * time.Millisecond) {
				_, err = s.Pulse(ctx)
			}
			wantSentence(t, err, store.CodeUnreachable, "127.0.0.1")
			if what == "killed" {
				_, err = database.Open(ctx, url, store.Options{BusyTimeout: 100 * time.Millisecond})
				wantSentence(t, err, store.CodeUnreachable, "127.0.0.1")
				_, err = s.Snapshot(ctx)
				wantSentence(t, err, store.CodeUnreachable, "127.0.0.1")
			}

			waiting := make(chan error)
			go func() { waiting <- tryPut(patient, "waits "+what) }()
			time.Sleep(100 * time.Millisecond)
			c.back()
			must(t, <-waiting)
			put(t, s, "after "+what)
			if got := live(t, s); !got["a"] || got["while away"] || !got["waits "+what] {
				t.Errorf("there is %v", got)
			}
			for start := time.Now(); ; time.Sleep(10 * time.Millisecond) {
				if now, err := s.Pulse(ctx); err == nil && now > before+1 {
					break
				}
				if time.Since(start) > 30*time.Second {
					t.Fatal("the pulse stays away")
				}
			}
		})
	}
}

// The server and all its processes end with SIGKILL while four write.
func TestKillingTheServerLosesNothing(t *testing.T) {
	server := storetest.OwnPostgres(t)
	url := server.Database(t)
	must(t, mustOpen(t, url).Close()) // the tables are there
	w := &writers{acknowledged: map[string]bool{}}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var all sync.WaitGroup
	for n := range 4 {
		s := mustOpen(t, url)
		all.Go(func() { w.write(ctx, s, fmt.Sprint("writer", n)) })
	}
	for range kills(3) {
		for start, before := time.Now(), w.count(); w.count() < before+10; time.Sleep(time.Millisecond) {
			if time.Since(start) > time.Minute {
				t.Fatal("nothing is written")
			}
		}
		time.Sleep(rand.N(50 * time.Millisecond))
		server.Kill()
		server.Start(t)
		var ids []string
		w.mu.Lock()
		for id := range w.acknowledged {
			ids = append(ids, id)
		}
		w.mu.Unlock()
		wantPairs(t, url, ids)
	}
	stop()
	all.Wait()
	t.Logf("%d writes acknowledged, %d refused", w.count(), w.refused)
}

// writers know what was acknowledged to them.
type writers struct {
	mu           sync.Mutex
	acknowledged map[string]bool
	refused      int
}

func (w *writers) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.acknowledged)
}

// write adds pairs until the context ends, each with another key.
func (w *writers) write(ctx context.Context, s store.Store, name string) {
	for i := 0; ctx.Err() == nil; i++ {
		id := fmt.Sprint(name, "-", i)
		_, err := s.Apply(ctx, store.Change{
			Author: name, Action: "add", Once: id,
			Put: []store.Record{pairOf(name, i, "left"), pairOf(name, i, "right")},
		})
		w.mu.Lock()
		if err == nil {
			w.acknowledged[id] = true
		} else {
			w.refused++
		}
		w.mu.Unlock()
	}
}
