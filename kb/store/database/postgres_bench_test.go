//go:build unix

package database_test

import (
	"context"
	"fmt"
	"testing"

	"verbatim/kb/store"
	"verbatim/kb/store/storetest"
)

// serverWith returns a new database on a server, with n records.
func serverWith(b *testing.B, n int) *store.Opened {
	b.Helper()
	s := mustOpen(b, storetest.Postgres(b).Database(b))
	_, err := s.Replace(context.Background(), "operator", store.Load{Origin: store.Origin{Name: "file", Hash: "1"}, Records: many(n)})
	must(b, err)
	return s
}

func BenchmarkPostgresSnapshot20000(b *testing.B) {
	s := serverWith(b, 20_000)
	for b.Loop() {
		if all, err := s.Snapshot(context.Background()); err != nil || len(all.Records) != 20_000 {
			b.Fatal(len(all.Records), err)
		}
	}
}

func BenchmarkPostgresReplace20000(b *testing.B) {
	s := serverWith(b, 0)
	for i := 0; b.Loop(); i++ {
		l := store.Load{Origin: store.Origin{Server: fmt.Sprint(i), Name: "file", Hash: "1"}, Records: many(20_000)}
		for j := range l.Records {
			l.Records[j].Server = l.Server
		}
		_, err := s.Replace(context.Background(), "operator", l)
		must(b, err)
	}
}

func BenchmarkPostgresApply(b *testing.B) {
	s := serverWith(b, 20_000)
	one := many(1)
	for i := 0; b.Loop(); i++ {
		one[0].ID = fmt.Sprintf("new-%d", i)
		_, err := s.Apply(context.Background(), store.Change{Author: "ada", Action: "add", Once: one[0].ID, Put: one})
		must(b, err)
	}
}

func BenchmarkPostgresSinceNothing(b *testing.B) {
	s := serverWith(b, 20_000)
	rev, err := s.Rev(context.Background())
	must(b, err)
	for b.Loop() {
		_, err := s.Since(context.Background(), rev)
		must(b, err)
	}
}

func BenchmarkPostgresPulse(b *testing.B) {
	s := serverWith(b, 1)
	for b.Loop() {
		_, err := s.Pulse(context.Background())
		must(b, err)
	}
}
