package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"verbatim/kb/answer"
)

// ablations are the signals that belong together, of facts or of texts.
var ablations = []struct {
	what    string
	signals []string
}{
	{"all signals", nil},
	{"without the sense of single words", []string{"sense it has", "sense of the word it has least", "weight of the word it has least"}},
	{"without the likeness of meaning", []string{"likeness of what is asked", "likeness of what is told", "before the second in what is asked", "before the second in what is told", "above the mean in what is asked", "above the mean in what is told"}},
	{"without words", []string{"words of the nearest", "words it has", "pairs it has", "words of the question"}},
	{"without the knowledge's own confidence and model", []string{"own confidence", "margin"}},
	{"without what statements seldom tell", []string{"beyond statements"}},
	{"without the kind of thing asked for", append([]string{"asked for the same"}, answer.DetailSignals...)},
	{"without countries, numbers, names, roles", []string{"strange countries", "strange numbers", "roles the other way round", "strange names", "off its topic", "asks who somebody is"}},
}

// ablate prints how right is told from wrong without some signals.
func (c *course) ablate(w io.Writer) {
	for _, text := range []bool{false, true} {
		what, signals, share := "facts", answer.FactSignals, 0.08
		if text {
			what, signals, share = "texts", answer.PassageSignals, 0.06
		}
		for _, a := range ablations {
			c.without = nil
			for i, name := range signals {
				if slices.Contains(a.signals, name) {
					c.without = append(c.without, i)
				}
			}
			if a.signals != nil && c.without == nil {
				continue
			}
			all := slices.DeleteFunc(c.outcomes(text), func(o outcome) bool { return o.far })
			_, _ = fmt.Fprintf(w, "%s, %-50s AUROC %.3f, right when %.0f %% are guessed: %.1f %%\n", what, a.what, auroc(all), 100*share, rightAt(all, share))
		}
	}
	c.without = nil
}

// rightAt is how many of the answerable are right, in per cent, when so many of the
// near misses are guessed.
func rightAt(all []outcome, share float64) float64 {
	var near []float64
	known := 0
	for _, o := range all {
		if o.Answerable {
			known++
		} else {
			near = append(near, o.trusted)
		}
	}
	slices.Sort(near)
	least, right := near[len(near)-1-int(share*float64(len(near)))], 0
	for _, o := range all {
		if o.right && o.trusted > least {
			right++
		}
	}
	return 100 * float64(right) / float64(known)
}

// An outcome is how sure one was of the best candidate, of a statement that was left
// out of the learning.
type outcome struct {
	ask
	trusted float64
}

// leaveOut asks each statement what was learned from the others, and prints how well
// right is told from wrong.
func (c *course) leaveOut(w io.Writer, misses bool) {
	for _, text := range []bool{false, true} {
		all := c.outcomes(text)
		for _, far := range []bool{false, true} {
			report(w, text, far, slices.DeleteFunc(slices.Clone(all), func(o outcome) bool { return o.far != far }), misses)
		}
		for _, name := range c.names {
			of := slices.DeleteFunc(slices.Clone(all), func(o outcome) bool { return o.name != name })
			brief(w, name, text, of)
		}
	}
}

// outcomes are those of facts or of texts, each statement asked what was learned from
// the others.
func (c *course) outcomes(text bool) []outcome {
	all := make([][]outcome, folds)
	onAllCores(folds, func(fold int) {
		forest := c.grow(text, fold)
		for _, a := range c.asks {
			row := a.row.FactSignals
			if text {
				row = a.row.PassageSignals
			}
			if a.text != text || c.fold(a.name) != fold || !a.plain {
				continue
			}
			o := outcome{ask: a}
			switch {
			case a.row.Exact:
				o.trusted = 1
			case row != nil && !a.row.Vetoed:
				o.trusted = forest.Probability(c.blind(row))
			}
			all[fold] = append(all[fold], o)
		}
	})
	return slices.Concat(all...)
}

func report(w io.Writer, text, far bool, all []outcome, misses bool) {
	known, unknown, first := 0, 0, 0
	for _, o := range all {
		if o.Answerable {
			known++
			if o.right {
				first++
			}
		} else {
			unknown++
		}
	}
	if known == 0 || unknown == 0 {
		return
	}
	what := "facts"
	if text {
		what = "texts"
	}
	if far {
		what += ", asked in other words"
	}
	_, _ = fmt.Fprintf(w, "%s: %d answerable, %.1f %% right first; %d near misses; AUROC %.3f\n", what, known, 100*float64(first)/float64(known), unknown, auroc(all))
	for _, least := range []float64{0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9} {
		right, wrong, guessed := 0, 0, 0
		for _, o := range all {
			switch {
			case o.trusted < least:
			case o.right:
				right++
			case o.Answerable:
				wrong++
			default:
				guessed++
			}
		}
		_, _ = fmt.Fprintf(w, "  said from %.2f: %.1f %% right, %.1f %% wrong, %.1f %% of the near misses guessed\n", least,
			100*float64(right)/float64(known), 100*float64(wrong)/float64(known), 100*float64(guessed)/float64(unknown))
	}
	if misses {
		slices.SortFunc(all, func(a, b outcome) int { return cmp.Compare(b.trusted, a.trusted) })
		for _, o := range all {
			if o.right != (o.trusted >= 0.7) {
				_, _ = fmt.Fprintf(w, "%.2f %-5v %s %-10s %s | %s%s want %v%s\n", o.trusted, o.right, o.Lang, o.Near, o.Question, o.row.Fact, o.row.Passage, o.Fact, o.Needle)
			}
		}
	}
}

// auroc is how often a right one is trusted more than one that is not.
func auroc(all []outcome) float64 {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b outcome) int { return cmp.Compare(a.trusted, b.trusted) })
	var ranks, right float64
	for i, o := range all {
		if o.right {
			ranks += float64(i + 1)
			right++
		}
	}
	return (ranks - right*(right+1)/2) / (right * (float64(len(all)) - right))
}

// brief prints in a line how one statement does at the confidence from which answers
// are said.
func brief(w io.Writer, name string, text bool, all []outcome) {
	known, right, unknown, guessed := 0, 0, 0, 0
	for _, o := range all {
		said := o.trusted >= answer.Least
		switch {
		case o.Answerable:
			known++
			if said && o.right {
				right++
			}
		default:
			unknown++
			if said {
				guessed++
			}
		}
	}
	if known > 0 && unknown > 0 {
		_, _ = fmt.Fprintf(w, "  %-36s %5.1f %% right, %5.1f %% guessed\n", name, 100*float64(right)/float64(known), 100*float64(guessed)/float64(unknown))
	}
}
