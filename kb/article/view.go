package article

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/quote/marks"
	"verbatim/kb/trust"
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
		if (m.name != "" || m.how == nobody) && !v.isShort(m) {
			all = append(all, Candidate{SaidBy: m.name, Named: named, Row: append(row[:len(row):len(row)], v.personRow(m, -1)...)})
		}
		if m.how == byName || m.how == bySpan {
			for _, p := range v.longer(m.name) {
				all = append(all, Candidate{SaidBy: v.people[p].name, Named: named, Row: append(row[:len(row):len(row)], v.personRow(m, p)...)})
			}
		}
		if m.how == byPronoun || m.how == byNothing || (m.how == byPhrase || m.how == byNoun) && !v.indefinite[v.tokens[m.first].bare] {
			for _, p := range v.antecedents(m) {
				all = append(all, Candidate{SaidBy: v.people[p].name, Named: named, Row: append(row[:len(row):len(row)], v.personRow(m, p)...)})
			}
		}
	}
	return all
}

// isShort reports whether a mention is only a part of the name of somebody who was named in
// full before: then it is he who is meant.
func (v *view) isShort(m mention) bool {
	return m.how == byName && slices.ContainsFunc(v.longer(m.name), func(i int) bool {
		p := &v.people[i]
		return p.how == byName && p.length <= fullMost && v.nameOf(p) > 0.5
	})
}

// fullMost is how many words a full name has at most.
const fullMost = 4

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
		comma = trust.Signal(strings.ContainsAny(next.gap, ",，،—–"))
	}
	colon := trust.Signal(strings.ContainsAny(a.tokens[v.first].gap, ":："))
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
	return append([]float64{
		script, trust.Signal(strings.ContainsAny(mark, ",，،")), trust.Signal(strings.ContainsAny(mark, ".!?。！？…؟")), after, lower, comma, colon,
		float64(v.first - v.begin), float64(v.end - v.last - 1), float64(len(f.Parts)),
		float64(min(20, strings.Count(f.Text, " "))), v.saysBefore, v.saysBehind, v.saysInside,
		trust.Signal(v.begin == v.first && v.begin > 0 && a.tokens[v.begin-1].quotation >= 0),
		trust.Signal(v.first == 0 || a.tokens[v.first].paragraph != a.tokens[v.first-1].paragraph),
		trust.Signal(unicode.IsUpper(firstRune(f.Text))), v.peopleBy(func(p *person) bool { return p.how == byName || p.how == bySpan }), v.peopleBy(func(p *person) bool { return p.spoke > 0 }),
	}, v.besideQuotation()...)
}

// besideQuotation tells what the words beside the quotation are, how many of its own have
// a capital, and how far the one before is.
func (v *view) besideQuotation() []float64 {
	before, behind, grammar, term := &sense{}, &sense{}, 0.0, 0.0
	for i := v.first - 1; i >= max(v.begin, v.first-3) && v.tokens[i].quotation < 0; i-- {
		term = max(term, trust.Signal(terms[v.tokens[i].bare]))
	}
	if i := v.first - 1; i >= v.begin && v.tokens[i].quotation < 0 {
		before = v.sense(i)
		switch b := v.tokens[i].bare; {
		case v.articles[b]:
			grammar = 1
		case v.indefinite[b]:
			grammar = 2
		case v.owners[b]:
			grammar = 3
		case v.prepositions[b]:
			grammar = 4
		case v.pronouns[b]:
			grammar = 5
		}
	}
	if i := v.last + 1; i < v.end && v.tokens[i].quotation < 0 {
		behind = v.sense(i)
	}
	capitals, words := 0.0, 0.0
	for w := range strings.FieldsSeq(v.quotation.Text) {
		words++
		capitals += trust.Signal(unicode.IsUpper(firstRune(w)))
	}
	since, sentences, names := 100.0, 9.0, 9.0
	for i := v.first - 1; i >= max(0, v.first-int(since)); i-- {
		if v.tokens[i].quotation >= 0 {
			since, sentences = float64(v.first-i), float64(v.tokens[v.first].sentence-v.tokens[i].sentence)
			names = 0
			for _, m := range v.marked(i, v.first) {
				names += trust.Signal(m.how == byName && m.behind == 0)
			}
			break
		}
	}
	return []float64{
		before.kind[says], before.kind[does], before.kind[who], before.kind[record], before.kind[joins], before.kind[other], grammar, term,
		behind.kind[says], behind.kind[does], capitals / max(1, words), since, sentences, names,
	}
}

// peopleBy is how many of the people named so far are of some sort.
func (v *view) peopleBy(sort func(*person) bool) float64 {
	n := 0.0
	for i := range v.people {
		n += trust.Signal(sort(&v.people[i]))
	}
	return min(n, peopleMany)
}

// peopleMany is how many people are not counted further.
const peopleMany = 9

// commonSignals are those of the quotation alone.
var commonSignals = []string{
	"script", "quotation ends in a comma", "ends its sentence", "words behind", "small letter behind", "comma behind", "colon before",
	"words before", "words behind, many", "parts", "length", "says before", "says behind", "says inside",
	"behind another", "begins a paragraph", "capital", "named so far", "spoke so far",
	"says just before", "does just before", "who just before", "record just before", "joins just before", "other just before", "grammar just before", "term before",
	"says just behind", "does just behind", "capitals in it", "since the last", "sentences since the last", "names since the last",
}

// SignalGroups are the signals that belong together: those of a quotation and of a mention
// beside it, those of a person that a mention stands for, and all.
func SignalGroups() [][]int {
	var beside, person, all []int
	shared := map[string]bool{"by name": true, "by pronoun": true, "by phrase": true, "by noun": true, "span": true, "by nothing": true, "script": true, "side": true, "behind another": true, "begins a paragraph": true, "since the last": true, "sentences since the last": true}
	for i, s := range Signals {
		isPerson := slices.Contains(personSignals, s)
		if !isPerson {
			beside = append(beside, i)
		}
		if isPerson || shared[s] {
			person = append(person, i)
		}
		all = append(all, i)
	}
	return [][]int{beside, person, all}
}

// Signals are what the numbers of a candidate's row are.
var Signals = slices.Concat(commonSignals, mentionSignals, SpanSignals, personSignals)
