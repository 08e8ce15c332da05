package locate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		about, text string
		want        []string
	}{
		{"none", "", nil},
		{"blank lines only", "\n \n", nil},
		{"one of two lines", "one\ntwo", []string{"one\ntwo"}},
		{"a blank line between", "one\n\ntwo\n", []string{"one", "two"}},
		{"a line of white space between", "one\n \u00a0\t\ntwo", []string{"one", "two"}},
		{"line breaks of two characters", "one\r\n\r\ntwo", []string{"one\r", "two"}},
		{"blank lines around", "\n\n\none\n\n\n\ntwo\n\n", []string{"one", "two"}},
	} {
		var got []string
		for _, p := range Paragraphs(c.text) {
			got = append(got, c.text[p.Start:p.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q\n%s", c.about, c.text, diff)
		}
	}
}
