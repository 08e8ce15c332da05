package match

import (
	"testing"

	"verbatim/kb/text"
)

func TestUnknownWordsAreReadAsTheCommonestOfThoseThatTheyLookLike(t *testing.T) {
	x := New()
	put := func(times int, word string) {
		for range times {
			x.Put(Group{ID: int32(len(x.groups)), Phrasings: cut(word)})
		}
	}
	put(1, "horses")
	put(5, "houses")
	put(1, "Peking")
	put(30, "government")
	x.settle()
	for _, c := range []struct{ what, word, want string }{
		{"the commonest of two that are as near", "hoises", "houses"},
		{"the only one that is near", "pekign", "peking"},
		{"a known word stays, however rare", "horses", "horses"},
		{"another form of a known word stays", "house", "house"},
		{"a short word stays", "hou", "hou"},
		{"what looks like nothing stays", "zanzibar", "zanzibar"},
	} {
		if got := x.correct(text.Words(c.word))[0].Text; got != c.want {
			t.Errorf("%s: %q is read as %q, want %q", c.what, c.word, got, c.want)
		}
	}
}
