package text

import "testing"

func TestWordsAfterAPauseAreMarked(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"a comma", "Xi's ideas, what of them", "what"},
		{"two marks and spaces", "Well ... , Syria", "syria"},
		{"Arabic and Chinese marks", "نعم، سوريا：台湾。好", "سوريا 台 好"},
		{"a dash and a new line", "Taiwan — why\nhow", "why how"},
		{"none", "the One-China principle", ""},
		{"a mark before the first word", ", Syria", ""},
		{"a mark after the last", "Syria?", ""},
		{"a mark before what is no word", "Syria, \u0301 China", "china"},
		{"an apostrophe", "Syria's don't", ""},
	} {
		got := ""
		for _, w := range Words(c.in) {
			switch {
			case !w.Paused:
			case got == "":
				got = w.Text
			default:
				got += " " + w.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: in %q %q come after a pause, want %q", c.what, c.in, got, c.want)
		}
	}
}
