package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"verbatim/kb/store"
)

// load returns a load for everywhere.
func load(name, hash string, records ...store.Record) store.Load {
	return store.Load{Origin: store.Origin{Name: name, Hash: hash}, Records: records}
}

func testReplace(t *testing.T, open Opener) {
	s := open()
	first := replace(t, s, load("file", "1", fact("a", `1`), fact("b", `1`), fact("c", `1`)))
	if len(first.Changed) != 3 || first.Changed[0].Author != "operator" || first.Changed[0].Action != "load" {
		t.Errorf("the first load changed %+v", first.Changed)
	}
	same := replace(t, s, load("file", "1", fact("z", `1`)))
	if len(same.Changed) != 0 || same.Rev != first.Rev {
		t.Errorf("the same hash changed %+v and made rev %d of %d", same.Changed, same.Rev, first.Rev)
	}
	second := replace(t, s, load("file", "2", fact("a", `1`), fact("b", `2`), fact("d", `1`)))
	if len(second.Changed) != 3 { // b changed, d new, c removed
		t.Errorf("the second load changed %v", second.Changed)
	}
	wantLines(t, snapshot(t, s).Records, `a 1 v1 file`, `b 2 v2 file`, `d 1 v1 file`)
	wantHistory(t, s, key("c"), `c 1 v1 file: operator load`, `c 1 v2  removed: operator load`)
	wantOrigins(t, s, store.Origin{Name: "file", Hash: "2"})

	replace(t, s, load("other", "1", fact("c", `3`))) // nobody has c any more
	replace(t, s, load("file", ""), load("unknown", ""))
	wantLines(t, snapshot(t, s).Records, `c 3 v3 other`)
	wantOrigins(t, s, store.Origin{Name: "other", Hash: "1"})

	replace(t, s, load("hashless", "", fact("a", `7`)))
	replace(t, s, load("hashless", "", fact("a", `8`)))
	wantLines(t, snapshot(t, s).Records, `c 3 v3 other`, `a 8 v4 hashless`)
}

// wantOrigins compares but for the time.
func wantOrigins(t *testing.T, s store.Store, want ...store.Origin) {
	t.Helper()
	got, err := s.Origins(context.Background())
	if err != nil {
		t.Fatalf("Origins: %v", err)
	}
	for _, o := range got {
		if o.LoadedAt <= 0 {
			t.Errorf("%s was loaded at %d", o.Name, o.LoadedAt)
		}
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(store.Origin{}, "LoadedAt"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("origins (-want +got):\n%s", diff)
	}
}

func testKept(t *testing.T, open Opener) {
	s := open()
	replace(t, s, load("file", "1", fact("edited", `1`), fact("removed", `1`), fact("left", `1`)))
	apply(t, s, store.Change{
		Author: "ada", Action: "edit",
		Put:    []store.Record{fact("edited", `"mine"`), fact("own", `"mine"`)},
		Remove: []store.Key{key("removed")},
	})
	server := fact("left", `"of 7"`)
	server.Server = "7"
	apply(t, s, put(server))

	r := replace(t, s, load("file", "2", fact("edited", `2`), fact("removed", `2`), fact("own", `2`)))
	if diff := cmp.Diff([]store.Key{key("edited"), key("removed"), key("own")}, r.Kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	mine := []string{`edited "mine" v2 moderator`, `own "mine" v1 moderator`, `7left "of 7" v1 moderator`}
	wantLines(t, snapshot(t, s).Records, mine...)

	// Another server's load of the same name is another origin.
	seven := load("file", "2", server)
	seven.Server = "7"
	seven.Records[0].ID = "right"
	replace(t, s, seven)
	replace(t, s, load("other", "1", fact("edited", `3`)), load("file", ""))
	wantLines(t, snapshot(t, s).Records, append(mine, `7right "of 7" v1 file`)...)
}

func testOver(t *testing.T, open Opener) {
	s := open()
	elsewhere := fact("x", `1`)
	elsewhere.Statement = "elsewhere"
	replace(t, s, load("shipped", "1", fact("a", `1`), fact("b", `1`), fact("c", `1`), elsewhere))
	apply(t, s, put(fact("c", `"mine"`)))

	over := load("edited", "1", fact("a", `1`), fact("c", `2`), fact("d", `2`))
	over.Over = []string{"shipped"}
	r := replace(t, s, over)
	if diff := cmp.Diff([]store.Key{key("c")}, r.Kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	wantLines(t, snapshot(t, s).Records, `a 1 v2 edited`, `c "mine" v2 moderator`, `d 2 v1 edited`, `x 1 v1 shipped`)
	replace(t, s, load("shipped", "1", fact("a", `1`), fact("b", `1`)))
	wantLines(t, snapshot(t, s).Records, `a 1 v2 edited`, `c "mine" v2 moderator`, `d 2 v1 edited`, `x 1 v1 shipped`)
}

func testLoadsWhole(t *testing.T, open Opener) {
	s := open()
	_, err := s.Replace(
		context.Background(), "operator",
		load("one", "1", fact("a", `1`)), load("two", "1", fact("b", `not JSON`)),
	)
	wantCode(t, err, store.CodeInvalid)
	wantLines(t, snapshot(t, s).Records)
	wantOrigins(t, s)
	r := replace(t, s, load("one", "1", fact("a", `1`)), load("two", "1", fact("a", `2`), fact("b", `1`)))
	wantLines(t, snapshot(t, s).Records, `a 1 v1 one`, `b 1 v1 two`)
	if len(r.Kept) != 1 || len(r.Changed) != 2 || r.Changed[0].Rev != r.Changed[1].Rev {
		t.Errorf("two loads gave %+v", r)
	}
}

// manyMost is so much that a load of it is written in pieces.
const manyMost = 5000

// manyFacts returns many facts with one body.
func manyFacts(body string) []store.Record {
	all := make([]store.Record, manyMost)
	for i := range all {
		all[i] = fact(fmt.Sprint("many-", i), body)
	}
	return all
}

// testLanding makes large loads, and looks at what others see and write meanwhile.
func testLanding(t *testing.T, open Opener) {
	s, other := open(), open()
	follows := &follower{store: other, now: map[store.Key]store.Record{}}
	for _, body := range []string{`1`, `2`} {
		ended, n := make(chan error, 1), 0
		go func() {
			_, err := s.Replace(context.Background(), "operator", load("file", body, manyFacts(body)...))
			ended <- err
		}()
		for under := true; under; n++ {
			select {
			case err := <-ended:
				if err != nil {
					t.Fatal(err)
				}
				under = false
			default:
			}
			apply(t, other, put(fact("own", fmt.Sprint(n))))
			wantOneBody(t, snapshot(t, other).Records)
			follows.on(t)
			wantOneBody(t, slices.Collect(maps.Values(follows.now)))
		}
		if n < 2 {
			t.Errorf("nobody was let in while %d records were loaded", manyMost)
		}
		if got := follows.now[key("many-7")]; string(got.Body) != body {
			t.Errorf("who follows has %s, want %s", got.Body, body)
		}
	}
	wantHistory(t, s, key("many-7"), `many-7 1 v1 file: operator load`, `many-7 2 v2 file: operator load`)
	r := replace(t, s, load("file", "3", manyFacts(`2`)[:10]...))
	if n := len(r.Changed); n != manyMost-10 {
		t.Errorf("%d records were taken out, want %d", n, manyMost-10)
	}
	if n := len(snapshot(t, other).Records); n != 11 {
		t.Errorf("%d records are left, want 11", n)
	}
}

// A follower reads what changed.
type follower struct {
	store store.Store
	rev   int64
	now   map[store.Key]store.Record
}

func (f *follower) on(t *testing.T) {
	t.Helper()
	changed, err := f.store.Since(context.Background(), f.rev)
	if err != nil {
		t.Fatal(err)
	}
	f.rev = changed.Rev
	for _, r := range changed.Records {
		if f.now[r.Key].Version >= r.Version {
			t.Errorf("%s came twice", r.ID)
		}
		f.now[r.Key] = r
	}
}

// wantOneBody wants all of the many facts, or none, and all with one body.
func wantOneBody(t *testing.T, records []store.Record) {
	t.Helper()
	bodies := map[string]int{}
	for _, r := range records {
		if r.ID != "own" {
			bodies[string(r.Body)]++
		}
	}
	for body, n := range bodies {
		if n != manyMost {
			t.Fatalf("of a load of %d records, %d are seen with %s", manyMost, n, body)
		}
	}
}

// testLandingTouched changes what is being loaded: it waits, and goes by what was loaded.
func testLandingTouched(t *testing.T, open Opener) {
	s, other := open(), open()
	replace(t, s, load("file", "1", fact("many-0", `0`)))
	began := make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		close(began)
		_, err := s.Replace(context.Background(), "operator", load("file", "2", manyFacts(`1`)...))
		ended <- err
	}()
	<-began
	for {
		rev, err := other.Rev(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if rev > 1 {
			break
		}
	}
	replace(t, other, load("file", "3", manyFacts(`2`)...)) // in turn
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	edit := put(fact("many-0", `"mine"`))
	edit.Expect = map[store.Key]int64{key("many-0"): 1}
	_, err := other.Apply(context.Background(), edit)
	wantCode(t, err, store.CodeConflict)
	wantOneBody(t, snapshot(t, s).Records)
	wantOrigins(t, s, store.Origin{Name: "file", Hash: "3"})
}

// testLandingGivenUp ends a large load before its time: it is as if it never was.
func testLandingGivenUp(t *testing.T, open Opener) {
	s := open()
	replace(t, s, load("file", "1", fact("many-0", `0`)))
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for rev := int64(0); rev < 2; {
			rev, _ = s.Rev(context.Background())
		}
		time.Sleep(50 * time.Millisecond) // a piece or two
		cancel()
	}()
	if _, err := s.Replace(ctx, "operator", load("file", "2", manyFacts(`1`)...)); !errors.Is(err, context.Canceled) {
		t.Fatalf("it ended with %v", err)
	}
	all := snapshot(t, s).Records
	if len(all) != 1 || string(all[0].Body) != "0" {
		t.Errorf("there are %v", lines(all[:min(len(all), 3)]))
	}
	wantOrigins(t, s, store.Origin{Name: "file", Hash: "1"})
	apply(t, s, put(fact("many-0", `"mine"`)))
	replace(t, s, load("other", "1", manyFacts(`2`)[1:]...))
	if n := len(snapshot(t, s).Records); n != manyMost {
		t.Errorf("%d records are there, want %d", n, manyMost)
	}
}
