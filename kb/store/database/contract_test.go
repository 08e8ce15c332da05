package database_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/store/storetest"
)

func TestSQLiteKeepsTheContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Opener {
		path := filepath.Join(t.TempDir(), "verbatim.db")
		return func() store.Store { return mustOpen(t, path) }
	})
}

// mustOpen opens a database that is closed when the test ends.
func mustOpen(t testing.TB, path string) *store.Opened {
	t.Helper()
	s, err := database.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}

func TestAKeyIsRememberedForAWeek(t *testing.T) {
	now := time.Now()
	s, err := database.Open(context.Background(), filepath.Join(t.TempDir(), "verbatim.db"), store.Options{Now: func() time.Time { return now }})
	must(t, err)
	defer func() { _ = s.Close() }()
	for _, c := range []struct {
		days     int
		once     string
		repeated bool
	}{{0, "a", false}, {7, "b", false}, {7, "a", true}, {9, "c", false}, {9, "a", false}, {9, "b", true}} {
		now = time.UnixMilli(0).AddDate(50, 0, c.days)
		r, err := s.Apply(context.Background(), store.Change{Author: "ada", Action: "add", Once: c.once, Put: many(1)})
		must(t, err)
		if r.Repeated != c.repeated {
			t.Errorf("on day %d, %s is repeated: %t", c.days, c.once, r.Repeated)
		}
	}
}

func TestAFileTellsOfAnothersWriteAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	one, two := mustOpen(t, path), mustOpen(t, path)
	for range 10 {
		before, err := one.Pulse(context.Background())
		must(t, err)
		put(t, two, fmt.Sprint(before))
		if now, err := one.Pulse(context.Background()); err != nil || now == before {
			t.Errorf("the pulse is %d, and was %d (%v)", now, before, err)
		}
	}
}
