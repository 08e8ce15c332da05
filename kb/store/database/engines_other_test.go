//go:build !unix

package database_test

import "testing"

func onServer(t *testing.T) string {
	t.Skip("SKIPPED: PostgreSQL is tested on Unix only")
	return ""
}
