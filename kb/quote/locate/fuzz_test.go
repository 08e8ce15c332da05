package locate

import (
	"testing"
)

// FuzzParagraphs cuts any text: paragraphs are in order, and none is blank.
func FuzzParagraphs(f *testing.F) {
	f.Add("one\n \u00a0\t\ntwo\r\n\r\n\u200b\n")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, p := range Paragraphs(text) {
			if p.Start < at || p.End < p.Start || isBlank(text[p.Start:p.End]) {
				t.Fatalf("%q has a paragraph %+v after byte %d", text, p, at)
			}
			at = p.End
		}
	})
}
