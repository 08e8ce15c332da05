package answer

import (
	"math"
	"slices"

	"verbatim/kb/index"
	"verbatim/kb/match"
	"verbatim/kb/meaning"
	"verbatim/kb/text"
	"verbatim/kb/trust"
)

// FactSignals and PassageSignals say what the numbers are from which it is told
// whether the best fact, or the best passage, is right.
var (
	FactSignals = slices.Concat(commonSignals, []string{"own confidence", "facts", "phrasings", "asked for the same"}, DetailSignals, []string{
		"strange countries", "strange numbers", "roles the other way round", "strange names", "off its topic", "asks who somebody is",
	})
	PassageSignals = slices.Concat(commonSignals, []string{"passages", "words of it"}, DetailSignals, []string{
		"strange countries", "strange numbers", "off its topic", "a question itself", "asks what is said of something",
		"sense it has", "sense of the word it has least", "weight of the word it has least",
	})

	DetailSignals = []string{
		"asks for a day", "and it has none", "asks for a number", "and it has none", "asks for a place", "and it has none",
		"asks for a person", "and it has none", "asks for a reason",
	}

	commonSignals = []string{
		"likeness of what is asked", "likeness of what is told", "before the second in what is asked", "before the second in what is told",
		"above the mean in what is asked", "above the mean in what is told", "before the second",
		"words of the nearest", "words it has", "pairs it has", "words of the question", "margin", "beyond statements",
	}
)

// signals are those that facts and passages share.
func (x *inquiry) signals(s match.Signals, v *meaning.Vector) []float64 {
	return []float64{
		s.Phrased, s.Told, s.PhrasedGap, s.ToldGap, s.PhrasedLift, s.ToldLift, s.Gap,
		s.Nearest, s.Covered, s.Pairs, s.Length, s.Margin, trust.Odds(x.learned.beyond(Wide(*v))),
	}
}

// Wide gives the numbers of a vector as a probe reads them.
func Wide(v meaning.Vector) []float32 {
	all := make([]float32, len(v))
	for i, n := range v {
		all[i] = float32(n) / vectorUnit
	}
	return all
}

// vectorUnit makes the numbers of a vector those of one of length 1, about.
const vectorUnit = 400

// factRow are the signals of the best fact.
func (x *inquiry) factRow(w weighed) []float64 {
	best := w.ranking.Candidates[0]
	entry := x.view.Entry(best.Group)
	r := x.readings(w.words)
	row := x.signals(w.ranking.Signals, w.vector)
	row = append(row, best.Confidence, math.Log(float64(1+len(w.ranking.Candidates))), math.Log(float64(1+len(entry.Fact().AlsoAsked))))
	asked := x.learned.asks(Wide(*w.vector))
	row = append(row, x.sameAsked(asked, entry))
	row = append(row, x.detailSignals(asked, entry.Fact().Answer+" "+quotesOf(entry))...)
	return append(row, r.strangeCountries(entry), r.strangeNumbers(entry), trust.Signal(r.turned(entry)), r.strangers(entry), trust.Signal(offTopic(topic(r.words), x.view.Facts, entry.Group(), x.view.Called(entry.Statement()))),
		trust.Signal(r.asksWhoElse(entry)))
}

func quotesOf(entry *index.Entry) (all string) {
	for _, c := range entry.Fact().Citations {
		all += c.Quote + " "
	}
	return all
}

// sameAsked is how likely a phrasing of a fact asks for the same kind of thing.
func (x *inquiry) sameAsked(asked []float64, entry *index.Entry) (most float64) {
	for _, p := range x.phrasingsAsk(entry) {
		same := 0.0
		for k := range p {
			same += p[k] * asked[k]
		}
		most = max(most, same)
	}
	return most
}

// phrasingsAsk are the kinds of thing that the phrasings of a fact ask for.
func (x *inquiry) phrasingsAsk(entry *index.Entry) [][]float64 {
	return index.Derived(entry, func() asking {
		vectors, _ := x.view.Facts.Vectors(entry.Group())
		var all asking
		for i := range vectors {
			all = append(all, x.learned.asks(Wide(vectors[i])))
		}
		return all
	})
}

// asking are the kinds of thing that texts ask for, by text and kind.
type asking [][]float64

// untold is the day, the place or the number that a question surely asks for and a fact
// does not tell: none of its phrasings, if there are enough of them to tell, asks for
// the like, and its words have none. It is empty where there is none.
func (x *inquiry) untold(w weighed, entry *index.Entry) string {
	asked := x.phrasingsAsk(entry)
	if len(asked) < phrasingsTell {
		return ""
	}
	told := entry.Fact().Answer + " " + quotesOf(entry)
	has := map[string]bool{trust.When: text.HasDay(told), trust.Where: false, trust.HowMany: text.HasAmount(told)}
	for k, p := range x.learned.asks(Wide(*w.vector)) {
		kind := x.learned.Asked.Kinds[k]
		if there, is := has[kind]; !is || there || p < askedLeast {
			continue
		}
		if !slices.ContainsFunc(asked, func(p []float64) bool { return p[k] >= askedMaybe }) {
			return kind
		}
	}
	return ""
}

const (
	phrasingsTell = 8   // that is how many phrasings show what a fact is asked for
	askedMaybe    = 0.3 // how likely a phrasing asks for a thing for the fact to tell it
)

// detailSignals are how likely a question asks for one thing, and whether what is
// told has one of the kind, as far as characters tell.
func (x *inquiry) detailSignals(asked []float64, told string) []float64 {
	if asked == nil {
		return make([]float64, len(DetailSignals))
	}
	of := func(kind string) float64 {
		if i := slices.Index(x.learned.Asked.Kinds, kind); i >= 0 {
			return asked[i]
		}
		return 0
	}
	digits := 1 - trust.Signal(text.HasDay(told))
	name := 1 - trust.Signal(text.HasName(told))
	amount := 1 - trust.Signal(text.HasAmount(told))
	return []float64{
		of(trust.When), of(trust.When) * digits, of(trust.HowMany), of(trust.HowMany) * amount,
		of(trust.Where), of(trust.Where) * name, of(trust.Who), of(trust.Who) * name, of(trust.Why),
	}
}

// covered are how far the sense of the words of a question, the rare ones more, is in a
// passage, and of which word it is least. Who speaks, and what the statement is called,
// need not be told in it. (Of facts, whose phrasings say it in other words already, the
// same tells nothing more.)
func (x *inquiry) covered(words []text.Word, p *index.Passage) []float64 {
	called := x.view.Called(p.Statement())
	words = slices.DeleteFunc(slices.Clone(words), func(w text.Word) bool {
		_, speaks := x.view.Party(w.Text)
		return speaks || called[w.Stem]
	})
	c := x.view.Cover(words, p.Text, func(w text.Word) float64 { return -math.Log(max(x.view.Passages.Spread(w), rarest)) })
	return []float64{c.All, c.Least, c.Missing}
}

// rarest is the part of all passages that have a word, from which on it is no rarer.
const rarest = 0.005

// passageRow are the signals of the best passage.
func (x *inquiry) passageRow(w weighed, ranking match.Ranking) []float64 {
	best := ranking.Candidates[0]
	p := x.view.Passage(best.Group)
	row := x.signals(ranking.Signals, w.vector)
	row = append(row, math.Log(float64(1+len(ranking.Candidates))), math.Log(float64(1+len(p.Text))))
	row = append(row, x.detailSignals(x.learned.asks(Wide(*w.vector)), x.view.Near(best.Group, w.vector))...)
	countries, numbers := x.elsewhere(w.words, p, best.Group)
	row = append(row, countries, numbers, trust.Signal(offTopic(topic(w.words), x.view.Passages, best.Group, x.view.Called(p.Statement()))), trust.Signal(p.Put), trust.Odds(x.learned.about(Wide(*w.vector))))
	return append(row, x.covered(w.words, p)...)
}
