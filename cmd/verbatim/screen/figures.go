package screen

import (
	"fmt"
	"strings"

	"verbatim/kb/eval"
)

// Figures lays out the figures of a question file.
func Figures(f eval.Figures) string {
	var b strings.Builder
	row := func(what string, n, of int) {
		fmt.Fprintf(&b, "  %-46s %6d  %5.1f %%\n", what, n, eval.Percent(n, of))
	}
	fmt.Fprintf(&b, "%s that can be answered\n", Count(f.Known, "question", "questions"))
	row("answered right", f.AnsweredRight, f.Known)
	row("answered wrong", f.AnsweredWrong, f.Known)
	row("declined though known", f.DeclinedKnown, f.Known)
	row("right first, no threshold", f.RightFirst, f.Known)
	row("right among the first three", f.RightAmongThree, f.Known)
	if f.RightAtNinety != nil {
		row("right when 90 % of the others are declined", *f.RightAtNinety, f.Known)
	}
	if f.Unknown > 0 {
		fmt.Fprintf(&b, "%s that cannot\n", Count(f.Unknown, "question", "questions"))
		row("declined rightly", f.DeclinedRightly, f.Unknown)
		row("answered though unknown", f.AnsweredUnknown, f.Unknown)
	}
	if f.AUROC != nil {
		fmt.Fprintf(&b, "AUROC of the confidence  %.3f\n", *f.AUROC)
	}
	fmt.Fprintf(&b, "time per question        p50 %.2f ms, p99 %.2f ms\n", float64(f.P50)/1000, float64(f.P99)/1000)
	calibration(&b, f)
	return b.String()
}

func calibration(b *strings.Builder, f eval.Figures) {
	b.WriteString("confidence  questions  best right   answers  right\n")
	for _, t := range f.Calibration {
		fmt.Fprintf(b, "%.1f to %.1f  %9d  %s  %8d  %s\n", t.From, t.From+0.1,
			t.Questions, share(t.BestRight, t.Questions), t.Given, share(t.GivenRight, t.Given))
	}
}

// share writes a share in per cent, or a dash when there is nothing to share.
func share(n, of int) string {
	if of == 0 {
		return "      –"
	}
	return fmt.Sprintf("%5.1f %%", eval.Percent(n, of))
}

// Misses writes a line for every miss: where it is in the file, what was
// expected, and what came.
func Misses(misses []eval.Miss) string {
	var b strings.Builder
	for _, m := range misses {
		came := "got " + m.Got
		if m.Got == "" {
			came = "declined (" + m.Reason + "), best " + m.Best
		}
		wanted := "no answer"
		if len(m.Expect) > 0 {
			wanted = strings.Join(m.Expect, " or ")
		}
		fmt.Fprintf(&b, "line %d: %s\n    want %s; %s, confidence %.2f\n",
			m.Line, OneLine(Harmless(clipped(m.Question))), wanted, came, m.Confidence)
	}
	return b.String()
}
