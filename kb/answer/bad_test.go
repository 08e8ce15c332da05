package answer_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/kb"
)

func TestBadQuestionsGetAnAnswerToo(t *testing.T) {
	b := notesBase(t)
	for _, c := range []struct {
		what, question string
		reason         kb.Reason
	}{
		{"nothing", "", kb.ReasonEmpty},
		{"white space and direction marks", " \t\u202e\u200f\u2066 ", kb.ReasonEmpty},
		{"control characters around a question", "\x00\x1bCan the Analytical\x07 Engine think?\u202e", ""},
		{"bytes that are not UTF-8", "Can the \xff\xfe Analytical Engine think?", ""},
		{"only bytes that are not UTF-8", "\xff\xfe\x80", kb.ReasonEmpty},
		{"one word ten thousand letters long", strings.Repeat("a", 10_000), kb.ReasonUnknown},
		{"ten thousand characters of words", strings.Repeat("engine think ", 770), kb.ReasonUnknown},
		{"styled letters", "𝓒𝓪𝓷 𝓽𝓱𝓮 𝓐𝓷𝓪𝓵𝔂𝓽𝓲𝓬𝓪𝓵 𝓔𝓷𝓰𝓲𝓷𝓮 𝓽𝓱𝓲𝓷𝓴", ""},
	} {
		a := ask(b, kb.Question{Text: c.question})
		if a.Reason != c.reason || a.Answered != (c.reason == "") {
			t.Errorf("%s: reason %q, want %q", c.what, a.Reason, c.reason)
		}
	}
}

// TestOverlongQuestionsAreNotWeighed keeps them from taking time.
func TestOverlongQuestionsAreNotWeighed(t *testing.T) {
	b := notesBase(t)
	a, e := explain(b, kb.Question{Text: strings.Repeat("Can the Analytical Engine think? ", 200)})
	if a.Answered || a.Note == "" || len(e.Words) > 0 {
		t.Errorf("answered %v, note %q, %d words weighed", a.Answered, a.Note, len(e.Words))
	}
}

func FuzzAsk(f *testing.F) {
	b := notesBase(f)
	f.Add("Can the Analytical Engine think?", "")
	f.Add("and music?", "Can it think?")
	f.Add("\xff臺\u0301@engine 19 G7", "ماذا عن المحرك")
	f.Fuzz(func(t *testing.T, question, previous string) {
		a, e := explain(b, kb.Question{Text: question, Previous: previous})
		switch {
		case a.Answered == (a.Reason != ""):
			t.Fatalf("answered %v, reason %q", a.Answered, a.Reason)
		case !(a.Confidence >= 0 && a.Confidence <= 1):
			t.Fatalf("confidence %v", a.Confidence)
		case a.Answered && !a.Kind.IsTalk() && a.Detail == "" && len(a.Citations) == 0:
			t.Fatal("an answer without a citation")
		case !utf8.ValidString(a.Note):
			t.Fatalf("the note is not UTF-8: %q", a.Note)
		}
		inOrder := func(a, b kb.Nearest) int { return cmp.Compare(b.Confidence, a.Confidence) }
		if !slices.IsSortedFunc(a.Nearest, inOrder) || len(a.Nearest) > 0 && a.Nearest[0].Confidence > a.Confidence {
			t.Fatalf("confidence %v, nearest %v", a.Confidence, a.Nearest)
		}
		for _, c := range e.Candidates {
			if !(c.Confidence >= 0 && c.Confidence <= 1) {
				t.Fatalf("confidence %v of %s", c.Confidence, c.ID)
			}
		}
	})
}
