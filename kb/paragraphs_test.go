package kb_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
)

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       []kb.Paragraph
	}{
		{"an empty text has none", "", []kb.Paragraph{}},
		{"white space alone is none", " \n\t\r\n\u3000\n", []kb.Paragraph{}},
		{"one line is one", "a b", []kb.Paragraph{{1, 0, "a b"}}},
		{"a single line break does not part them", "a\nb\n", []kb.Paragraph{{1, 0, "a\nb"}}},
		{"a blank line does, and more blank lines no further", "a\n\n\n\nb", []kb.Paragraph{{1, 0, "a"}, {2, 5, "b"}}},
		{"so does a line of white space", "a\n \t\nb", []kb.Paragraph{{1, 0, "a"}, {2, 5, "b"}}},
		{"and a blank line with carriage returns", "a\r\nb\r\n\r\nc\r\n", []kb.Paragraph{{1, 0, "a\r\nb"}, {2, 8, "c"}}},
		{"white space around is left out, inside kept", "\n  a  b \n  c\n", []kb.Paragraph{{1, 3, "a  b \n  c"}}},
		{"ideographic indentation is white space", "　　叙利亚。\n\n　　中国。", []kb.Paragraph{{1, 6, "叙利亚。"}, {2, 26, "中国。"}}},
		{"a byte order mark is not part of it", "\ufeffa\n\nb", []kb.Paragraph{{1, 3, "a"}, {2, 6, "b"}}},
	} {
		if diff := cmp.Diff(c.want, kb.Paragraphs(c.text)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.what, diff)
		}
	}
}

func FuzzParagraphs(f *testing.F) {
	f.Add("a\r\n\r\nb\n \n叙利亚\xff")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for i, p := range kb.Paragraphs(text) {
			if p.Number != i+1 || p.Text == "" || p.Start < end || !strings.HasPrefix(text[p.Start:], p.Text) {
				t.Fatalf("paragraph %d is %q at %d, after %d, of %q", p.Number, p.Text, p.Start, end, text)
			}
			end = p.Start + len(p.Text)
		}
	})
}
