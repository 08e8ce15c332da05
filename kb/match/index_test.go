package match

import (
	"fmt"
	"math"
	"sync"
	"testing"

	"verbatim/kb/text"
)

// first returns the group of the best document, or -1.
func first(x *Index, question string) int32 {
	x.reading()
	defer x.mu.RUnlock()
	s := x.borrow()
	defer x.giveBack(s)
	hits := x.hits(text.Words(question), s, all)
	if len(hits) == 0 {
		return -1
	}
	return x.docs[hits[0].doc].group
}

// cut cuts texts into words.
func cut(texts ...string) [][]text.Word {
	cut := make([][]text.Word, len(texts))
	for i, t := range texts {
		cut[i] = text.Words(t)
	}
	return cut
}

func all(uint32) bool { return true }

func smallIndex() *Index {
	x := New()
	x.Put(Group{ID: 0, Phrasings: cut("What did Syria say about Taiwan?", "叙利亚对台湾有什么立场", "ماذا قالت سوريا عن تايوان")})
	x.Put(Group{ID: 1, Phrasings: cut("Will Syria help China against terrorism?", "counterterrorism", "反恐合作")})
	x.Put(Group{ID: 2, Phrasings: cut("What did the minister say about reconstruction?", "إعادة الإعمار")})
	return x
}

func TestQuestionsFindTheirGroup(t *testing.T) {
	x := smallIndex()
	for _, c := range []struct {
		what, question string
		want           int32
	}{
		{"a keyword", "taiwan", 0},
		{"two letters exchanged", "waht abuot taiwna", 0},
		{"a letter too many in a long word", "recconstruction", 2},
		{"Traditional for Simplified", "臺灣", 0},
		{"Arabic with a conjunction and without the article", "واعادة اعمار", 2},
		{"another ending", "terrorists", 1},
		{"nothing of it is known", "zzz qqq", -1},
		{"no words", "?!", -1},
	} {
		if got := first(x, c.question); got != c.want {
			t.Errorf("%s: %q finds group %d, want %d", c.what, c.question, got, c.want)
		}
	}
}

func TestPutReplacesAndRemoves(t *testing.T) {
	x := smallIndex()
	x.Put(Group{ID: 0, Phrasings: cut("What about Hong Kong?")})
	if got := first(x, "taiwan"); got == 0 {
		t.Error("a replaced phrasing is still found")
	}
	if got := first(x, "hong kong"); got != 0 {
		t.Errorf("a new phrasing is not found: %d", got)
	}
	x.Put(Group{ID: 0})
	if got := first(x, "hong kong"); got == 0 {
		t.Error("a removed group is still found")
	}
	if got, want := x.Len(), 5; got != want {
		t.Errorf("%d phrasings are left, want %d", got, want)
	}
}

func TestCostlyTermsAreLookedUp(t *testing.T) {
	x := New()
	for g := range int32(30_000) {
		x.Put(Group{ID: g, Phrasings: cut(fmt.Sprintf("border agreement number n%d", g))})
	}
	for _, g := range []int32{0, 777, 29_999} {
		if got := first(x, fmt.Sprintf("border agreement number n%d", g)); got != g {
			t.Errorf("group %d finds %d", g, got)
		}
	}
}

func TestQuestionsAreRankedWhilePhrasingsChange(t *testing.T) {
	x := smallIndex()
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for i := range 200 {
				r := x.Rank(asked(fmt.Sprintf("taiwna borders%d", i)), nil, nil)
				if len(r.Candidates) == 0 || r.Candidates[0].Group != 0 {
					t.Errorf("among others, taiwan finds %v", r.Candidates)
					return
				}
			}
		})
	}
	for i := range int32(200) {
		x.Put(Group{ID: 10 + i%20, Phrasings: cut(fmt.Sprintf("painted barrel%d", i))})
	}
	asking.Wait()
}

func FuzzHits(f *testing.F) {
	x := smallIndex()
	x.settle()
	f.Add("what about taiwan")
	f.Add("\xff臺\u0301")
	f.Fuzz(func(t *testing.T, q string) {
		s := x.borrow()
		for _, h := range x.hits(text.Words(q), s, all) {
			if h.score <= 0 || h.score > 2.5 {
				t.Fatalf("score %v for %q", h.score, q)
			}
		}
		x.giveBack(s)
	})
}

// TestHowManyGroupsHaveATermIsTold of one that few have, and of one that very many have,
// some in one phrasing and some in several.
func TestHowManyGroupsHaveATermIsTold(t *testing.T) {
	x := New()
	const all = 30_000
	for g := range int32(all) {
		group := Group{ID: g, Phrasings: [][]text.Word{text.Words("sail")}}
		if g%3 > 0 {
			group.Phrasings[0] = text.Words("boat")
		}
		for range g % 5 {
			group.Phrasings = append(group.Phrasings, text.Words("boat upriver"))
		}
		if g%1000 == 7 {
			group.Phrasings = append(group.Phrasings, text.Words("anchor"), text.Words("anchor"))
		}
		x.Put(group)
	}
	for word, want := range map[string]float64{"anchor": 30.0 / all, "boat": 14.0 / 15, "sail": 1.0 / 3, "upriver": 4.0 / 5, "tower": 0} {
		if got := x.Spread(text.Words(word)[0]); math.Abs(got-want) > 0.03*want {
			t.Errorf("%s is spread %.5f, want about %.5f", word, got, want)
		}
	}
}
