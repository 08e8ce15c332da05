package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/kb/store"
)

// far is a time when everything has long been tried.
var far = time.Now().AddDate(1, 0, 0).UnixMilli()

func note(kind, id, body string) store.Note {
	return store.Note{Kind: kind, ID: id, Server: "7", Body: []byte(body), Until: far}
}

func jot(t *testing.T, s store.Store, j store.Jottings) {
	t.Helper()
	if err := s.Jot(context.Background(), j); err != nil {
		t.Fatalf("Jot: %v", err)
	}
}

func wantNotes(t *testing.T, s store.Store, kind string, want ...string) {
	t.Helper()
	all, err := s.Notes(context.Background(), kind, "7")
	var got []string
	for _, n := range all {
		got = append(got, n.ID+"="+string(n.Body))
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("the notes are %q, %v, want %q", got, err, want)
	}
}

func testNotes(t *testing.T, open Opener) {
	s := open()
	apply(t, s, put(fact("a", `1`)))
	before := snapshot(t, s)
	jot(t, s, store.Jottings{Put: []store.Note{note("form", "a", `"x"`), note("form", "b", `"y"`), note("shown", "a", `1`)}})
	gone := note("form", "c", `"z"`)
	gone.Until = time.Now().Add(-time.Minute).UnixMilli()
	jot(t, s, store.Jottings{
		Put:  []store.Note{gone, note("form", "a", `"new"`)},
		Drop: []store.Note{{Kind: "form", ID: "b"}, {Kind: "form", ID: "never there"}},
	})
	wantNotes(t, open(), "form", `a="new"`)
	wantNotes(t, s, "shown", `a=1`)
	wantNotes(t, s, "other")
	one, err := s.Note(context.Background(), "form", "a")
	if err != nil || one == nil || string(one.Body) != `"new"` || one.Server != "7" {
		t.Errorf("the note is %+v, %v", one, err)
	}
	for _, id := range []string{"b", "c", "never there"} {
		if one, err := s.Note(context.Background(), "form", id); err != nil || one != nil {
			t.Errorf("%s is there: %+v, %v", id, one, err)
		}
	}
	elsewhere := note("shown", "z", `1`)
	elsewhere.Server = "8"
	jot(t, s, store.Jottings{Put: []store.Note{elsewhere}})
	wantNotes(t, s, "shown", `a=1`)
	after := snapshot(t, s)
	if after.Rev != before.Rev || len(after.Records) != 1 {
		t.Errorf("notes are among the records: %+v", after)
	}
	for what, j := range map[string]store.Jottings{
		"a note without a kind":   {Put: []store.Note{{ID: "a", Body: []byte("1"), Until: far}}},
		"a note that is no JSON":  {Put: []store.Note{note("form", "d", "{")}},
		"a note with a NUL in it": {Put: []store.Note{note("form", "e", "\"\\u0000\"")}},
		"a tally without a name":  {Add: []store.Tally{{Server: "7", Day: "2026-03-01", N: 1}}},
	} {
		j.Put = append(j.Put, note("form", "with it", "1"))
		t.Log(what)
		wantCode(t, s.Jot(context.Background(), j), store.CodeInvalid)
	}
	wantNotes(t, s, "form", `a="new"`)
}

// A server that has too many notes loses its oldest, and no other loses one.
func testNotesMost(t *testing.T, open Opener) {
	s := open()
	few := note("shown", "of another server", "1")
	few.Server = "8"
	jot(t, s, store.Jottings{Put: []store.Note{few}})
	for start := 0; start < store.NotesMost+10; start += 5000 {
		var j store.Jottings
		for i := start; i < min(start+5000, store.NotesMost+10); i++ {
			j.Put = append(j.Put, note("shown", fmt.Sprint(i), "1"))
		}
		jot(t, s, j)
	}
	all, err := s.Notes(context.Background(), "shown", "")
	if err != nil || len(all) > store.NotesMost || len(all) < store.NotesMost*98/100 {
		t.Fatalf("%d notes are kept, %v", len(all), err)
	}
	first, last := all[1].ID, all[len(all)-1].ID
	if all[0].ID != few.ID || first == "0" || last != fmt.Sprint(store.NotesMost+9) {
		t.Errorf("those that are kept begin with %s and %s and end with %s", all[0].ID, first, last)
	}
}

func testSwap(t *testing.T, open Opener) {
	s, other := open(), open()
	was, now := note("shown", "a", `1`), note("shown", "a", `2`)
	jot(t, s, store.Jottings{Put: []store.Note{was}})
	won := 0
	for _, handle := range []store.Store{s, other, s} {
		swapped, err := handle.Swap(context.Background(), was, now)
		if err != nil {
			t.Fatal(err)
		}
		if swapped {
			won++
		}
	}
	if won != 1 {
		t.Errorf("%d have swapped it", won)
	}
	if swapped, err := s.Swap(context.Background(), note("shown", "b", `1`), note("shown", "b", `2`)); swapped || err != nil {
		t.Errorf("what is not there was swapped: %t, %v", swapped, err)
	}
	wantNotes(t, s, "shown", `a=2`)
}

func testClaim(t *testing.T, open Opener) {
	ctx := context.Background()
	s, other := open(), open()
	mine := note("telling", "a", `1`)
	won := make(chan bool, 20)
	for i := range cap(won) {
		go func() {
			claimed, err := []store.Store{s, other}[i%2].Claim(ctx, mine)
			if err != nil {
				t.Error(err)
			}
			won <- claimed
		}()
	}
	n := 0
	for range cap(won) {
		if <-won {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d have claimed it", n)
	}
	wantNotes(t, other, "telling", `a=1`)
	jot(t, other, store.Jottings{Drop: []store.Note{mine}})
	soon := note("telling", "a", `2`)
	soon.Until = time.Now().Add(200 * time.Millisecond).UnixMilli()
	for _, want := range []bool{true, false} {
		if claimed, err := s.Claim(ctx, soon); err != nil || claimed != want {
			t.Errorf("it was claimed: %t, %v, want %t", claimed, err, want)
		}
	}
	time.Sleep(time.Until(time.UnixMilli(soon.Until)) + time.Millisecond)
	if claimed, err := other.Claim(ctx, mine); err != nil || !claimed {
		t.Errorf("what is over was not claimed: %v", err)
	}
	_, err := s.Claim(ctx, note("telling", "", `1`))
	wantCode(t, err, store.CodeInvalid)
}

func testTallies(t *testing.T, open Opener) {
	today, yesterday := time.Now().UTC().Format(time.DateOnly), time.Now().UTC().AddDate(0, 0, -1).Format(time.DateOnly)
	long := time.Now().AddDate(-2, 0, 0).Format(time.DateOnly)
	for _, s := range []store.Store{open(), open()} {
		jot(t, s, store.Jottings{Add: []store.Tally{
			{Server: "7", Day: today, Name: "fact", N: 2},
			{Server: "7", Day: yesterday, Name: "fact", N: 1},
			{Server: "8", Day: today, Name: "fact", N: 5},
			{Server: "7", Day: long, Name: "fact", N: 5},
		}})
	}
	for from, want := range map[string]string{today: today + " fact 4", "": yesterday + " fact 2, " + today + " fact 4"} {
		all, err := open().Tallies(context.Background(), "7", from)
		var got []string
		for _, a := range all {
			got = append(got, fmt.Sprint(a.Day, " ", a.Name, " ", a.N))
		}
		if err != nil || strings.Join(got, ", ") != want {
			t.Errorf("from %q on there is %q, %v, want %q", from, got, err, want)
		}
	}
}
