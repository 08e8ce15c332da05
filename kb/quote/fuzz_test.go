package quote

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbatim/kb/quote/word"
)

// FuzzCheck judges any text by any two: whatever they are, the result is
// consistent, and what stands in a text is never altered.
func FuzzCheck(f *testing.F) {
	for _, text := range own(f) {
		f.Add(text.Body, "another text. It has … an ellipsis", "the river … not")
	}
	f.Add("a a a a b", "b a a a", "a a a a … a . … . a")
	f.Add("U.S.-Japan 3-5 -5 1,204", "‘leaders’ plan’", "S.-Japan … -5")
	f.Add("e\u0301\u200b\xff ﬁ", "\u00ad", "é … ﬁ")
	f.Add("甲乙……丙", "甲「乙」丙", "甲……丙")
	f.Add("inter-\nnational la-\nw\nis", "We will close it", "[they] inter[-]national law[s] (sic) is")
	f.Add("a b c d", "> **a** _b_", "“a,” she said, “b [x] […] d”")
	f.Fuzz(func(t *testing.T, a, b, text string) {
		x := New(Text{"a", a}, Text{"b", b})
		r, err := x.Check(text, nil)
		if err != nil || !utf8.ValidString(a) || !utf8.ValidString(b) || !utf8.ValidString(text) {
			return
		}
		consistent(t, x, r, characters)
		if text := blackened(r.Text); r.Verdict == Verbatim && !strings.Contains(blackened(a), text) && !strings.Contains(blackened(b), text) {
			t.Errorf("%q is verbatim, but stands neither in %q nor in %q", r.Text, a, b)
		}
		if r.Verdict == Edited && !subsequence(outside(r.Text), r.Found) {
			t.Errorf("%q is edited, but %q has not all of its words outside of brackets", r.Text, r.Found)
		}
		if words := spelled(r.Text); r.Verdict == Typographic && !strings.Contains(" "+spelled(r.Found), " "+words) {
			t.Errorf("%q is typographic, but its words %q are not those of %q", r.Text, words, r.Found)
		}
		if whole, err := x.Check(a, nil); err == nil && whole.Verdict != Verbatim && strings.Contains(a, whole.Text) {
			t.Errorf("the whole of %q is %s: %s", a, whole.Verdict, whole.Differ)
		}
	})
}

// blackened returns what can be seen of a text: a hard line break is no
// difference.
func blackened(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// outside returns the letters outside of brackets, in small letters.
func outside(text string) (letters string) {
	text = regexp.MustCompile(`[\[［〔][^\]］〕]*[\]］〕]|[(（][^)）]*[)）]`).ReplaceAllString(text, " ")
	for w := range word.All(strings.ToLower(text)) {
		if w.Kind == word.AWord {
			letters += w.Spelling
		}
	}
	return letters
}

// subsequence reports whether letters are in a text, in order.
func subsequence(letters, text string) bool {
	want := []rune(letters)
	for _, r := range norm.NFC.String(strings.ToLower(unligatured(text))) {
		if len(want) > 0 && (r == want[0] || word.ClassOf(r) == word.ClassOf(want[0]) && word.ClassOf(r) != word.Letter) {
			want = want[1:]
		}
	}
	return len(want) == 0
}

func unligatured(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(word.Unligature(r))
	}
	return b.String()
}
