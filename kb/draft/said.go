package draft

import (
	"slices"

	"verbatim/kb"
	"verbatim/kb/document/block"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// A saidBy is whose words a sentence is.
type saidBy struct {
	party, speaker string
	name           string // as a question calls them; empty for what the text says
	many           bool   // it is several
}

// attribute says of every sentence whose words it is: of the label over it; of the
// subject of its first act; of its subject, where a verb such as "is" follows; of
// who spoke before, where a pronoun stands for them; of all who issued the text.
func (r *reading) attribute() {
	var last saidBy // in the paragraph
	paragraph := 0
	for _, s := range r.sentences {
		if s.block.Speaker != "" {
			s.said = r.bySpeaker(s.block.Speaker)
			continue
		}
		if s.block.Paragraph != paragraph && !r.goesOn(s) {
			last = saidBy{}
		}
		paragraph = s.block.Paragraph
		said, ok := r.subject(s, last)
		if !ok {
			said = r.all()
		}
		if s.said = said; ok {
			last = said
		}
		if ok && said.speaker != "" {
			r.last = said
		}
	}
}

// goesOn reports whether a sentence goes on with the words before its paragraph: it is
// an entry of a list.
func (r *reading) goesOn(s *sentence) bool { return s.block.Kind == block.ListEntry }

// all are those who issued the text.
func (r *reading) all() saidBy {
	switch len(r.issuers) {
	case 0:
		return saidBy{}
	case 1:
		return saidBy{party: r.issuers[0]}
	}
	return saidBy{party: kb.BothSides, many: true}
}

// together are all who issued the text, as its subject.
func (r *reading) together() saidBy {
	all := r.all()
	if all.name = r.language.called(all.party); all.many {
		all.name = r.allNames()
	}
	return all
}

// allNames calls who issued the text: by their names, or as so many countries.
func (r *reading) allNames() string {
	n := len(r.issuers)
	if n < 3 {
		return r.language.list(r.issuers)
	}
	for _, p := range r.issuers {
		if len(lexicon.Countries(text.Words(p))) == 0 {
			return r.language.frames.group
		}
	}
	if counts := r.language.frames.counts; n < len(counts) {
		return counts[n]
	}
	return r.language.frames.group
}

// bySpeaker is the person whom a label names.
func (r *reading) bySpeaker(label string) saidBy {
	p := labelled(label, "", "")
	if known := r.personOf(p.words); known != nil {
		return r.byPerson(known)
	}
	return saidBy{party: r.add(label), speaker: label, name: label}
}

// byPerson is a person, for the country that they are of.
func (r *reading) byPerson(p *person) saidBy {
	s := saidBy{speaker: p.name, name: p.name}
	switch {
	case r.codes[p.country] != "":
		s.party = r.codes[p.country]
	case p.country != "":
		s.party = r.add(lexicon.CountryName(p.country))
		r.codes[p.country] = s.party
	case len(r.issuers) == 1 && !p.label:
		s.party = r.issuers[0]
	default:
		s.party = r.add(p.name)
	}
	return s
}

// add makes somebody a party who is none yet.
func (r *reading) add(name string) string {
	if !slices.Contains(r.parties, name) {
		r.parties = append(r.parties, name)
	}
	return name
}
