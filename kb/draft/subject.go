package draft

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// subject finds who speaks in a sentence.
func (r *reading) subject(s *sentence, last saidBy) (saidBy, bool) {
	switch {
	case r.language.unspaced:
		return r.unspacedSubject(s)
	case r.language.after:
		return r.subjectBehind(s)
	}
	if said, ok := r.tag(s, last); ok {
		return said, true
	}
	said, verb, ok := r.opening(s, last)
	for _, a := range s.acts {
		if a.requires || ok && verb < a.from {
			continue
		}
		if a.from == 0 {
			return r.together(), true
		}
		if at := r.language.subjectEnd(s.words, a.from); at >= 0 {
			if said, ok := r.endingAt(s, at, last); ok {
				return said, true
			}
		}
	}
	return said, ok
}

// lastOr is who spoke last; where nobody did, the first who has an office.
func (r *reading) lastOr(title string) (saidBy, bool) {
	if r.last.party != "" {
		return r.last, true
	}
	for i := range r.people {
		if r.people[i].title == title {
			return r.byPerson(&r.people[i]), true
		}
	}
	return saidBy{}, false
}

// tag reads who is said to say a sentence, behind its words: "…,” he said."
func (r *reading) tag(s *sentence, last saidBy) (saidBy, bool) {
	if len(s.acts) == 0 {
		return saidBy{}, false
	}
	a := s.acts[len(s.acts)-1]
	if a.kind != tells || len(s.words)-a.past > 1 || a.from < 2 {
		return saidBy{}, false
	}
	return r.endingAt(s, r.language.subjectEnd(s.words, a.from), last)
}

// endingAt reads who is named by the words that end with one.
func (r *reading) endingAt(s *sentence, at int, last saidBy) (saidBy, bool) {
	w := s.words[at]
	switch r.language.pronouns[w.Text] {
	case speaking, several:
		return r.together(), true
	case single:
		return r.last, r.last.party != ""
	case either:
		return last, last.party != ""
	}
	if r.language.persons[w.Text] && !w.Possessive && at > 0 { // "the minister"
		if from := at - 1; r.language.articles[s.words[from].Text] || from > 0 && !s.words[from].Upper && r.language.articles[s.words[from-1].Text] {
			return r.lastOr(w.Text)
		}
	}
	if r.language.groups[w.Text] && !w.Possessive {
		return r.together(), true
	}
	if w.Possessive || !w.Upper {
		return saidBy{}, false
	}
	one, from, ok := r.oneEndingAt(s, at)
	if !ok {
		return saidBy{}, false
	}
	for from > 0 && (r.language.articles[s.words[from-1].Text] || titles[s.words[from-1].Text]) {
		from--
	}
	if from > 0 && (r.language.joins[s.words[from-1].Text] || s.words[from].Paused) {
		before := from - 1
		if before > 0 && r.language.joins[s.words[before].Text] {
			before--
		}
		if other, ok := r.endingAt(s, before, last); ok && other.party != one.party {
			return r.joined(other, one), true
		}
	}
	if from > 0 && r.language.linking[s.words[from-1].Text] && !s.words[from].Paused {
		if from > 1 && r.language.groups[s.words[from-2].Text] { // "the leaders of Japan"
			return r.together(), true
		}
		return saidBy{}, false // "the people of Syria"
	}
	return one, true
}

// joined are two who speak together: all who issued the text, or some of them under
// one name.
func (r *reading) joined(a, b saidBy) saidBy {
	if a.party == kb.BothSides || b.party == kb.BothSides {
		return r.together()
	}
	parties := append(r.named(a), r.named(b)...)
	if len(parties) == len(r.issuers) {
		return r.together()
	}
	name := r.language.list(parties)
	return saidBy{party: r.add(strings.TrimPrefix(name, "the ")), name: name, many: true}
}

// named are the issuers whom a party is made of, or the party.
func (r *reading) named(s saidBy) []string {
	var names []string
	for _, p := range r.issuers {
		if p == s.party || s.many && strings.Contains(s.party, p) {
			names = append(names, p)
		}
	}
	if len(names) == 0 {
		names = []string{s.party}
	}
	return names
}

// oneEndingAt reads one country, body or person named by the words that end with one.
func (r *reading) oneEndingAt(s *sentence, at int) (said saidBy, from int, ok bool) {
	for n := 1; n <= 6 && at-n+1 >= 0; n++ {
		from := at - n + 1
		if found, ok := nameAt(s.text, s.words, from); ok && found.past == at+1 {
			said, from, ok := r.byName(found)
			return said, r.beforeShort(s, from, said.party), ok
		}
	}
	if p := r.short[s.words[at].Text]; p != "" {
		return saidBy{party: p, name: r.language.called(p)}, r.beforeShort(s, at, p), true
	}
	if p, from := r.issuerEndingAt(s, at); p != "" {
		return saidBy{party: p, name: r.language.called(p)}, from, true
	}
	from = at
	var name []string
	for ; from >= 0 && (s.words[from].Upper || particles[s.words[from].Text]) && !titles[s.words[from].Text]; from-- {
		name = append([]string{s.words[from].Text}, name...)
		if s.words[from].Paused {
			break
		}
	}
	if len(name) > 1 && r.language.function[name[0]] {
		name = name[1:]
	}
	if p := r.personOf(name); p != nil {
		return r.byPerson(p), at - len(name) + 1, true
	}
	return saidBy{}, 0, false
}

// issuerEndingAt gives the issuer whose name ends with a word, as it is written.
func (r *reading) issuerEndingAt(s *sentence, at int) (party string, from int) {
	for _, p := range r.issuers {
		name := text.Words(p)
		from := at - len(name) + 1
		if from >= 0 && slices.EqualFunc(name, s.words[from:at+1], func(a, b text.Word) bool { return a.Text == b.Text }) {
			return p, from
		}
	}
	return "", 0
}

// beforeShort gives where the name of a party begins whose letters stand in brackets
// behind it.
func (r *reading) beforeShort(s *sentence, at int, party string) int {
	if at == 0 || !strings.HasSuffix(strings.TrimSpace(s.text[:s.words[at].Start]), "(") {
		return at
	}
	if said, from, ok := r.oneEndingAt(s, at-1); ok && said.party == party {
		return from
	}
	return at
}

// byName is the party that is named; no other country speaks in a statement.
func (r *reading) byName(n naming) (saidBy, int, bool) {
	p := r.codes[n.code]
	if n.code == "" {
		p = r.short[text.Fold(n.name)]
	}
	if p == "" {
		return saidBy{}, 0, false
	}
	return saidBy{party: p, name: r.language.called(p)}, n.from, true
}

// opening reads who stands at the beginning of a sentence, before a verb such as "is"
// or, where several issued the text and it tells what each did, one in the past.
func (r *reading) opening(s *sentence, last saidBy) (said saidBy, verb int, ok bool) {
	for i := 1; i < len(s.words) && i < openingWords; i++ {
		finite := r.language.finites[s.words[i].Text]
		if !finite && (r.language.code != "en" || len(r.issuers) < 2 || !isPast(s.words[i])) {
			continue
		}
		if said, ok := r.endingAt(s, i-1, last); ok || finite {
			return said, i, ok
		}
	}
	return saidBy{}, 0, false
}

// openingWords is how far the verb of a sentence is looked for.
const openingWords = 12

// subjectBehind reads who stands behind an act, in a language whose verbs stand first.
func (r *reading) subjectBehind(s *sentence) (saidBy, bool) {
	for _, a := range s.acts {
		from := a.past
		for past := from; past < len(s.words) && past < from+6; past++ {
			w := s.words[past]
			if r.language.function[w.Text] || s.words[past].Paused {
				break
			}
			if r.language.groups[w.Text] {
				s.named = past + 1
				return r.together(), true
			}
			if n, ok := nameAt(s.text, s.words, past); ok && past == from {
				if said, _, ok := r.byName(n); ok {
					s.named = n.past
					return said, true
				}
			}
		}
		if from < len(s.words) && titles[s.words[from].Text] {
			return r.officeAt(s, from), true
		}
	}
	return saidBy{}, false
}

// officeAt is who stands behind an office, in a script without capitals: the words up
// to one that tells nothing, or an article of a verb.
func (r *reading) officeAt(s *sentence, from int) saidBy {
	past, country := from+1, ""
	for past < len(s.words) && past < from+6 && !r.language.function[s.words[past].Text] && !s.words[past].Paused {
		if code, n := lexicon.CountryAt(s.words[past:]); n > 0 {
			country = code
		}
		past++
	}
	s.named = past
	return r.byPerson(&person{name: s.text[s.words[from].Start:s.words[past-1].End], country: country})
}

// unspacedSubject reads who stands before the first act of a sentence without spaces.
func (r *reading) unspacedSubject(s *sentence) (saidBy, bool) {
	for _, a := range s.acts {
		from := a.from
		for from > 0 && !s.words[from].Paused && a.from-from < 14 {
			from--
		}
		if from == a.from {
			continue
		}
		name := s.text[s.words[from].Start:s.words[a.from-1].End]
		if said, ok := r.unspacedName(name, s.words[from:a.from]); ok {
			return said, true
		}
	}
	return saidBy{}, false
}

// unspacedName reads a group, a side ("中方": the side of the party that begins so) or
// a party by its name.
func (r *reading) unspacedName(name string, words []text.Word) (saidBy, bool) {
	folded := text.Fold(name)
	for group := range r.language.groups {
		if strings.HasPrefix(folded, group) || strings.HasSuffix(folded, group) {
			return r.together(), true
		}
	}
	if code, n := lexicon.CountryAt(words); n > 0 && n == len(words) && r.codes[code] != "" {
		return saidBy{party: r.codes[code], name: r.codes[code]}, true
	}
	side, ok := strings.CutSuffix(folded, "方")
	for _, p := range r.parties {
		if ok && side != "" && strings.HasPrefix(text.Fold(p), side) {
			return saidBy{party: p, name: name}, true
		}
	}
	return saidBy{}, false
}
