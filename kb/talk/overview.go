package talk

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// How much an overview shows.
const (
	overviewQuestions = 5 // of all sides together
	overviewSide      = 2 // of one side
	overviewQuotes    = 3
	overviewHeadings  = 8
)

// Overview says what a statement is: from its record; what its sides say, in the
// questions that people wrote for its most central facts, with some of their quotes; of
// a text without facts, how it begins, its headings and its most central sentences, word
// for word. The statement must be there.
func Overview(v *index.View, id string) kb.Answer {
	head := v.Head(id)
	a := say(kb.KindOverview, "")
	a.Statement = head.Bare()
	lines := []string{identified(v, head)}
	if central := v.Central(id, centralMost); len(central) > 0 {
		lines = append(lines, sides(v, head, central, &a)...)
	} else {
		lines = append(lines, outline(v, id, &a)...)
	}
	a.Text = strings.Join(lines, "\n")
	return a
}

// centralMost is of how many central facts some of each side are taken.
const centralMost = 20

// identified is the record of a statement in one line.
func identified(v *index.View, head *kb.Statement) string {
	line := dated(head) + "."
	if head.Place != "" {
		line = dated(head) + ", " + head.Place + "."
	}
	if len(head.Parties) > 0 {
		line += " By " + strings.Join(head.Parties, ", ") + "."
	}
	if v.IsWhole(head.ID) {
		return line + " The whole text is here."
	}
	return line + " Only excerpts are here, not the whole text."
}

// sides has a line for each side with the questions of its central facts, which a gets
// too, with some of their quotes.
func sides(v *index.View, head *kb.Statement, central []kb.Nearest, a *kb.Answer) (lines []string) {
	asked := map[string][]string{}
	var quotes []kb.Cited
	for _, n := range central {
		statement, fact, _ := kb.SplitID(n.ID)
		said := v.Answer(v.Fact(statement, fact))
		if len(a.Nearest) == overviewQuestions || len(asked[said.Party]) == overviewSide && len(head.Parties) > 1 {
			continue
		}
		asked[said.Party] = append(asked[said.Party], n.Question)
		a.Nearest = append(a.Nearest, n)
		if c := shortest(said.Citations); c != nil && len(quotes) < overviewQuotes {
			quotes = append(quotes, *c)
		}
	}
	a.Citations = quotes
	for _, side := range append([]string{kb.BothSides}, head.Parties...) {
		if len(asked[side]) > 0 {
			lines = append(lines, upper(side)+": "+strings.Join(asked[side], " · "))
		}
	}
	for _, c := range quotes {
		lines = append(lines, "“"+c.Quote+"” — "+placeOf(c))
	}
	return lines
}

// shortest is the citation with the shortest quote, a checked one first; nil if none has
// a quote.
func shortest(all []kb.Cited) (best *kb.Cited) {
	for i := range all {
		c := &all[i]
		if c.Quote == "" {
			continue
		}
		if best == nil || c.Verified && !best.Verified || c.Verified == best.Verified && len(c.Quote) < len(best.Quote) {
			best = c
		}
	}
	return best
}

// outline is what a text without facts has, word for word: how it begins, its headings,
// and its most central passages. Their words are quotes of a.
func outline(v *index.View, id string, a *kb.Answer) (lines []string) {
	var headings []string
	for _, p := range v.Opening(id, 1000) {
		if p.Heading != "" && !slices.Contains(headings, p.Heading) && len(headings) < overviewHeadings {
			headings = append(headings, p.Heading)
		}
	}
	if len(headings) > 0 {
		lines = append(lines, "Its headings: “"+strings.Join(headings, "” · “")+"”")
	}
	passages := v.Opening(id, 1)
	for _, p := range v.CentralPassages(id, overviewQuotes-1) {
		if !slices.ContainsFunc(passages, func(o *index.Passage) bool { return o.ID() == p.ID() }) {
			passages = append(passages, p)
		}
	}
	slices.SortStableFunc(passages, func(x, y *index.Passage) int { return cmp.Compare(x.Number, y.Number) })
	for i, p := range passages {
		said, ok := v.AnswerOf(p.ID())
		if !ok {
			continue
		}
		a.Citations = append(a.Citations, said.Citations...)
		lead := "From it: “"
		if i == 0 {
			lead = "It begins: “"
		}
		lines = append(lines, lead+excerpt(p.Text)+"” — "+placeOf(said.Citations[0]))
	}
	return lines
}

// excerpt is the first sentences of a paragraph, word for word: the first, and those
// after it that there is room for.
func excerpt(paragraph string) string {
	end := len(paragraph)
	for i, s := range text.Sentences(paragraph) {
		if i > 0 && s[1] > excerptMost {
			break
		}
		end = s[1]
	}
	return strings.TrimSpace(paragraph[:end])
}

// excerptMost is how many bytes of a paragraph are shown, if a sentence ends before.
const excerptMost = 500

// upper is a word with a capital letter at its beginning.
func upper(s string) string {
	if s == kb.BothSides {
		return "Both sides"
	}
	return s
}
