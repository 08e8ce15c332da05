package quote

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"verbatim/kb/quote/locate"
	"verbatim/kb/quote/marks"
)

func TestFindIsBounded(t *testing.T) {
	for about, body := range hostile {
		for _, quoted := range []string{
			strings.Repeat("a non-", 1000) + "a", "a non-a", strings.Repeat("s’ ", 2000) + "s", "s", strings.Repeat("U.S.", 1500), "S.U",
			strings.Repeat("a ", 3000) + "b", strings.Repeat("甲乙", 3000) + "丙",
		} {
			start := time.Now()
			locate.Find(body, quoted)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%s: %.20q took %v", about, quoted, took)
			}
		}
	}
	for _, message := range []string{strings.Repeat("\n", 20_000), strings.Repeat("“a\n\n", 5000), strings.Repeat("‘s’ ", 5000), strings.Repeat("> a\n", 5000)} {
		start := time.Now()
		marks.Quotations(message)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("the quotations of %.20q took %v", message, took)
		}
	}
}

// TestFindAgreesWithTheVerdict holds every piece of a text against the verdict
// on it.
func TestFindAgreesWithTheVerdict(t *testing.T) {
	const text = "The U.S.-Japan party didn’t pay $2,500.75 (not “co-op” dues); China’s 5-year plan, 双方重申 e.g. one 中国原则, holds ... and ends."
	x := New(Text{Source: "s", Body: text})
	for from := range text {
		for to := from + 1; to <= min(len(text), from+40); to++ {
			piece := text[from:to]
			if to < len(text) && !utf8.RuneStart(text[to]) || strings.Trim(piece, " “”’.,;:()$") != piece {
				continue // what is around the words is not judged
			}
			r, err := x.Check(piece, nil)
			if err != nil {
				continue
			}
			if got, want := locate.Find(text, piece) >= 0, r.Verdict == Verbatim; got != want {
				t.Errorf("%q stands there: %v; it is %s", piece, got, r.Verdict)
			}
		}
	}
}
