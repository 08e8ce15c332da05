package member

import (
	"testing"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

// TestAnAnswerIsLaidOutOnceForAllServers asks for what one answer looks like again and
// again, as the handlers of many servers do.
func TestAnAnswerIsLaidOutOnceForAllServers(t *testing.T) {
	a := kb.Answer{Answered: true, ID: "a/b", Text: "It is.", Question: "Is it?", Citations: []kb.Cited{{}}}
	other := a
	other.Note = "It may be."
	elsewhere := a
	elsewhere.Citations = []kb.Cited{{Citation: kb.Citation{Quote: "other words"}}}
	h := New(Config{})
	for range 3 {
		for _, one := range []kb.Answer{a, other, elsewhere} {
			h.laidOut(catalog.English, one)
		}
		h.laidOut(catalog.French, a)
	}
	if n := len(h.layouts.all); n != 4 {
		t.Errorf("%d layouts are at hand, want 4", n)
	}
	if n := len(h.laidOut(catalog.English, elsewhere).Blocks); n != 2 {
		t.Errorf("what quotes other words has %d blocks, want 2", n)
	}
	r := h.laidOut(catalog.English, a)
	r.Blocks[0].Shown = "changed"
	if h.laidOut(catalog.English, a).Blocks[0].Shown == "changed" {
		t.Error("who changes a reply changes that of others")
	}
}
