package database_test

import (
	"path/filepath"
	"testing"
)

// eachEngine runs a test with a new database of each engine.
func eachEngine(t *testing.T, test func(t *testing.T, path string)) {
	t.Run("SQLite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "verbatim.db")) })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, onServer(t)) })
}
