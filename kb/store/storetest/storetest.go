// Package storetest is the contract that every engine of kb/store must keep.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"verbatim/kb/store"
)

// An Opener opens one database, a further time whenever it is called. What it
// opens is closed when the test ends.
type Opener func() store.Store

// Run tests an engine. Each call of fresh makes a database of its own.
func Run(t *testing.T, fresh func(t *testing.T) Opener) {
	for _, part := range []struct {
		name string
		test func(t *testing.T, open Opener)
	}{
		{"a new database is empty", testEmpty},
		{"a record is put, changed, removed and put back", testLife},
		{"a change is made whole or not at all", testWhole},
		{"the second of two authors is told", testConflict},
		{"a change with a key is made once", testOnce},
		{"a record is read as it is", testRecord},
		{"what was removed is listed, the last first", testRemoved},
		{"readers find what changed since", testSince},
		{"another handle finds it at once", testTwoHandles},
		{"the pulse moves with a write, and only then", testPulse},
		{"a load replaces what it brought before", testReplace},
		{"a load leaves alone what belongs to others", testKept},
		{"a load may go over another", testOver},
		{"loads are made all or none", testLoadsWhole},
		{"a large load lets others write, and is seen whole", testLanding},
		{"what a large load touches is written after it", testLandingTouched},
		{"a large load that is given up has changed nothing", testLandingGivenUp},
		{"what cannot be kept is refused", testInvalid},
		{"what is erased is gone from the history", testErase},
		{"what was learned is kept, the newest few", testLearned},
		{"vectors stay beside their record while it is there", testVectors},
		{"vectors go with a record that its file leaves out", testVectorsOfLoads},
		{"vectors are put all, or not at all", testVectorsWhole},
		{"notes are kept for a while, and are no records", testNotes},
		{"who has too many notes loses the oldest", testNotesMost},
		{"of many that swap a note, one does", testSwap},
		{"of many that claim a note, one does", testClaim},
		{"tallies add up", testTallies},
		{"a backup is a database as of one moment", testBackup},
		{"many readers and writers lose nothing", testTogether},
		{"a context that has ended changes nothing", testCancelled},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, fresh(t)) })
	}
}

// fact returns a record of the shortest kind.
func fact(id, body string) store.Record {
	return store.Record{Key: key(id), Body: []byte(body)}
}

// key returns the key of a fact that counts everywhere.
func key(id string) store.Key {
	return store.Key{Kind: "fact", Statement: "notes-1843", ID: id}
}

// put returns a change that puts records.
func put(records ...store.Record) store.Change {
	return store.Change{Author: "ada", Action: "add", Put: records}
}

// apply makes a change that must succeed.
func apply(t *testing.T, s store.Store, c store.Change) store.Result {
	t.Helper()
	r, err := s.Apply(context.Background(), c)
	if err != nil {
		t.Fatalf("Apply: %v", err)
	}
	return r
}

// replace makes loads that must succeed.
func replace(t *testing.T, s store.Store, loads ...store.Load) store.Result {
	t.Helper()
	r, err := s.Replace(context.Background(), "operator", loads...)
	if err != nil {
		t.Fatalf("Replace: %v", err)
	}
	return r
}

// snapshot reads everything.
func snapshot(t *testing.T, s store.Store) store.Snapshot {
	t.Helper()
	all, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatalf("Snapshot: %v", err)
	}
	return all
}

// lines says of each record what a test compares.
func lines(records []store.Record) []string {
	all := []string{}
	for _, r := range records {
		line := fmt.Sprintf("%s%s %s v%d %s", r.Server, r.ID, r.Body, r.Version, r.Origin)
		if r.Removed {
			line += " removed"
		}
		all = append(all, line)
	}
	return all
}

// wantLines compares records in any order.
func wantLines(t *testing.T, got []store.Record, want ...string) {
	t.Helper()
	less := cmpopts.SortSlices(func(a, b string) bool { return a < b })
	if diff := cmp.Diff(want, lines(got), less, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

// wantHistory compares the revisions of a record.
func wantHistory(t *testing.T, s store.Store, k store.Key, want ...string) {
	t.Helper()
	all, err := s.History(context.Background(), k)
	if err != nil {
		t.Fatalf("History: %v", err)
	}
	got := []string{}
	for _, r := range all {
		got = append(got, fmt.Sprintf("%s: %s %s", lines([]store.Record{r.Record})[0], r.Author, r.Action))
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("history of %s (-want +got):\n%s", k.ID, diff)
	}
}

// wantCode wants an error with a code and a sentence.
func wantCode(t *testing.T, err error, code store.Code) {
	t.Helper()
	var e *store.Error
	if !errors.As(err, &e) {
		t.Fatalf("error is %v, want one of code %s", err, code)
	}
	if e.Code != code || e.Sentence == "" {
		t.Errorf("error has code %s and sentence %q, want code %s", e.Code, e.Sentence, code)
	}
}
