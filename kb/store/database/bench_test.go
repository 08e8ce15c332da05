package database_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// many returns n records about as long as a fact is.
func many(n int) []store.Record {
	all := make([]store.Record, n)
	for i := range all {
		all[i] = store.Record{
			Key: store.Key{Kind: "fact", Statement: "notes-1843", ID: fmt.Sprintf("fact-%d", i)},
			Body: fmt.Appendf(nil, `{"id":"fact-%d","question":"Can the Analytical Engine think, in case %d?","also_asked":["Does it create anything new?","分析机会思考吗?"],`+
				`"answer":"No. It does what we know how to order it to do.","party":"Ada Lovelace","citations":[{"source":"taylor-1843","quote":"no pretensions whatever"}]}`, i, i),
		}
	}
	return all
}

// filled returns a new database with n records.
func filled(tb testing.TB, n int) *store.Opened {
	tb.Helper()
	s := mustOpen(tb, filepath.Join(tb.TempDir(), "verbatim.db"))
	_, err := s.Replace(context.Background(), "operator", store.Load{Origin: store.Origin{Name: "file", Hash: "1"}, Records: many(n)})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func BenchmarkSnapshot20000(b *testing.B) {
	s := filled(b, 20_000)
	for b.Loop() {
		if all, err := s.Snapshot(context.Background()); err != nil || len(all.Records) != 20_000 {
			b.Fatal(len(all.Records), err)
		}
	}
}

func BenchmarkReplace20000(b *testing.B) {
	records := many(20_000)
	for b.Loop() {
		s := mustOpen(b, filepath.Join(b.TempDir(), "verbatim.db"))
		_, err := s.Replace(context.Background(), "operator", store.Load{Origin: store.Origin{Name: "file", Hash: "1"}, Records: records})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	s := filled(b, 20_000)
	one := many(1)
	for i := 0; b.Loop(); i++ {
		one[0].ID = fmt.Sprintf("new-%d", i)
		_, err := s.Apply(context.Background(), store.Change{Author: "ada", Action: "add", Once: one[0].ID, Put: one})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSinceNothing(b *testing.B) {
	s := filled(b, 20_000)
	rev, err := s.Rev(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Since(context.Background(), rev); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPulse(b *testing.B) {
	s := filled(b, 1)
	for b.Loop() {
		if _, err := s.Pulse(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCreate(b *testing.B) {
	folder := b.TempDir()
	for i := 0; b.Loop(); i++ {
		s, err := database.Open(context.Background(), filepath.Join(folder, fmt.Sprint(i)), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{500, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "verbatim.db")
			s := mustOpen(b, path)
			_, err := s.Replace(context.Background(), "operator", store.Load{Origin: store.Origin{Name: "file", Hash: "1"}, Records: many(n)})
			if err != nil {
				b.Fatal(err)
			}
			_ = s.Close()
			for b.Loop() {
				s, err := database.Open(context.Background(), path, store.Options{})
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				_ = s.Close() // only opening counts
				b.StartTimer()
			}
		})
	}
}

// BenchmarkVectors20000 reads four vectors of 256 bytes a record, as a start does.
func BenchmarkVectors20000(b *testing.B) {
	s := filled(b, 20_000)
	all := make([]store.Vectors, 20_000)
	for i, r := range many(len(all)) {
		all[i] = store.Vectors{Key: r.Key, Encoder: "use-1", Texts: "x", Blob: make([]byte, 4*256)}
	}
	if err := s.PutVectors(context.Background(), all...); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if got, err := s.Vectors(context.Background(), "use-1", 0); err != nil || len(got) != len(all) {
			b.Fatal(len(got), err)
		}
	}
}
