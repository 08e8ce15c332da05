package passage_test

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/kb/passage"
)

// TestInALongTextShortParagraphsShareWindows cuts texts of many short paragraphs: every
// word of each stands in its window, and of windows there are no more than their words
// fill.
func TestInALongTextShortParagraphsShareWindows(t *testing.T) {
	for _, c := range []struct {
		name, line string
		lines      int
		most       int // windows
	}{
		{"as many as paragraphs", "The water of well %d is clean.", 1000, 1000},
		{"English", "Well %d is clean.", 100_000, 40_000},
		{"Arabic", "ماء البئر رقم %d نظيف.", 50_000, 35_000},
		{"Chinese", "第%d口井的水是干净的。", 50_000, 30_000},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for i := range c.lines {
				_, _ = fmt.Fprintf(&b, c.line+"\n\n", i)
			}
			passages := passage.Of(b.String())
			windows, of := passage.Cut(passages, b.Len())
			if len(passages) != c.lines || len(windows) > c.most {
				t.Errorf("%d paragraphs have %d windows, and may have %d", len(passages), len(windows), c.most)
			}
			for i, span := range of {
				if all := strings.Join(windows[span.First:span.End], " "); !strings.Contains(all, passages[i].Words()) {
					t.Fatalf("the windows of paragraph %q are %q", passages[i].Words(), all)
				}
			}
		})
	}
}

func TestALongParagraphHasWindowsOfItsOwn(t *testing.T) {
	short := "It is short.\n\n"
	text := strings.Repeat(short, 80_000) + strings.Repeat("one two three four five six seven ", 9) + "\n\n" + short + short
	passages := passage.Of(text)
	_, of := passage.Cut(passages, len(text))
	long := of[len(of)-3]
	if long.End-long.First < 3 {
		t.Errorf("the long paragraph has %d windows", long.End-long.First)
	}
	if before, after := of[len(of)-4], of[len(of)-2]; before.End > long.First || after.First < long.End {
		t.Errorf("it shares windows with what is before and after: %v %v %v", before, long, after)
	}
}
