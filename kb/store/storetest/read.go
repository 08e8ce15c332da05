package storetest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"verbatim/kb/store"
)

// since reads what changed.
func since(t *testing.T, s store.Store, rev int64) store.Snapshot {
	t.Helper()
	all, err := s.Since(context.Background(), rev)
	if err != nil {
		t.Fatalf("Since: %v", err)
	}
	return all
}

func testRecord(t *testing.T, open Opener) {
	s := open()
	ctx := context.Background()
	if r, err := s.Record(ctx, key("a")); err != nil || r.Version != 0 || r.Key != key("a") {
		t.Errorf("what was never there is %+v, %v", r, err)
	}
	apply(t, s, put(fact("a", `1`)))
	apply(t, s, put(fact("a", `2`)))
	r, err := s.Record(ctx, key("a"))
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, []store.Record{r}, `a 2 v2 moderator`)
	apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{key("a")}})
	if r, err = s.Record(ctx, key("a")); err != nil {
		t.Fatal(err)
	}
	wantLines(t, []store.Record{r}, `a 2 v3 moderator removed`)
}

func testRemoved(t *testing.T, open Opener) {
	s := open()
	elsewhere := fact("x", `1`)
	elsewhere.Server = "8"
	apply(t, s, put(fact("a", `1`), fact("b", `1`), fact("c", `1`), fact("d", `1`), elsewhere))
	for _, k := range []store.Key{key("a"), key("b"), key("c"), elsewhere.Key} {
		apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{k}})
	}
	apply(t, s, put(fact("b", `2`))) // there again
	for most, want := range map[int][]string{9: {`c 1 v2 moderator removed`, `a 1 v2 moderator removed`}, 1: {`c 1 v2 moderator removed`}} {
		all, err := s.Removed(context.Background(), "", "fact", most)
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, all, want...)
	}
}

func testSince(t *testing.T, open Opener) {
	s := open()
	first := apply(t, s, put(fact("a", `1`), fact("b", `1`)))
	apply(t, s, put(fact("b", `2`)))
	last := apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{key("a")}})
	got := since(t, s, first.Rev)
	wantLines(t, got.Records, `b 2 v2 moderator`, `a 1 v2 moderator removed`)
	if got.Rev != last.Rev || got.Whole {
		t.Errorf("rev %d, whole %t, want rev %d", got.Rev, got.Whole, last.Rev)
	}
	wantLines(t, since(t, s, last.Rev).Records)
	if future := since(t, s, last.Rev+1); !future.Whole {
		t.Error("what follows a rev that never was is not whole")
	} else {
		wantLines(t, future.Records, `b 2 v2 moderator`)
	}
	wantLines(t, since(t, s, 0).Records, `b 2 v2 moderator`, `a 1 v2 moderator removed`)
	wantLines(t, since(t, s, -5).Records, `b 2 v2 moderator`, `a 1 v2 moderator removed`)
}

func testTwoHandles(t *testing.T, open Opener) {
	one, two := open(), open()
	apply(t, one, put(fact("a", `1`)))
	wantLines(t, snapshot(t, two).Records, `a 1 v1 moderator`)
	r := apply(t, two, put(fact("a", `2`)))
	if rev, err := one.Rev(context.Background()); err != nil || rev != r.Rev {
		t.Errorf("Rev = %d, %v, want %d", rev, err, r.Rev)
	}
	wantLines(t, since(t, one, r.Rev-1).Records, `a 2 v2 moderator`)
}

func testPulse(t *testing.T, open Opener) {
	one, two := open(), open()
	pulse := func() int64 {
		n, err := one.Pulse(context.Background())
		if err != nil {
			t.Fatalf("Pulse: %v", err)
		}
		return n
	}
	before := pulse()
	snapshot(t, one)
	if pulse() != before {
		t.Error("reading moved the pulse")
	}
	apply(t, one, put(fact("a", `1`)))
	if pulse() == before {
		t.Error("a write by the same handle did not move the pulse at once")
	}
	before = pulse()
	written := time.Now()
	apply(t, two, put(fact("a", `2`)))
	for pulse() == before {
		if time.Since(written) > 10*time.Second { // a busy machine is not what is tested
			t.Fatal("a write by another handle did not move the pulse")
		}
		time.Sleep(time.Millisecond)
	}
}

func testLearned(t *testing.T, open Opener) {
	ctx := context.Background()
	s := open()
	rev := snapshot(t, s).Rev
	for i := range 6 {
		for _, name := range []string{"model", "other"} {
			if err := s.Learn(ctx, name, fmt.Sprint(i), []byte{byte(i), 0xff}); err != nil {
				t.Fatalf("Learn: %v", err)
			}
		}
		if i == 4 { // used again, and so not the oldest any more
			if err := s.Learn(ctx, "model", "3", []byte("again")); err != nil {
				t.Fatalf("Learn: %v", err)
			}
		}
	}
	for k, want := range map[string]string{"0": "", "1": "", "2": "", "3": "again", "4": "\x04\xff", "5": "\x05\xff", "6": "", "": "\x05\xff"} {
		got, err := s.Learned(ctx, "model", k)
		if err != nil || string(got) != want || (got == nil) != (want == "") {
			t.Errorf("Learned(%s) = %q, %v, want %q", k, got, err, want)
		}
	}
	if now := snapshot(t, s).Rev; now != rev {
		t.Errorf("learning made rev %d of %d", now, rev)
	}
}

func testBackup(t *testing.T, open Opener) {
	ctx := context.Background()
	s := open()
	apply(t, s, put(fact("a", `1`)))
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(ctx, path); err != nil {
		t.Fatalf("Backup: %v", err)
	}
	apply(t, s, put(fact("b", `1`)))
	wantCode(t, s.Backup(ctx, path), store.CodeExists)
	wantCode(t, s.Backup(ctx, filepath.Join(t.TempDir(), "no folder", "copy.db")), store.CodeMissing)
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func testTogether(t *testing.T, open Opener) {
	ctx := context.Background()
	handles := []store.Store{open(), open()}
	const writers, writes = 4, 20
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			s := handles[w%len(handles)]
			for i := range writes {
				if _, err := s.Apply(ctx, put(fact(fmt.Sprintf("%d-%d", w, i), `1`))); err != nil {
					t.Errorf("Apply: %v", err)
				}
			}
		})
		all.Go(func() { follow(t, handles[w%len(handles)], writers*writes) })
	}
	all.Wait()
}

// follow reads what changed until it has seen that many records.
func follow(t *testing.T, s store.Store, records int) {
	seen, rev := map[store.Key]bool{}, int64(0)
	for len(seen) < records && !t.Failed() {
		got, err := s.Since(context.Background(), rev)
		if err != nil {
			t.Errorf("Since: %v", err)
			return
		}
		for _, r := range got.Records {
			if r.Rev <= rev || r.Rev > got.Rev || seen[r.Key] {
				t.Errorf("%s of rev %d is among what changed from %d to %d", r.ID, r.Rev, rev, got.Rev)
			}
			seen[r.Key] = true
		}
		rev = got.Rev
	}
}

func testCancelled(t *testing.T, open Opener) {
	s := open()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Apply(ctx, put(fact("a", `1`))); !errors.Is(err, context.Canceled) {
		t.Errorf("Apply: %v", err)
	}
	if _, err := s.Snapshot(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Snapshot: %v", err)
	}
	wantLines(t, snapshot(t, s).Records)
}
