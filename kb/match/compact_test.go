package match

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/text"
)

func TestRemovedPhrasingsAreClearedAway(t *testing.T) {
	put := func(x *Index, g int) {
		x.Put(Group{
			ID: int32(g), Phrasings: cut(fmt.Sprintf("what about barrel number%d", g), fmt.Sprintf("painted word%dx", g%7)),
			About: text.Words("It was green."),
		})
	}
	x, fresh := New(), New()
	for g := range 1000 {
		put(x, g)
	}
	for g := range 900 {
		x.Put(Group{ID: int32(g)})
	}
	for g := 900; g < 1000; g++ {
		put(fresh, g)
	}
	if most := 3*len(fresh.docs)/2 + deadLeast; len(x.docs) > most {
		t.Errorf("%d documents are held for %d, want at most %d", len(x.docs), len(fresh.docs), most)
	}
	x.dead = len(x.docs) // clear away the last too
	x.compact()
	if len(x.docs) != len(fresh.docs) || x.voc.Len() != fresh.voc.Len() || entries(x) != entries(fresh) {
		t.Errorf("%d documents, %d words, %d postings are left, want %d, %d, %d",
			len(x.docs), x.voc.Len(), entries(x), len(fresh.docs), fresh.voc.Len(), entries(fresh))
	}
	for _, q := range []string{"barrel number950", "numbre950 paintde", "word3x", "green", "number5"} {
		got, want := x.Rank(asked(q), nil, nil), fresh.Rank(asked(q), nil, nil)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q is ranked otherwise than without what was removed:\n%s", q, diff)
		}
	}
	if got, want := x.Spread(text.Words("barrel")[0]), fresh.Spread(text.Words("barrel")[0]); got != want {
		t.Errorf("a word is spread %v, want %v", got, want)
	}
}

// entries counts the postings of all terms.
func entries(x *Index) (n int) {
	x.settle()
	for _, list := range x.byTerm.All() {
		n += len(list)
	}
	return n
}
