package article

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/meaning"
	"verbatim/kb/quote/marks"
)

// A view is what stands around one quotation.
type view struct {
	*reading
	quotation   *found
	number      int
	first, last int     // the tokens that are its first and its last part
	begin, end  int     // the tokens of its sentence: from one up to another
	saysBefore  float64 // the most that a word before it says that somebody speaks
	saysBehind  float64
	saysInside  float64
	keyBefore   int // the nearest word before it that says so; -1 for none
	keyBehind   int
	names       []mention // in its sentence
	commonRow   []float64
	known       []int // the antecedents before a token
	knownAt     int
	lasts       []int // where each person was named last before a token
	lastsAt     int
}

// viewMost is how many words before and behind a quotation are looked at.
const viewMost = 60

// view looks at the quotation with a number, whose parts are some tokens.
func (a *reading) view(q int, at []int) *view {
	v := &view{reading: a, quotation: &a.found[q], number: q, first: at[0], last: at[len(at)-1]}
	v.begin, v.end = v.first, v.last+1
	sentence := a.tokens[v.first].sentence
	for v.begin > 0 && a.tokens[v.begin-1].sentence == sentence && v.first-v.begin < viewMost {
		v.begin--
	}
	sentence = a.tokens[v.last].sentence
	for v.end < len(a.tokens) && a.tokens[v.end].sentence == sentence && v.end-v.last < viewMost {
		v.end++
	}
	v.saysBefore, v.saysInside, v.saysBehind = v.says(v.begin, v.first), v.says(v.first+1, v.last), v.says(v.last+1, v.end)
	v.keyBefore, v.keyBehind = -1, -1
	for i := v.begin; i < v.first; i++ {
		if v.speech(i) > 0.5 {
			v.keyBefore = i
		}
	}
	for i := v.end - 1; i > v.first; i-- {
		if v.speech(i) > 0.5 {
			v.keyBehind = i
		}
	}
	return v
}

// speech is how probably a token says that somebody says something.
func (a *reading) speech(i int) float64 {
	t := &a.tokens[i]
	if !t.heard {
		t.speech, t.heard = a.speechOf(t), true
	}
	return t.speech
}

func (a *reading) speechOf(t *token) float64 {
	if t.quotation >= 0 || t.isCapital() && !t.opens {
		return 0
	}
	w, _, _ := strings.Cut(t.bare, "-") // dit-il
	if p := a.lexicon.of(w).kind[says]; p > speechKnown || !marks.Speech(w) {
		return p
	}
	return speechKnown
}

// speechKnown is how probably a word says so that is known to.
const speechKnown = 0.9

// says is the most that any token from one up to another says that somebody speaks.
func (v *view) says(from, to int) float64 {
	most := 0.0
	for i := max(0, from); i < to; i++ {
		most = max(most, v.speech(i))
	}
	return most
}

// candidates are who may have said the quotation.
func (v *view) candidates() []Candidate {
	var all []Candidate
	v.commonRow = v.common()
	ms := v.marked(v.begin, v.end)
	for _, m := range ms {
		if m.behind == 0 && (m.how == byName || m.how == bySpan) {
			v.names = append(v.names, m)
		}
	}
	ms = append(ms, mention{first: -1, last: -1, how: byNothing}, mention{first: -1, last: -1, how: nobody})
	for _, m := range ms {
		row := v.mentionRow(m)
		named := ""
		if m.first >= 0 {
			named = v.wordsOf(m.first, m.last)
		}
		if m.name != "" || m.how == nobody {
			all = append(all, Candidate{SaidBy: m.name, Named: named, Row: append(row[:len(row):len(row)], v.personRow(m, -1)...)})
		}
		if m.how == byName || m.how == bySpan {
			for _, p := range v.longer(m.name) {
				all = append(all, Candidate{SaidBy: v.people[p].name, Named: named, Row: append(row[:len(row):len(row)], v.personRow(m, p)...)})
			}
		}
		if m.how == byPronoun || m.how == byNothing || (m.how == byPhrase || m.how == byNoun) && !indefinite[v.tokens[m.first].bare] {
			for _, p := range v.antecedents(m) {
				all = append(all, Candidate{SaidBy: v.people[p].name, Named: named, Row: append(row[:len(row):len(row)], v.personRow(m, p)...)})
			}
		}
	}
	return all
}

// antecedentsMost is how many people that were named before a pronoun may stand for.
const antecedentsMost = 6

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

// common are the signals of the quotation alone.
func (v *view) common() []float64 {
	f, a := v.quotation, v.reading
	mark := f.Parts[len(f.Parts)-1].lastMark()
	after, lower, comma := 0.0, 0.0, 0.0
	if v.last+1 < v.end {
		next := &a.tokens[v.last+1]
		after = 1
		if next.quotation < 0 && unicode.IsLower(next.first()) {
			lower = 1
		}
		if next.quotation < 0 && unicode.IsUpper(next.first()) {
			lower = -1
		}
		comma = truth(strings.ContainsAny(next.gap, ",，،—–"))
	}
	colon := truth(strings.ContainsAny(a.tokens[v.first].gap, ":："))
	if v.first > 0 && strings.ContainsAny(a.tokens[v.first].gap, ",，،") {
		colon = -1
	}
	script := 0.0
	for i := v.begin; i < v.end; i++ {
		switch r := a.tokens[i].first(); {
		case a.tokens[i].quotation >= 0:
		case isHan(r):
			script = 2
		case isArabic(r):
			script = 1
		}
	}
	return []float64{
		script, truth(strings.ContainsAny(mark, ",，،")), truth(strings.ContainsAny(mark, ".!?。！？…؟")), after, lower, comma, colon,
		float64(v.first - v.begin), float64(v.end - v.last - 1), float64(len(f.Parts)),
		float64(min(20, strings.Count(f.Text, " "))), v.saysBefore, v.saysBehind, v.saysInside,
		truth(v.begin == v.first && v.begin > 0 && a.tokens[v.begin-1].quotation >= 0),
		truth(v.first == 0 || a.tokens[v.first].paragraph != a.tokens[v.first-1].paragraph),
		truth(unicode.IsUpper(firstRune(f.Text))), v.peopleBy(func(p *person) bool { return p.how == byName || p.how == bySpan }), v.peopleBy(func(p *person) bool { return p.spoke > 0 }),
	}
}

// peopleBy is how many of the people named so far are of some sort.
func (v *view) peopleBy(sort func(*person) bool) float64 {
	n := 0.0
	for i := range v.people {
		n += truth(sort(&v.people[i]))
	}
	return min(n, peopleMany)
}

// peopleMany is how many people are not counted further.
const peopleMany = 9

// truth is a signal that is so or not.
func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// commonSignals are those of the quotation alone.
var commonSignals = []string{
	"script", "quotation ends in a comma", "ends its sentence", "words behind", "small letter behind", "comma behind", "colon before",
	"words before", "words behind, many", "parts", "length", "says before", "says behind", "says inside",
	"behind another", "begins a paragraph", "capital", "named so far", "spoke so far",
}

// Signals are what the numbers of a candidate's row are.
var Signals = slices.Concat(commonSignals, mentionSignals, SpanSignals, personSignals)

// mentionSignals are those of a mention and the quotation.
var mentionSignals = []string{
	"by name", "by pronoun", "by phrase", "by noun", "span", "by nothing", "nobody",
	"side", "distance", "quotations between", "marks between", "says between", "says between, many", "joins between",
	"says next before", "says near before", "says next behind", "says near behind", "best says distance", "best says", "key says distance", "names to key says",
	"other quotation", "says to other", "marks to other", "other in sentence",
	"names between", "names before it", "spoke", "spoke last", "known", "name in apposition behind", "who in apposition before", "best context", "sure", "behind",
}

// mentionRow are the signals of the quotation and of a mention.
func (v *view) mentionRow(m mention) []float64 {
	row := append(make([]float64, 0, len(Signals)), v.commonRow...)
	for how := byName; how <= nobody; how++ {
		row = append(row, truth(m.how == how))
	}
	if m.first < 0 {
		for len(row) < len(commonSignals)+len(mentionSignals)+len(SpanSignals) {
			row = append(row, -1)
		}
		return row
	}
	row = append(row, v.placeRow(m)...)
	row = append(row, v.lastlyRow(m)...)
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
	row := []float64{side, float64(to - from), float64(quotations), float64(marks), most, float64(many), float64(conj)}
	before, near := v.speechAt(m.first-1), 0.0
	for i := m.first - 1; i >= m.first-3; i-- {
		near = max(near, v.speechAt(i))
	}
	row = append(row, before, near)
	behind, near := v.speechAt(m.last+1), 0.0
	for i := m.last + 1; i <= m.last+4; i++ {
		near = max(near, v.speechAt(i))
	}
	row = append(row, behind, near)
	distance, best := 20.0, 0.0
	for i := v.begin; i < v.end; i++ {
		if i >= m.first && i <= m.last {
			continue
		}
		s := v.speech(i)
		if (i < v.first) != (m.first < v.first) || s < 0.4 {
			continue
		}
		d := float64(i - m.last)
		if i < m.first {
			d = float64(i - m.first)
		}
		if abs(d) < abs(distance) {
			distance, best = d, s
		}
	}
	key := v.keyBefore
	if m.first > v.first {
		key = v.keyBehind
	}
	keyDistance, between := 30.0, 0
	if key >= 0 {
		keyDistance = float64(m.first - key)
		if key > m.last {
			keyDistance = float64(m.last - key)
		}
		for _, n := range v.names {
			if n.first > m.last && n.last < key || n.last < m.first && n.first > key {
				between++
			}
		}
	}
	row = append(row, distance, best, keyDistance, float64(between))
	return append(row, v.otherRow(m)...)
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
			return []float64{float64(n), most, marks, truth(t.sentence == v.tokens[m.first].sentence)}
		}
		most, marks = max(most, v.speech(i)), marks+truth(t.parted())
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
			spoke, known, lately = float64(v.people[i].spoke), float64(len(v.people[i].tokens)), truth(i == v.reading.last)
		}
	}
	return []float64{float64(between), float64(earlier), spoke, lately, known, v.apposition(m), v.office(m), v.bestContext(m), m.sure, m.behind}
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

// personSignals are those of a person that a mention stands for.
var personSignals = []string{
	"stands for", "sentences ago", "paragraphs ago", "tokens ago", "rank", "subject", "person spoke", "spoke last", "quotations ago", "person named", "person in sentence",
	"person name", "person length", "unnamed", "context", "stem", "prep before person", "begins the article", "person who before", "speaks near", "person by name", "person by phrase", "person by noun", "person sure",
}

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
	preposition := at > 0 && prepositions[v.tokens[at-1].bare]
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
	return append(row, 1, float64(now.sentence-t.sentence), float64(now.paragraph-t.paragraph), float64(min(100, here-at)), float64(rank), opens,
		float64(one.spoke), truth(p == v.reading.last), float64(ago), float64(len(one.tokens)), truth(t.sentence == now.sentence),
		v.nameOf(one), float64(one.length), truth(one.unnamed), context, stem, truth(preposition), truth(now.paragraph == t.paragraph && at == 0), office, near,
		truth(one.how == byName), truth(one.how == byPhrase), truth(one.how == byNoun), one.sure)
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
		if s.kind[joins] > 0.5 || articles[v.tokens[i].bare] || owners[v.tokens[i].bare] {
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
		stem += truth(same)
	}
	return near, stem
}
