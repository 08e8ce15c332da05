package find

import (
	"verbatim/kb/quote/word"
)

// A Step of an alignment pairs a word of the quotation with a token, or has
// only one of them; the other is -1 then.
type Step struct {
	Word, Token int
	Same        bool // a pair of the same words; otherwise they differ in case or apostrophe
}

// Costs of what an alignment leaves unpaired, and of a pair that differs. Of two
// that cost the same, the one with more pairs is cheaper: “representing all
// China” lacks an “of”, and has the “China” that follows.
const (
	unit     = 1 << 14
	addCost  = 7 * unit // of a word that the text adds
	dropCost = 2 * unit // of one that it leaves out, which is commoner
	markCost = unit
	pairCost = 4 * unit // less than a word dropped and one added
	samePair = -1
	never    = 1 << 30
)

func (w *Asked) cost() int32 {
	if w.Kind == word.AWord && w.Mark == 0 {
		return addCost
	}
	return markCost
}

func dropping(t word.Token) int32 {
	if t.Kind == word.AWord {
		return dropCost
	}
	return markCost
}

// Moves of an alignment, as its trace records them.
const (
	stop uint8 = iota
	pair
	drop // a token that the quotation lacks
	gain // a word that the quotation adds
)

// An aligner finds the stretch of tokens that the quotation can be made from
// with the least dropped and added, within a band around a diagonal: all of
// the quotation is aligned, and the tokens before and after cost nothing. It
// is the fitting alignment of approximate string matching (Sellers, 1980) with
// words for letters. It takes (words) × (width of the band) steps.
type aligner struct {
	*Search
	q       *Query
	low     int // the token that is first in the band's first row
	columns int
	open    []bool // whether the token low+i may be used
	trace   []uint8
}

// align returns the cheapest alignment near a candidate, in order.
func (s *Search) align(q *Query, c candidate) []Step {
	n := q.To - q.From
	pad := max(12, n/8)
	a := aligner{Search: s, q: q, low: c.shift - pad, columns: c.width + 2*pad}
	a.trace = make([]uint8, (n+1)*a.columns)
	a.open = s.open(a.low, n+a.columns)
	return a.back(n, a.fill(n))
}

// open reports for n tokens whether they are of a text that is searched.
func (s *Search) open(from, n int) []bool {
	open := make([]bool, n)
	text := s.textAt(max(0, from))
	for i := range open {
		for text < len(s.texts) && from+i >= s.texts[text].Last {
			text++
		}
		open[i] = text < len(s.texts) && from+i >= s.texts[text].First && s.allowed[text]
	}
	return open
}

// fill computes all rows, and returns the column where the cheapest alignment
// ends in the last.
func (a *aligner) fill(n int) int {
	above, here := make([]int32, a.columns), make([]int32, a.columns)
	for i := 1; i <= n; i++ {
		a.row(i, above, here)
		above, here = here, above
	}
	best := 0
	for c := range above {
		if above[c] < above[best] {
			best = c
		}
	}
	return best
}

// row computes the costs with i words of the quotation used up. Column c of
// row i is before token low+i+c.
func (a *aligner) row(i int, above, here []int32) {
	w := &a.q.Words[a.q.From+i-1]
	trace := a.trace[i*a.columns:]
	for c := range here {
		here[c] = never
		if c+1 < a.columns {
			here[c], trace[c] = min(above[c+1]+w.cost(), never), gain
		}
		if i+c == 0 || !a.open[i+c-1] {
			continue
		}
		before := a.tokens[a.low+i+c-1]
		if c > 0 {
			if d := here[c-1] + dropping(before); d <= here[c] {
				here[c], trace[c] = d, drop
			}
		}
		if cost, may := a.pairing(a.q.From+i-1, before, a.low+i+c-1); may && above[c]+cost <= here[c] {
			here[c], trace[c] = above[c]+cost, pair
		}
	}
}

// pairing returns what it costs to pair a word with a token, if they may be.
func (a *aligner) pairing(i int, t word.Token, at int) (cost int32, may bool) {
	w := &a.q.Words[i]
	switch {
	case w.Kind != t.Kind:
		return 0, false
	case w.Part != nil && a.patches(w, at):
		return samePair, true
	case w.Kind == word.AWord && (w.group < 0 || a.group[t.ID] != w.group): // most are
		return 0, false
	case a.q.same(i, t):
		return samePair, true
	}
	return pairCost, w.Kind == word.AWord
}

// patches reports whether an editor may have made the word out of a token.
func (a *aligner) patches(w *Asked, at int) bool {
	id := a.tokens[at].ID
	makes, known := w.made[id]
	if !known {
		_, makes = w.Part.Makes(a.Spelling(at))
		w.made[id] = makes
	}
	return makes
}

// back follows the trace from the end of the alignment to its start.
func (a *aligner) back(i, c int) []Step {
	var steps []Step
	for i > 0 {
		at, asked := a.low+i+c, a.q.From+i-1
		switch a.trace[i*a.columns+c] {
		case pair:
			steps = append(steps, Step{asked, at - 1, a.q.same(asked, a.tokens[at-1])})
			i--
		case drop:
			steps = append(steps, Step{-1, at - 1, false})
			c--
		case gain:
			steps = append(steps, Step{asked, -1, false})
			i--
			c++
		default:
			return nil
		}
	}
	for l, r := 0, len(steps)-1; l < r; l, r = l+1, r-1 {
		steps[l], steps[r] = steps[r], steps[l]
	}
	return steps
}
