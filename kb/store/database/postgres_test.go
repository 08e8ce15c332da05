//go:build unix

package database_test

import (
	"fmt"
	"testing"

	"verbatim/kb/store"
	"verbatim/kb/store/storetest"
)

// onServer returns the URL of a new database.
func onServer(t *testing.T) string { return storetest.Postgres(t).Database(t) }

func TestWhatNobodyTellsOfIsSeenToo(t *testing.T) {
	server := storetest.Postgres(t)
	url := server.Database(t)
	must(t, mustOpen(t, url).Close())
	server.Exec(t, url, "DROP TRIGGER meta_is_announced ON verbatim.meta") // as through a pooler
	seen(t, url, 20)
}

func TestPostgresKeepsTheContract(t *testing.T) {
	address, schemas := onServer(t), 0
	storetest.Run(t, func(t *testing.T) storetest.Opener {
		schemas++ // which is faster than a database
		url := with(t, address, named("search_path", fmt.Sprint("part ", schemas)))
		return func() store.Store { return mustOpen(t, url) }
	})
}
