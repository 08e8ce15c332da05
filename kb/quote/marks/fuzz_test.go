package marks

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzQuotations finds the quotations of any message: they are in order, in
// the message, with words, and an inner one is inside its outer one.
func FuzzQuotations(f *testing.F) {
	for _, c := range quotationCases {
		f.Add(c.message)
	}
	f.Fuzz(func(t *testing.T, message string) {
		last := 0
		for _, s := range Quotations(message) {
			if s.Start < last || s.End < s.Start || s.End > len(message) || s.Depth < 1 {
				t.Fatalf("%+v in %q", s, message)
			}
			last = s.Start
			if plain := !strings.Contains(message, "> "); plain && message[s.Start:s.End] != s.Text {
				t.Fatalf("%q is not what %q has from %d to %d", s.Text, message, s.Start, s.End)
			}
			if utf8.ValidString(message) && !utf8.ValidString(s.Text) {
				t.Fatalf("%q is cut inside a character", s.Text)
			}
		}
	})
}
