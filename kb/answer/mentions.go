package answer

import (
	"slices"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/text"
	"verbatim/kb/trust"
)

const (
	mentionsMost = 3

	// senseLeast is the likeness from which a passage speaks of what is asked about
	// although it has no word of it, and strangeMost the likeness up to which it
	// certainly does not: between them nothing is said either way.
	senseLeast  = 0.4
	strangeMost = 0.22
)

// mention notes the places that speak of what words ask about, best first.
func (x *inquiry) mention(words []text.Word, ranked []match.Candidate) {
	about := x.aboutWhat(words)
	for _, c := range ranked {
		if len(x.answer.Mentions) == mentionsMost {
			return
		}
		if c.Likeness.Phrased >= senseLeast || x.hasAny(c.Group, about) {
			p := x.view.Passage(c.Group)
			x.answer.Mentions = append(x.answer.Mentions, kb.Mention{ID: p.ID(), Text: p.Text})
		}
	}
}

// aboutWhat gives the words that say what a question is about: those that the
// encoder's languages do not use all the time, names too.
func (x *inquiry) aboutWhat(words []text.Word) []text.Word {
	return slices.DeleteFunc(slices.Clone(words), func(w text.Word) bool {
		return w.Common || w.Chat || !lexicon.IsName(w) && lexicon.Saying[w.Text]
	})
}

// hasAny reports whether a passage has one of some words, but for those that most
// passages have.
func (x *inquiry) hasAny(group int32, words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool {
		return x.view.Passages.Has(group, w) && x.view.Passages.Spread(w) < everywhere
	})
}

// everywhere is the part of all passages from which a word tells none of them from
// the others.
const everywhere = 0.5

// isStrange reports whether no passage speaks of what words ask about, by its words,
// its names or its sense.
func (x *inquiry) isStrange(words []text.Word) bool {
	about := x.aboutWhat(words)
	return x.doubted && !slices.ContainsFunc(x.paragraphs, func(c match.Candidate) bool {
		return c.Likeness.Phrased > strangeMost || slices.ContainsFunc(about, func(w text.Word) bool { return x.view.Passages.Has(c.Group, w) })
	})
}

// lack says what nothing here tells, of a question that asks for one thing; empty if
// it asks for none.
func (x *inquiry) lack(w weighed) string {
	if w.vector == nil || x.learned.Asked == nil {
		return ""
	}
	for i, p := range x.learned.asks(Wide(*w.vector)) {
		if kind := x.learned.Asked.Kinds[i]; p >= askedLeast && kind != trust.What && kind != trust.How && !x.shows(kind) {
			return kind
		}
	}
	return ""
}

// shows reports whether a place that is shown has a day, or a number, so that it may be
// the one that is asked for.
func (x *inquiry) shows(kind string) bool {
	return slices.ContainsFunc(x.answer.Mentions, func(m kb.Mention) bool {
		return kind == trust.When && text.HasDay(m.Text) || kind == trust.HowMany && text.HasAmount(m.Text)
	})
}

// askedLeast is how likely a question must ask for one thing for it to be told that
// nothing here tells it.
const askedLeast = 0.8
