package article

import (
	"strings"

	"verbatim/kb/trust"
)

// mentionSignals are those of a mention and the quotation.
var mentionSignals = []string{
	"by name", "by pronoun", "by phrase", "by noun", "span", "by nothing", "nobody",
	"side", "distance", "quotations between", "marks between", "says between", "says between, many", "joins between",
	"says next before", "says near before", "says next behind", "says near behind", "best says distance", "best says", "key says distance", "names to key says",
	"other quotation", "says to other", "marks to other", "other in sentence",
	"names between", "names before it", "spoke", "spoke last", "known", "name in apposition behind", "who in apposition before", "best context", "sure", "behind",
	"clause length", "clause says", "clause says behind", "clause names before", "clause inserted", "clause touches",
}

// mentionRow are the signals of the quotation and of a mention.
func (v *view) mentionRow(m mention) []float64 {
	row := append(make([]float64, 0, len(Signals)), v.commonRow...)
	for how := byName; how <= nobody; how++ {
		row = append(row, trust.Signal(m.how == how))
	}
	if m.first < 0 {
		for len(row) < len(commonSignals)+len(mentionSignals)+len(SpanSignals) {
			row = append(row, -1)
		}
		return row
	}
	row = append(row, v.placeRow(m)...)
	row = append(row, v.lastlyRow(m)...)
	row = append(row, v.clauseRow(m)...)
	return append(row, m.row...)
}

// placeRow tells where a mention stands, and what is between it and the quotation.
func (v *view) placeRow(m mention) []float64 {
	side, from, to := -1.0, m.last+1, v.first
	switch {
	case m.first > v.last:
		side, from, to = 1, v.last+1, m.first
	case m.first > v.first:
		side, from, to = 0, v.first+1, m.first
	}
	row := append([]float64{side, float64(to - from)}, v.betweenRow(from, to)...)
	row = append(row, v.speechAt(m.first-1), v.speechNear(m.first-3, m.first-1))
	row = append(row, v.speechAt(m.last+1), v.speechNear(m.last+1, m.last+4))
	row = append(row, v.nearestRow(m)...)
	row = append(row, v.keyRow(m)...)
	return append(row, v.otherRow(m)...)
}

// betweenRow tells what stands from one token up to another.
func (v *view) betweenRow(from, to int) []float64 {
	quotations, marks, many, conj, most := 0, 0, 0, 0, 0.0
	for i := from; i < to; i++ {
		t := &v.tokens[i]
		if t.quotation >= 0 {
			quotations++
			continue
		}
		if t.parted() {
			marks++
		}
		s := v.speech(i)
		if most = max(most, s); s > 0.5 {
			many++
		}
		if v.sense(i).kind[joins] > 0.5 {
			conj++
		}
	}
	return []float64{float64(quotations), float64(marks), most, float64(many), float64(conj)}
}

// speechNear is the most that a token from one to another says that somebody speaks.
func (v *view) speechNear(from, to int) float64 {
	near := 0.0
	for i := from; i <= to; i++ {
		near = max(near, v.speechAt(i))
	}
	return near
}

// nearestRow tells how near the nearest word is, on the mention's side of the quotation,
// that may say that somebody speaks, and how surely it does.
func (v *view) nearestRow(m mention) []float64 {
	distance, best := 20.0, 0.0
	for i := v.begin; i < v.end; i++ {
		if i >= m.first && i <= m.last {
			continue
		}
		s := v.speech(i)
		if (i < v.first) != (m.first < v.first) || s < 0.4 {
			continue
		}
		if d := m.distance(i); abs(d) < abs(distance) {
			distance, best = d, s
		}
	}
	return []float64{distance, best}
}

// distance is how many tokens another one is behind a mention; less than 0 before it.
func (m mention) distance(at int) float64 {
	if at < m.first {
		return float64(at - m.first)
	}
	return float64(at - m.last)
}

// keyRow tells how far the word is that says most that somebody speaks, on that side, and
// how many names stand between.
func (v *view) keyRow(m mention) []float64 {
	key := v.keyBefore
	if m.first > v.first {
		key = v.keyBehind
	}
	if key < 0 {
		return []float64{30, 0}
	}
	between := 0
	for _, n := range v.names {
		if n.first > m.last && n.last < key || n.last < m.first && n.first > key {
			between++
		}
	}
	distance := float64(m.first - key)
	if key > m.last {
		distance = float64(m.last - key)
	}
	return []float64{distance, float64(between)}
}

// otherMost is how many words away another quotation is not looked for further.
const otherMost = 25

// otherRow tells how near a mention is to another quotation, on the side away from this one,
// and whether it is said between them that somebody speaks: then it speaks there.
func (v *view) otherRow(m mention) []float64 {
	step, i := -1, m.first-1
	if m.first > v.last {
		step, i = 1, m.last+1
	}
	most, marks := 0.0, 0.0
	for n := 0; n < otherMost && i >= 0 && i < len(v.tokens); n, i = n+1, i+step {
		t := &v.tokens[i]
		if t.quotation >= 0 {
			return []float64{float64(n), most, marks, trust.Signal(t.sentence == v.tokens[m.first].sentence)}
		}
		most, marks = max(most, v.speech(i)), marks+trust.Signal(t.parted())
	}
	return []float64{otherMost, most, marks, 0}
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// speechAt is the same for a word of the sentence; 0 elsewhere.
func (v *view) speechAt(i int) float64 {
	if i < v.begin || i >= v.end {
		return 0
	}
	return v.speech(i)
}

// bestContext tells how well the words of a mention fit what was told of anybody before.
func (v *view) bestContext(m mention) float64 {
	if m.how != byPhrase && m.how != byNoun {
		return -1
	}
	most := 0.0
	for _, p := range v.antecedents(m) {
		near, _ := v.context(m, &v.people[p])
		most = max(most, near)
	}
	return most
}

// lastlyRow tells what a mention is to the others of the sentence, and whether it spoke
// before.
func (v *view) lastlyRow(m mention) []float64 {
	between, earlier := 0, 0
	for _, n := range v.names {
		switch {
		case n.first > m.last && n.last < v.first || n.last < m.first && n.first > v.last:
			between++
		case n.last < m.first && (n.first > v.last) == (m.first > v.last):
			earlier++
		}
	}
	spoke, lately, known := 0.0, 0.0, 0.0
	full := v.full(m.name)
	for i := range v.people {
		if v.people[i].name == full {
			spoke, known, lately = float64(v.people[i].spoke), float64(len(v.people[i].tokens)), trust.Signal(i == v.reading.last)
		}
	}
	return []float64{float64(between), float64(earlier), spoke, lately, known, v.apposition(m), v.office(m), v.bestContext(m), m.sure, m.behind}
}

// clauseRow tells of the words around a mention up to the next marks: how many they are,
// whether they say that somebody speaks, who else is named before in them, and whether they
// are put into a sentence or stand right beside the quotation.
func (v *view) clauseRow(m mention) []float64 {
	from, to := m.first, m.last
	for from > v.begin && !v.tokens[from].parted() && v.tokens[from-1].quotation < 0 {
		from--
	}
	for to+1 < v.end && !v.tokens[to+1].parted() && v.tokens[to+1].quotation < 0 {
		to++
	}
	before, behind, names := 0.0, 0.0, 0.0
	for i := from; i < m.first; i++ {
		before = max(before, v.speech(i))
	}
	for i := m.last + 1; i <= to; i++ {
		behind = max(behind, v.speech(i))
	}
	for _, n := range v.marked(from, m.first) {
		names += trust.Signal(n.behind == 0 && n.how != byPronoun)
	}
	inserted := v.tokens[from].isComma() && to+1 < len(v.tokens) && v.tokens[to+1].isComma()
	touches := from > 0 && v.tokens[from-1].quotation == v.number || to+1 < len(v.tokens) && v.tokens[to+1].quotation == v.number
	return []float64{float64(to - from + 1), max(before, behind), behind, names, trust.Signal(inserted), trust.Signal(touches)}
}

// apposition tells whether a name follows a mention behind a comma: the trade secretary,
// Tobias Wren.
func (v *view) apposition(m mention) float64 {
	for _, n := range v.names {
		if n.first > m.last && n.first-m.last <= 6 && v.tokens[n.first].parted() && !strings.ContainsAny(v.tokens[n.first].gap, ".:") {
			return v.sense(n.first).kind[name]
		}
	}
	return 0
}

// office tells how probably who somebody is stands just before a mention, maybe behind a
// comma.
func (v *view) office(m mention) float64 {
	most := 0.0
	for i := m.first - 1; i >= max(v.begin, m.first-5); i-- {
		if v.tokens[i].quotation < 0 {
			most = max(most, v.sense(i).kind[who])
		}
	}
	return most
}
