package quote

import (
	"fmt"
	"strings"
	"testing"
)

func TestAllPlacesAreTold(t *testing.T) {
	x := New(
		Text{"a", "Nothing here.\n\nWe will not  close the river."},
		Text{"b", "We will not close the river. We say again: we will not close the river."},
		Text{"c", "We will not close the river."},
	)
	is := func(names ...string) func(string) bool {
		return func(source string) bool { return strings.Contains(strings.Join(names, " "), source) }
	}
	for _, c := range []struct {
		about  string
		within func(string) bool
		text   string
		want   string
	}{
		{"verbatim before typographic", nil, "We will not close the river", "b verbatim 0, c verbatim 0, a typographic 15, b typographic 43"},
		{"within two", is("a", "c"), "We will not close the river", "c verbatim 0, a typographic 15"},
		{"altered", nil, "we will close the river", "a altered 15"},
		{"not found", nil, "the price of bread rose", ""},
	} {
		r, err := x.Check(c.text, c.within)
		var got []string
		for _, p := range r.Places {
			got = append(got, fmt.Sprintf("%s %s %d", p.Source, p.Verdict, p.Start))
			if body := x.body(p.Source); body[p.Start:p.End] != p.Found || p.Paragraph < 1 {
				t.Errorf("%s: place %+v", c.about, p)
			}
		}
		if strings.Join(got, ", ") != c.want || err != nil {
			t.Errorf("%s: %q stands in %q (%v), want %q", c.about, c.text, got, err, c.want)
		}
		if len(r.Places) > 0 && (r.Places[0].Source != r.Source || r.Places[0].Start != r.Start || r.Places[0].Verdict != r.Verdict) {
			t.Errorf("%s: the first place is %+v, the result's %s at %d", c.about, r.Places[0], r.Source, r.Start)
		}
	}
}

func TestPlacesAreBounded(t *testing.T) {
	x := New(Text{"a", strings.Repeat("The Parties agree. ", 500)})
	if r := check(t, x, "The Parties"); len(r.Places) != 64 || !r.Common {
		t.Errorf("%d places, common %v", len(r.Places), r.Common)
	}
}

func TestWordsTooFewToBeAnybodysAreSaidToBe(t *testing.T) {
	x := New(append(own(t), Text{"a", strings.Repeat("The two sides agreed on the following points of the protocol. ", 3)})...)
	for text, want := range map[string]bool{
		"The two sides":                         true,
		"river":                                 true,
		"the river":                             true,
		"双方":                                    true,
		"The two sides agreed on the following": false,
		"Averland will pay":                     false,
		"我们不会关闭河流":                              false,
	} {
		if r := check(t, x, text); r.Common != want {
			t.Errorf("%q: common %v, want %v", text, r.Common, want)
		}
	}
}

func TestOfWhatIsNotFoundTheNearestIsTold(t *testing.T) {
	x := New(append(own(t), Text{"a", "Mr. Weld spoke. Taiwan is an integral part of China. The U.S. left."})...)
	for text, want := range map[string]string{
		"Taiwan remains forever an inseparable part of the motherland, China": "Taiwan is an integral part of China.",
		"the treaty of articles brought peace to all countries":               "They recalled that the treaty of 1,204 articles has kept the peace for 37.5 years, and agreed that it will not be amended before 2040.",
		"双方同意，条约在2030年以前将会全面重新谈判":                                             "双方重申，条约在2040年以前不会修改，船只无论冬夏均可自由通行。",
		"the price of bread rose sharply yesterday":                           "",
	} {
		r := check(t, x, text)
		got := ""
		if r.Nearest != nil {
			if got = r.Nearest.Found; x.body(r.Nearest.Source)[r.Nearest.Start:r.Nearest.End] != got || r.Nearest.Similarity > 1 {
				t.Errorf("%q: %+v", text, r.Nearest)
			}
		}
		if r.Verdict != NotFound || got != want {
			t.Errorf("%q is %s (%.2f), the nearest %q, want %q", text, r.Verdict, r.Similarity, got, want)
		}
	}
}

func TestTheWholePassageIsShown(t *testing.T) {
	x := New(
		Text{"a", "They see it as the sole legitimate government representing all of China, and say so."},
		Text{"b", "We are united in our support for Ukraine. We will of course pay the full amount. Taiwan is an integral part of China."},
	)
	for _, c := range []struct{ text, diff string }{
		{"the sole legitimate government representing all China", "the sole legitimate government representing all {-of -}China"},
		{"we are united in our support of Ukraine", "We are united in our support {-for-}{+of+} Ukraine"},
		{"Taiwan is an inseparable part of China", "Taiwan is an {-integral-}{+inseparable+} part of China"},
		{"will pay the full amount", "will {-of course -}pay the full amount"},
		{"are united in support for Ukraine", "are united in {-our -}support for Ukraine"},
	} {
		if r := check(t, x, c.text); inline(r.Diff) != c.diff {
			t.Errorf("%q\n\thas %q\n\twant %q", c.text, inline(r.Diff), c.diff)
		}
	}
}
