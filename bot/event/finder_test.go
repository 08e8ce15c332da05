package event

import (
	"fmt"
	"testing"

	"verbatim/kb"
)

// counted are facts of two servers that count how often all ids are asked for.
type counted struct {
	asked int
	of    map[string][]string // by server
}

func (c *counted) IDs(server string) []string {
	c.asked++
	return c.of[server]
}

func (c *counted) Fact(id, server string) (kb.Answer, bool) {
	for _, one := range c.of[server] {
		if one == id {
			return kb.Answer{ID: id}, true
		}
	}
	return kb.Answer{}, false
}

func TestAButtonDoesNotHashAllIDsAgain(t *testing.T) {
	facts := &counted{of: map[string][]string{"1": {"s/own"}, "2": nil}}
	for n := range 100 {
		facts.of["1"] = append(facts.of["1"], fmt.Sprint("s/f-", n))
	}
	f := NewFinder(facts)
	for range 3 {
		for _, id := range facts.of["1"] {
			if a, ok := f.Button("1", Short(id)); !ok || a.ID != id {
				t.Fatalf("the button of %s finds %q, %v", id, a.ID, ok)
			}
		}
	}
	if facts.asked != 1 {
		t.Errorf("all ids were hashed %d times", facts.asked)
	}
	if a, ok := f.Button("2", Short("s/own")); ok {
		t.Errorf("another server's button finds %q", a.ID)
	}
	facts.of["1"] = append(facts.of["1"], "s/new")
	if _, ok := f.Button("1", Short("s/new")); !ok {
		t.Error("a new fact is not found")
	}
	for _, about := range [][]byte{nil, {1}, make([]byte, 8), make([]byte, 24)} {
		if a, ok := f.Button("1", about); ok {
			t.Errorf("%x finds %q", about, a.ID)
		}
	}
}
