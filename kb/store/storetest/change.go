package storetest

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/store"
)

func testEmpty(t *testing.T, open Opener) {
	s := open()
	all := snapshot(t, s)
	wantLines(t, all.Records)
	if !all.Whole {
		t.Error("a snapshot is not whole")
	}
	if rev, err := s.Rev(context.Background()); err != nil || rev != all.Rev {
		t.Errorf("Rev = %d, %v, want %d", rev, err, all.Rev)
	}
	wantHistory(t, s, key("nothing"))
	if origins, err := s.Origins(context.Background()); err != nil || len(origins) != 0 {
		t.Errorf("Origins = %v, %v", origins, err)
	}
}

func testLife(t *testing.T, open Opener) {
	s := open()
	first := apply(t, s, put(fact("a", `{"q":"阿达?"}`)))
	second := apply(t, s, store.Change{Author: "babbage", Action: "edit", Put: []store.Record{fact("a", `2`)}})
	if second.Rev <= first.Rev || second.Changed[0].Rev != second.Rev {
		t.Errorf("revs %d, then %d with a record of %d", first.Rev, second.Rev, second.Changed[0].Rev)
	}
	apply(t, s, store.Change{Author: "babbage", Action: "remove", Remove: []store.Key{key("a"), key("never there")}})
	wantLines(t, snapshot(t, s).Records)
	apply(t, s, store.Change{Author: "ada", Action: "restore", Put: []store.Record{fact("a", `{"q":"阿达?"}`)}})
	wantLines(t, snapshot(t, s).Records, `a {"q":"阿达?"} v4 moderator`)
	wantHistory(
		t, s, key("a"),
		`a {"q":"阿达?"} v1 moderator: ada add`,
		`a 2 v2 moderator: babbage edit`,
		`a 2 v3 moderator removed: babbage remove`,
		`a {"q":"阿达?"} v4 moderator: ada restore`,
	)
}

func testWhole(t *testing.T, open Opener) {
	s := open()
	r := apply(t, s, put(fact("a", `1`), fact("b", `1`)))
	if len(r.Changed) != 2 || r.Changed[0].Author != "ada" {
		t.Errorf("changed %+v", r.Changed)
	}
	same := apply(t, s, put(fact("a", `1`)))
	if len(same.Changed) != 0 || same.Rev != r.Rev {
		t.Errorf("putting what is there changed %+v and made rev %d of %d", same.Changed, same.Rev, r.Rev)
	}
	c := put(fact("c", `1`), fact("a", `2`))
	c.Expect = map[store.Key]int64{key("b"): 7} // not written, but looked at
	_, err := s.Apply(context.Background(), c)
	wantCode(t, err, store.CodeConflict)
	wantLines(t, snapshot(t, s).Records, `a 1 v1 moderator`, `b 1 v1 moderator`)
}

func testConflict(t *testing.T, open Opener) {
	s := open()
	apply(t, s, put(fact("a", `1`)))
	edit := put(fact("a", `2`))
	edit.Expect = map[store.Key]int64{key("a"): 1}
	apply(t, s, edit)
	edit.Author, edit.Put = "babbage", []store.Record{fact("a", `3`)}
	_, err := s.Apply(context.Background(), edit)
	wantCode(t, err, store.CodeConflict)
	var c *store.Conflict
	if !errors.As(err, &c) {
		t.Fatalf("no *Conflict in %v", err)
	}
	wantLines(t, c.Current, `a 2 v2 moderator`)

	add := put(fact("b", `1`))
	add.Expect = map[store.Key]int64{key("b"): 0}
	apply(t, s, add)
	add.Put[0].Body = []byte(`2`)
	_, err = s.Apply(context.Background(), add)
	wantCode(t, err, store.CodeConflict)
	apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{key("b")}})
	apply(t, s, add) // what was removed is not there
	wantLines(t, snapshot(t, s).Records, `a 2 v2 moderator`, `b 2 v3 moderator`)
}

func testOnce(t *testing.T, open Opener) {
	s := open()
	c := put(fact("a", `1`))
	c.Once = "interaction-1"
	first := apply(t, s, c)
	apply(t, s, put(fact("a", `2`)))
	again := apply(t, open(), c) // delivered to another process
	if !again.Repeated || first.Repeated {
		t.Errorf("Repeated is %t, then %t", first.Repeated, again.Repeated)
	}
	if done, err := open().Done(context.Background(), c.Once); err != nil || done == nil || cmp.Diff(again, *done) != "" {
		t.Errorf("done is %+v, %v", done, err)
	}
	if done, err := s.Done(context.Background(), "interaction-2"); err != nil || done != nil {
		t.Errorf("what was not done is %+v, %v", done, err)
	}
	again.Repeated = false
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("the second result differs from the first:\n%s", diff)
	}
	wantLines(t, snapshot(t, s).Records, `a 2 v2 moderator`)

	c = store.Change{Author: "ada", Action: "remove", Once: "interaction-2", Remove: []store.Key{key("never there")}}
	if first, again := apply(t, s, c), apply(t, s, c); again.Rev != first.Rev || !again.Repeated {
		t.Errorf("a change of nothing gives %+v, then %+v", first, again)
	}

	c = put(fact("a", `3`))
	c.Once, c.Expect = "interaction-3", map[store.Key]int64{key("a"): 1}
	_, err := s.Apply(context.Background(), c)
	wantCode(t, err, store.CodeConflict)
	c.Expect[key("a")] = 2
	if r := apply(t, s, c); r.Repeated {
		t.Error("a change that failed counts as made")
	}
}

func testErase(t *testing.T, open Opener) {
	s := open()
	apply(t, s, put(fact("a", `"who asked"`), fact("b", `1`)))
	apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{key("a")}})
	r, err := s.Erase(context.Background(), "clock", key("a"), key("never there"))
	if err != nil || len(r.Changed) != 1 {
		t.Fatalf("Erase = %+v, %v", r, err)
	}
	wantLines(t, snapshot(t, s).Records, `b 1 v1 moderator`)
	wantHistory(
		t, s, key("a"),
		`a null v1 moderator:  add`,
		`a null v2 moderator removed:  remove`,
		`a null v3  removed: clock erase`,
	)
	apply(t, s, put(fact("a", `2`)))
	wantLines(t, snapshot(t, s).Records, `a 2 v4 moderator`, `b 1 v1 moderator`)
}

func testInvalid(t *testing.T, open Opener) {
	s := open()
	valid := func() store.Change { return put(fact("a", `"\\u0000 is no NUL"`)) }
	for what, spoil := range map[string]func(c *store.Change){
		"no author":              func(c *store.Change) { c.Author = "" },
		"no action":              func(c *store.Change) { c.Action = "" },
		"NUL in the author":      func(c *store.Change) { c.Author = "a\x00" },
		"NUL in once":            func(c *store.Change) { c.Once = "\x00" },
		"no kind":                func(c *store.Change) { c.Put[0].Kind = "" },
		"no id":                  func(c *store.Change) { c.Put[0].ID = "" },
		"a long id":              func(c *store.Change) { c.Put[0].ID = strings.Repeat("x", 2001) },
		"a long once":            func(c *store.Change) { c.Once = strings.Repeat("x", 2001) },
		"NUL in the id":          func(c *store.Change) { c.Put[0].ID = "a\x00b" },
		"invalid UTF-8 server":   func(c *store.Change) { c.Put[0].Server = "\xc3\x28" },
		"no body":                func(c *store.Change) { c.Put[0].Body = nil },
		"no JSON":                func(c *store.Change) { c.Put[0].Body = []byte(`{"a":`) },
		"invalid UTF-8 body":     func(c *store.Change) { c.Put[0].Body = []byte("\"\xff\"") },
		"an escaped NUL":         func(c *store.Change) { c.Put[0].Body = []byte(`"a\\\u0000"`) },
		"one key twice":          func(c *store.Change) { c.Put = append(c.Put, c.Put[0]) },
		"put and removed":        func(c *store.Change) { c.Remove = []store.Key{key("a")} },
		"a nameless removal":     func(c *store.Change) { c.Remove = []store.Key{{}} },
		"a nameless expectation": func(c *store.Change) { c.Expect = map[store.Key]int64{{}: 1} },
	} {
		c := valid()
		spoil(&c)
		_, err := s.Apply(context.Background(), c)
		t.Run(what, func(t *testing.T) { wantCode(t, err, store.CodeInvalid) })
	}
	wantLines(t, snapshot(t, s).Records)
	apply(t, s, valid())
	long := valid() // of what does not get any smaller
	for len(long.Put[0].ID) < 1900 {
		long.Put[0].ID += rand.Text()
	}
	apply(t, s, long)
	apply(t, s, store.Change{Author: "ada", Action: "remove", Remove: []store.Key{long.Put[0].Key}})

	for what, l := range map[string]store.Load{
		"no name":        {Records: []store.Record{fact("b", `1`)}},
		"a person":       {Origin: store.Origin{Name: store.Moderator}},
		"another server": {Origin: store.Origin{Name: "f", Server: "7"}, Records: []store.Record{fact("b", `1`)}},
		"NUL":            {Origin: store.Origin{Name: "f", Hash: "\x00"}},
		"one key twice":  {Origin: store.Origin{Name: "f"}, Records: []store.Record{fact("b", `1`), fact("b", `1`)}},
	} {
		_, err := s.Replace(context.Background(), "operator", l)
		t.Run("load: "+what, func(t *testing.T) { wantCode(t, err, store.CodeInvalid) })
	}
	_, err := s.Replace(context.Background(), "")
	wantCode(t, err, store.CodeInvalid)
	wantCode(t, s.Learn(context.Background(), "model", "k\x00", []byte("x")), store.CodeInvalid)
	wantCode(t, s.Learn(context.Background(), "model", "k", nil), store.CodeInvalid)
}
