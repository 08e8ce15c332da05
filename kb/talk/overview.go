package talk

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
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
// for word; all in a language. The statement must be there.
func Overview(v *index.View, id string, l catalog.Language) kb.Answer {
	head := v.Head(id)
	a := say(l, kb.KindOverview, "")
	a.Statement = head.Bare()
	lines := []string{identified(l, v, head)}
	if central := v.Central(id, centralMost); len(central) > 0 {
		lines = append(lines, sides(l, v, head, central, &a)...)
	} else {
		lines = append(lines, outline(l, v, id, &a)...)
	}
	a.Text = strings.Join(lines, "\n")
	return a
}

// centralMost is of how many central facts some of each side are taken.
const centralMost = 20

// identified is the record of a statement in one line.
func identified(l catalog.Language, v *index.View, head *kb.Statement) string {
	by, held := "", l.Say("talk.excerpts")
	if len(head.Parties) > 0 {
		by = ended(l.Say("talk.by", "Parties", l.And(head.Parties...)))
	}
	if v.IsWhole(head.ID) {
		held = l.Say("talk.whole")
	}
	return l.Join(ended(l.Say("talk.overview", "Statement", l.Clauses(dated(l, head), head.Place))), by, held)
}

// sides has a line for each side with the questions of its central facts, which a gets
// too, with some of their quotes.
func sides(l catalog.Language, v *index.View, head *kb.Statement, central []kb.Nearest, a *kb.Answer) (lines []string) {
	asked := map[string][]string{}
	for _, n := range append(eachSide(v, head, central), central...) {
		said := answerOf(v, n)
		known := slices.ContainsFunc(a.Nearest, func(o kb.Nearest) bool { return o.ID == n.ID })
		if known || len(a.Nearest) == overviewQuestions || len(asked[said.Party]) == overviewSide && len(head.Parties) > 1 {
			continue
		}
		asked[said.Party] = append(asked[said.Party], n.Question)
		a.Nearest = append(a.Nearest, n)
		if c := shortest(said.Citations); c != nil && len(a.Citations) < overviewQuotes {
			a.Citations = append(a.Citations, *c)
		}
	}
	for _, side := range append([]string{kb.BothSides}, head.Parties...) {
		if len(asked[side]) > 0 {
			lines = append(lines, l.Say("talk.side", "Side", sideOf(l, side), "Questions", strings.Join(asked[side], " · ")))
		}
	}
	for _, c := range a.Citations {
		lines = append(lines, quoted(l, c.Quote, c))
	}
	return lines
}

// eachSide is one fact of each side: its most central one, or its first where none is.
func eachSide(v *index.View, head *kb.Statement, central []kb.Nearest) (first []kb.Nearest) {
	firsts := map[string]kb.Nearest{}
	take := func(side string, n kb.Nearest) {
		if _, there := firsts[side]; !there {
			firsts[side] = n
		}
	}
	for _, n := range central {
		take(answerOf(v, n).Party, n)
	}
	for _, e := range v.Questions(head.ID) {
		take(e.Fact().Party, kb.Nearest{ID: e.ID(), Question: e.Fact().Question})
	}
	for _, side := range append([]string{kb.BothSides}, head.Parties...) {
		if n, there := firsts[side]; there && len(first) < overviewQuestions {
			first = append(first, n)
		}
	}
	return first
}

func answerOf(v *index.View, n kb.Nearest) kb.Answer {
	statement, fact, _ := kb.SplitID(n.ID)
	return v.Answer(v.Fact(statement, fact))
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
func outline(l catalog.Language, v *index.View, id string, a *kb.Answer) (lines []string) {
	var headings []string
	for _, p := range v.Opening(id, 1000) {
		words := l.Say("difference.quoted", "Words", p.Heading)
		if p.Heading != "" && p.Heading != v.Head(id).Title && !slices.Contains(headings, words) && len(headings) < overviewHeadings {
			headings = append(headings, words)
		}
	}
	if len(headings) > 0 {
		lines = append(lines, l.Say("talk.headings", "Headings", strings.Join(headings, " · ")))
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
		key := "talk.from-it"
		if i == 0 {
			key = "talk.begins"
		}
		lines = append(lines, l.Say(key, "Quote", quoted(l, excerpt(p.Text), said.Citations[0])))
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

// sideOf names a side at the beginning of a line.
func sideOf(l catalog.Language, side string) string {
	if side == kb.BothSides {
		return l.Say("talk.both-sides")
	}
	return side
}
