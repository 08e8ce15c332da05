package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"verbatim/kb/store"
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
	s, err := store.Open(context.Background(), path, store.Options{})
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
