package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"verbatim/kb/store"
)

// vectors returns what an encoder made of a fact.
func vectors(id, encoder, texts, blob string) store.Vectors {
	return store.Vectors{Key: key(id), Encoder: encoder, Texts: texts, Blob: []byte(blob)}
}

func putVectors(t *testing.T, s store.Store, all ...store.Vectors) {
	t.Helper()
	if err := s.PutVectors(context.Background(), all...); err != nil {
		t.Fatalf("PutVectors: %v", err)
	}
}

// wantVectors compares those of an encoder in any order.
func wantVectors(t *testing.T, s store.Store, encoder string, rev int64, want ...string) {
	t.Helper()
	all, err := s.Vectors(context.Background(), encoder, rev)
	if err != nil {
		t.Fatalf("Vectors: %v", err)
	}
	var got []string
	for _, v := range all {
		if v.Encoder != encoder {
			t.Errorf("asked for vectors of %s, %s is of %s", encoder, v.ID, v.Encoder)
		}
		got = append(got, fmt.Sprintf("%s%s %s %q", v.Server, v.ID, v.Texts, v.Blob))
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("vectors of %s since %d (-want +got):\n%s", encoder, rev, diff)
	}
}

func testVectors(t *testing.T, open Opener) {
	s := open()
	first := apply(t, s, put(fact("a", `1`), fact("b", `1`)))
	second := apply(t, s, put(fact("c", `1`)))
	putVectors(t, s)
	putVectors(t, s, vectors("a", "use-1", "x", "\x00\xff"), vectors("c", "use-1", "y", "c"), vectors("never there", "use-1", "z", "z"))
	putVectors(t, s, vectors("b", "use-2", "x", "b"))
	wantVectors(t, open(), "use-1", 0, `a x "\x00\xff"`, `c y "c"`)
	wantVectors(t, s, "use-1", first.Rev, `c y "c"`)
	wantVectors(t, s, "use-1", second.Rev)
	wantVectors(t, s, "use-2", -1, `b x "b"`)
	wantVectors(t, s, "other", 0)
	if now := snapshot(t, s); now.Rev != second.Rev {
		t.Errorf("putting vectors made rev %d of %d", now.Rev, second.Rev)
	}

	apply(t, s, put(fact("a", `2`))) // the caller sees by the hash that they are of before
	wantVectors(t, s, "use-1", second.Rev, `a x "\x00\xff"`)
	putVectors(t, s, vectors("a", "use-2", "x2", "a"))
	wantVectors(t, s, "use-1", 0, `c y "c"`)
	wantVectors(t, s, "use-2", 0, `a x2 "a"`, `b x "b"`)

	apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{key("a")}})
	if _, err := s.Erase(context.Background(), "ada", key("b")); err != nil {
		t.Fatalf("Erase: %v", err)
	}
	putVectors(t, s, vectors("a", "use-2", "x2", "too late"))
	apply(t, s, put(fact("a", `2`), fact("b", `2`)))
	wantVectors(t, s, "use-2", 0)
}

func testVectorsOfLoads(t *testing.T, open Opener) {
	s := open()
	replace(t, s, load("file", "1", fact("a", `1`), fact("b", `1`)))
	putVectors(t, s, vectors("a", "use-1", "x", "a"), vectors("b", "use-1", "x", "b"))
	replace(t, s, load("file", "2", fact("a", `2`)))
	wantVectors(t, s, "use-1", 0, `a x "a"`)
	replace(t, s, load("file", ""))
	wantVectors(t, s, "use-1", 0)
}

func testVectorsWhole(t *testing.T, open Opener) {
	s := open()
	apply(t, s, put(fact("a", `1`)))
	putVectors(t, s, vectors("a", "use-1", "x", "a"))
	for what, spoil := range map[string]func(v *store.Vectors){
		"no encoder":             func(v *store.Vectors) { v.Encoder = "" },
		"NUL in the encoder":     func(v *store.Vectors) { v.Encoder = "\x00" },
		"invalid UTF-8 in texts": func(v *store.Vectors) { v.Texts = "\xff" },
		"no numbers":             func(v *store.Vectors) { v.Blob = nil },
		"no id":                  func(v *store.Vectors) { v.ID = "" },
	} {
		bad := vectors("a", "use-1", "z", "z")
		spoil(&bad)
		t.Log(what)
		wantCode(t, s.PutVectors(context.Background(), vectors("a", "use-1", "z", "z"), bad), store.CodeInvalid)
	}
	wantVectors(t, s, "use-1", 0, `a x "a"`)
}
