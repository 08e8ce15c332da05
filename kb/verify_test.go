package kb_test

import (
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
)

func TestVerified(t *testing.T) {
	held := kb.Source{Text: kbtest.FileText}
	recorded := kb.Source{TextSHA256: "9f2c"}
	for _, c := range []struct {
		what     string
		citation kb.Citation
		source   kb.Source
		want     bool
	}{
		{"a quote that stands in the held text", kb.Citation{Quote: "no pretensions"}, held, true},
		{"the same with where it stands", kb.Citation{Quote: "no pretensions", At: kbtest.Number(15)}, held, true},
		{"one that stands elsewhere than recorded", kb.Citation{Quote: "no pretensions", At: kbtest.Number(14)}, held, true},
		{"one that begins inside a word", kb.Citation{Quote: "retensions"}, held, false},
		{"the same with where it stands", kb.Citation{Quote: "retensions", At: kbtest.Number(16)}, held, false},
		{"one with a word changed", kb.Citation{Quote: "no pretension at"}, held, false},
		{"one in another letter case", kb.Citation{Quote: "No pretensions"}, held, false},
		{"one that is not there, at an offset past the end", kb.Citation{Quote: "x", At: kbtest.Number(1000)}, held, false},
		{"one that is not in the held text, whatever is recorded", kb.Citation{Quote: "x", At: kbtest.Number(1)}, kb.Source{Text: kbtest.FileText, TextSHA256: "9f2c"}, false},
		{"a text not held, hash and offset recorded", kb.Citation{Quote: "x", At: kbtest.Number(0)}, recorded, true},
		{"the hash alone", kb.Citation{Quote: "x"}, recorded, false},
		{"the offset alone", kb.Citation{Quote: "x", At: kbtest.Number(1)}, kb.Source{}, false},
		{"nothing recorded", kb.Citation{Quote: "x"}, kb.Source{}, false},
		{"no quote", kb.Citation{At: kbtest.Number(1)}, recorded, false},
		{"no quote of a held text", kb.Citation{}, held, false},
	} {
		if got := kb.Verified(c.citation, c.source); got != c.want {
			t.Errorf("%s: verified %v, want %v", c.what, got, c.want)
		}
	}
}
