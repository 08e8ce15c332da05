package article

import (
	"slices"

	"verbatim/kb/meaning"
	"verbatim/kb/trust"
)

// Who a mention stands for: the people named before, and their signals.

// antecedentsMost is how many people that were named before a pronoun may stand for.
const antecedentsMost = 8

// antecedents are the people whom a mention may stand for: those who were named or spoke
// last.
func (v *view) antecedents(m mention) []int {
	at := v.first
	if m.first >= 0 && m.first < at {
		at = m.first
	}
	if v.known != nil && v.knownAt == at {
		return v.known
	}
	all := []int{}
	for len(all) < antecedentsMost {
		best, most := -1, -1
		for i, when := range v.lastBefore(at) {
			if when > most && !slices.Contains(all, i) {
				best, most = i, when
			}
		}
		if best < 0 {
			break
		}
		all = append(all, best)
	}
	if v.reading.last >= 0 && !slices.Contains(all, v.reading.last) {
		all = append(all, v.reading.last)
	}
	v.known, v.knownAt = all, at
	return all
}

// lastBefore tells for each person the last token before another at which they are named.
func (v *view) lastBefore(at int) []int {
	if len(v.lasts) == len(v.people) && v.lastsAt == at {
		return v.lasts
	}
	v.lasts, v.lastsAt = make([]int, len(v.people)), at
	for i := range v.people {
		v.lasts[i] = v.people[i].lastAt(at)
	}
	return v.lasts
}

// lastAt is the last token before another at which a person is named; -1 if none is.
func (p *person) lastAt(at int) int {
	i, _ := slices.BinarySearch(p.tokens, at)
	if i == 0 {
		return -1
	}
	return p.tokens[i-1]
}

// personSignals are those of a person that a mention stands for.
var personSignals = slices.Concat([]string{
	"stands for", "sentences ago", "paragraphs ago", "tokens ago", "rank", "subject", "person spoke", "spoke last", "quotations ago", "person named", "person in sentence",
	"person name", "person length", "unnamed", "context", "stem", "prep before person", "begins the article", "person who before", "speaks near", "person by name", "person by phrase", "person by noun", "person sure",
}, agreeSignals)

// personRow are the signals of a person that a mention stands for; -1 for the mention
// itself.
func (v *view) personRow(m mention, p int) []float64 {
	row := make([]float64, 0, len(personSignals))
	if p < 0 {
		for range personSignals {
			row = append(row, -1)
		}
		return row
	}
	one, here := &v.people[p], v.first
	if m.first >= 0 && m.first < here {
		here = m.first
	}
	lasts := v.lastBefore(here)
	at := max(0, lasts[p])
	t, now := &v.tokens[at], &v.tokens[v.first]
	rank := 0
	for _, last := range lasts {
		if last > at {
			rank++
		}
	}
	ago := 20
	if one.spoke > 0 {
		ago = min(20, v.number-one.lastly)
	}
	context, stem := v.context(m, one)
	preposition := at > 0 && v.prepositions[v.tokens[at-1].bare]
	office, near := 0.0, 0.0
	for i := max(0, at-3); i < at; i++ {
		if v.tokens[i].quotation < 0 {
			office = max(office, v.sense(i).kind[who])
			near = max(near, v.speech(i))
		}
	}
	for i := at + 1; i < min(here, at+one.length+3); i++ {
		near = max(near, v.speech(i))
	}
	opens := 0.0
	for i := at; i >= 0 && v.tokens[i].sentence == t.sentence; i-- {
		if v.tokens[i].opens {
			opens = float64(at - i)
		}
	}
	row = append(row, 1, float64(now.sentence-t.sentence), float64(now.paragraph-t.paragraph), float64(min(100, here-at)), float64(rank), opens,
		float64(one.spoke), trust.Signal(p == v.reading.last), float64(ago), float64(len(one.tokens)), trust.Signal(t.sentence == now.sentence),
		v.nameOf(one), float64(one.length), trust.Signal(one.unnamed), context, stem, trust.Signal(preposition), trust.Signal(now.paragraph == t.paragraph && at == 0), office, near,
		trust.Signal(one.how == byName), trust.Signal(one.how == byPhrase), trust.Signal(one.how == byNoun), one.sure)
	return append(row, v.agreeRow(m, one)...)
}

// nameOf is how probably the first word of a person's name is one.
func (v *view) nameOf(p *person) float64 {
	at := p.tokens[0]
	if v.tokens[at].quotation >= 0 {
		return 0
	}
	return v.sense(at).kind[name]
}

// contextReach is how many words beside a name tell who that is, and contextMost at how
// many of the places where it stands, the last, they are looked at.
const (
	contextReach = 6
	contextMost  = 8
)

// context tells how near the words of a mention are in meaning to a word beside a
// person's name, and how many of its words begin as one of these does.
func (v *view) context(m mention, p *person) (near, stem float64) {
	if m.how != byPhrase && m.how != byNoun {
		return -1, -1
	}
	for i := m.first; i <= m.last; i++ {
		s := v.sense(i)
		if s.kind[joins] > 0.5 || v.articles[v.tokens[i].bare] || v.owners[v.tokens[i].bare] {
			continue
		}
		same := false
		for _, at := range p.tokens[max(0, len(p.tokens)-contextMost):] {
			for j := max(0, at-contextReach); j < min(len(v.tokens), at+p.length+contextReach); j++ {
				if v.tokens[j].quotation >= 0 || j >= m.first && j <= m.last || v.tokens[j].sentence != v.tokens[at].sentence {
					continue
				}
				o := v.sense(j)
				if s.kind[who] > 0.3 {
					near = max(near, float64(meaning.Cosine(&s.vector, &o.vector)))
				}
				same = same || v.tokens[j].stem == v.tokens[i].stem
			}
		}
		stem += trust.Signal(same)
	}
	return near, stem
}
