//go:build unix

package store_test

import (
	"testing"

	"verbatim/kb/store"
	"verbatim/kb/store/storetest"
)

// onServer returns the URL of a new database.
func onServer(t *testing.T) string { return storetest.Postgres(t).Database(t) }

func TestPostgresKeepsTheContract(t *testing.T) {
	server := storetest.Postgres(t)
	storetest.Run(t, func(t *testing.T) storetest.Opener {
		url := server.Database(t)
		return func() store.Store { return mustOpen(t, url) }
	})
}
