package article

import (
	"slices"
	"strings"
)

// A person is somebody, or a body, who was named in the article.
type person struct {
	name    string
	lower   string
	tokens  []int // where the name begins, each time
	spoke   int   // how many quotations were given to it
	lastly  int   // the last of them; -1 for none
	length  int   // how many tokens its name has
	unnamed bool  // named by no name
	how     int   // how it was named first
	sure    float64
	sex     float64 // from -1 for a man to 1 for a woman, as of
	sexAt   int     // so many of its tokens
}

// attribute finds out who is said to have said each quotation.
func (a *reading) attribute(choose func(Quotation, []Candidate) int) {
	places := make([][]int, len(a.found))
	for i := range a.tokens {
		if q := a.tokens[i].quotation; q >= 0 {
			places[q] = append(places[q], i)
		}
	}
	for q := range a.found {
		f := &a.found[q]
		v := a.view(q, places[q])
		a.meet(v.first)
		all := v.candidates()
		n := choose(f.Quotation, all)
		if n < 0 || n >= len(all) {
			a.last = -1
			continue
		}
		f.SaidBy, f.Named = all[n].SaidBy, all[n].Named
		a.heard(f.SaidBy, v.first, q)
	}
}

// meet makes known the names that stand before a token.
func (a *reading) meet(to int) {
	for ; a.at < len(a.all) && a.all[a.at].last < to; a.at++ {
		if m := &a.all[a.at]; m.how != byPronoun && m.behind == 0 && (m.how != byPhrase || a.isBody(m) && !a.apposed(m)) {
			a.named(*m)
		}
	}
}

// apposed reports whether a phrase only tells who somebody is who is named beside it, behind
// a comma: Ada Marn, the minister.
func (a *reading) apposed(m *mention) bool {
	for _, n := range a.marked(max(0, m.first-runMost), min(len(a.tokens), m.last+runMost)) {
		if n.how != byName || n.behind > 0 {
			continue
		}
		if n.last+1 == m.first && a.tokens[m.first].isComma() || m.last+1 == n.first && a.tokens[n.first].isComma() {
			return true
		}
	}
	return false
}

// isBody reports whether a phrase may be one that speaks: its words tell who or what body.
func (a *reading) isBody(m *mention) bool {
	most := 0.0
	for i := m.first; i <= m.last; i++ {
		s := a.sense(i)
		most = max(most, s.kind[who]+s.kind[body]+s.kind[record])
	}
	return most > 0.5
}

// properly returns where in a run of words with capitals the name begins that follows
// offices and countries; behind its end if none does.
func (a *reading) properly(first, last int) int {
	for first <= last {
		s := a.sense(first)
		if t := &a.tokens[first]; a.isName(first) && !small[t.bare] && s.kind[name] > s.kind[who]+s.kind[body]+s.kind[place]+s.kind[says]+s.kind[does]+s.kind[record] {
			break
		}
		first++
	}
	return first
}

// named makes known that a mention names somebody.
func (a *reading) named(m mention) {
	name := a.full(m.name)
	i := slices.IndexFunc(a.people, func(p person) bool { return p.name == name })
	if i < 0 {
		i = len(a.people)
		a.people = append(a.people, person{name: name, lower: strings.ToLower(name), length: m.last - m.first + 1, lastly: -1, how: m.how, sure: m.sure})
	}
	a.people[i].tokens = append(a.people[i].tokens, m.first)
}

// heard makes known who said a quotation.
func (a *reading) heard(who string, at, quotation int) {
	if a.last = -1; who == "" {
		return
	}
	i := slices.IndexFunc(a.people, func(p person) bool { return p.name == who })
	if i < 0 {
		i = len(a.people)
		a.people = append(a.people, person{name: who, lower: strings.ToLower(who), tokens: []int{at}, length: 1 + strings.Count(who, " "), unnamed: true, how: -1})
	}
	a.people[i].spoke, a.people[i].lastly, a.last = a.people[i].spoke+1, quotation, i
}

// full returns the fullest name known that begins or ends with a name.
func (a *reading) full(name string) string {
	best := name
	short := strings.ToLower(name)
	for i := range a.people {
		if p := &a.people[i]; len(p.name) > len(best) && p.isLonger(short) {
			best = p.name
		}
	}
	return best
}

// longer are the people whose name begins or ends with another.
func (a *reading) longer(name string) []int {
	var all []int
	short := strings.ToLower(name)
	for i := range a.people {
		if p := &a.people[i]; len(p.name) > len(name) && p.isLonger(short) {
			all = append(all, i)
		}
	}
	return all
}

// isLonger reports whether a name, in small letters, begins or ends that of a person.
func (p *person) isLonger(short string) bool {
	n := len(p.lower) - len(short)
	return n > 0 && (p.lower[n-1] == ' ' && p.lower[n:] == short || p.lower[len(short)] == ' ' && p.lower[:len(short)] == short)
}
