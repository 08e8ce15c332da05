package screen

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/match"
)

// Explained lays out how a question was read and weighed.
func Explained(a kb.Answer, e answer.Explanation) string {
	var b strings.Builder
	if len(e.Path) > 0 {
		b.WriteString("\nHow it was read: " + Harmless(strings.Join(e.Path, ", ")) + ".\n")
	}
	b.WriteString("\nThe words, and what the best candidate has of them:\n")
	table(&b, func(row func(cells ...any)) {
		row("asked", "read as", "rarity", "has it", "looks like")
		for _, w := range e.Words {
			row(w.Asked, readAs(w), fmt.Sprintf("%.1f", w.Rarity), yes(w.Here), strings.Join(w.Alike, ", "))
		}
	})
	weighed(&b, "The candidates", e.Candidates)
	if len(e.Passages) > 0 {
		weighed(&b, "The paragraphs", e.Passages)
	}
	s := e.Signals
	fmt.Fprintf(&b, "\nSignals of the first: margin %.2f, gap to the second %.2f, nearest phrasing %.2f, words covered %.2f, pairs of words %.2f.\n",
		s.Margin, s.Gap, s.Nearest, s.Covered, s.Pairs)
	fmt.Fprintf(&b, "%s\n", decision(a, e))
	return b.String()
}

func weighed(b *strings.Builder, what string, all []answer.Weighed) {
	b.WriteString("\n" + what + ":\n")
	table(b, func(row func(cells ...any)) {
		row("score", "nearest", "confidence", "id", "against it")
		for _, c := range all {
			row(fmt.Sprintf("%.2f", c.Score), fmt.Sprintf("%.2f", c.Nearest), fmt.Sprintf("%.2f", c.Confidence), c.ID, c.Veto)
		}
	})
}

// table writes rows with their columns below each other.
func table(w io.Writer, fill func(row func(cells ...any))) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fill(func(cells ...any) {
		for _, c := range cells {
			_, _ = fmt.Fprintf(t, "  %s\t", Harmless(fmt.Sprint(c))) // a builder never fails
		}
		_, _ = fmt.Fprintln(t)
	})
	_ = t.Flush()
}

func readAs(w match.Evidence) string {
	switch w.Read {
	case "":
		return "(unknown)"
	case w.Asked:
		return "the same"
	}
	return w.Read
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// decision says why there is an answer, or none.
func decision(a kb.Answer, e answer.Explanation) string {
	switch {
	case a.Answered && a.Kind == kb.KindPassage:
		return fmt.Sprintf("Answered with a paragraph: no fact reached %.2f, the paragraph has %.2f.", e.Least, a.Confidence)
	case a.Answered:
		return fmt.Sprintf("Answered with %s: its confidence of %.2f is not below %.2f.", a.ID, a.Confidence, e.Least)
	case a.Reason == kb.ReasonAmbiguous:
		return "Not answered (ambiguous): the question names only what most facts name, or two facts fit about equally."
	case len(e.Candidates) > 0 && e.Candidates[0].Veto != "":
		return fmt.Sprintf("Not answered (%s): against the first candidate is that %s.", a.Reason, e.Candidates[0].Veto)
	}
	return fmt.Sprintf("Not answered (%s): the best confidence, %.2f, is below %.2f.", a.Reason, a.Confidence, e.Least)
}
