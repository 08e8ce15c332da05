package text_test

import (
	"testing"
	"unicode/utf8"

	"verbatim/kb/text"
)

func TestTheTellingSentenceIsTheOneThatSharesMostWords(t *testing.T) {
	for _, c := range []struct{ about, paragraph, question, want string }{
		{"the second", "Peace matters. Trade grew by 4.5 percent in May. All were glad.", "How much did trade grow?", "Trade grew by 4.5 percent in May."},
		{"an abbreviation ends nothing", "It thanked the U.S. Senate and Dr. Lee. Nothing else.", "Who thanked the Senate?", "It thanked the U.S. Senate and Dr. Lee."},
		{"a closing quotation mark belongs to its sentence", "He said “we build.” They left the city.", "Who builds?", "He said “we build.”"},
		{"Chinese", "双方同意加强合作。中方支持叙利亚重建。会谈友好。", "中方支持叙利亚重建吗？", "中方支持叙利亚重建。"},
		{"Arabic", "أكد الجانبان التعاون. شكر الوزير الصين على الدعم؟ انتهى اللقاء.", "من شكر الصين؟", "شكر الوزير الصين على الدعم؟"},
		{"the shorter of two", "Trade grew and grew for years. Trade grew.", "Did trade grow?", "Trade grew."},
		{"one sentence alone is not marked", "Trade grew by much.", "Did trade grow?", ""},
		{"none that shares a word", "Peace matters. All were glad.", "Who sells rockets?", ""},
		{"nothing", "", "", ""},
	} {
		start, end := text.Telling(c.paragraph, c.question)
		if got := c.paragraph[start:end]; got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}

func FuzzTelling(f *testing.F) {
	f.Add("A b. C d! 中。文 \xff.", "c")
	f.Fuzz(func(t *testing.T, paragraph, question string) {
		start, end := text.Telling(paragraph, question)
		if start < 0 || end < start || end > len(paragraph) {
			t.Fatalf("%d to %d of %d", start, end, len(paragraph))
		}
		if utf8.ValidString(paragraph) && !utf8.ValidString(paragraph[start:end]) {
			t.Errorf("%q is cut inside a character", paragraph)
		}
	})
}
