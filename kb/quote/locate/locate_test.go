package locate_test

import (
	"strings"
	"testing"

	"verbatim/kb/quote/locate"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		what, text, quote string
		want              int
	}{
		{"words in the middle", "a part of the U.S.-Japan alliance", "part of the", 2},
		{"a beginning inside a word", "a part of the alliance", "art of the", -1},
		{"an end inside a word", "a part of the alliance", "part of the all", -1},
		{"the first time inside a word, the second not", "party, art", "art", 7},
		{"after a hyphen", "the U.S.-Japan alliance", "Japan alliance", 9},
		{"before a hyphen", "the U.S.-Japan alliance", "the U.S.", 0},
		{"after a prefix", "a non-peaceful step", "peaceful step", -1},
		{"before a number", "the Crew-10 mission", "Crew", -1},
		{"inside an abbreviation", "the U.S. said", "S. said", -1},
		{"before a possessive ending", "China’s view", "China", -1},
		{"inside a number", "2,500.75 dollars", "500.75 dollars", -1},
		{"Chinese, by characters", "双方重申一个中国原则", "一个中国", 12},
		{"Arabic without its article", "السيادة", "سيادة", -1},
		{"in another letter case", "No claim", "no", -1},
		{"the whole text", "Yes.", "Yes.", 0},
		{"nothing", "Yes.", "", -1},
	} {
		if got := locate.Find(c.text, c.quote); got != c.want {
			t.Errorf("%s: %q stands in %q at %d, want %d", c.what, c.quote, c.text, got, c.want)
		}
	}
	for _, at := range []int{-1, 5, 100} {
		if locate.StandsAt("Yes.", "Yes", at) {
			t.Errorf("stands at %d", at)
		}
	}
}

func TestFindInARepetitiveText(t *testing.T) {
	text := strings.Repeat("a", 1_000_000)
	if at := locate.Find(text, "aaa"); at >= 0 {
		t.Errorf("stands at %d, inside a word", at)
	}
}
