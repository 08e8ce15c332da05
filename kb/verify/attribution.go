package verify

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/quote"
	"verbatim/kb/text"
)

// An Attribution says whether the one who is named said a quotation.
type Attribution string

// The attributions.
const (
	Right   Attribution = "right"
	Wrong   Attribution = "wrong"   // the source's words are of another speaker or party
	Unsaid  Attribution = "unsaid"  // nobody is named
	Unknown Attribution = "unknown" // the source tells nobody, or the quotation was not found
)

// Attribute says whether a quotation is of the one who is said to have said it: of
// its speaker, by the whole name or a part of it, of the party, by the name of the
// country too, or of the statement itself. Other names are those of the aliases.
func (r Quoted) Attribute(saidBy string) Attribution {
	said := nameWords(saidBy)
	switch {
	case len(said) == 0:
		return Unsaid
	case r.Verdict == quote.NotFound || len(r.SaidBy) == 0:
		return Unknown
	}
	if saidAt(Standing{Statement: r.Statement, From: r.From, Party: r.Party, SaidBy: r.SaidBy, Turn: r.Turn}, saidBy) ||
		slices.ContainsFunc(r.Stands, func(s Standing) bool { return saidAt(s, saidBy) }) {
		return Right
	}
	return Wrong
}

// saidAt reports whether the words at a place are of the one who is named.
func saidAt(s Standing, saidBy string) bool {
	said := nameWords(saidBy)
	for _, name := range s.SaidBy {
		if words := nameWords(name); within(said, words) || within(words, said) {
			return true
		}
	}
	if s.From.Kind == kb.KindStatement && !s.Turn.Put && (within(said, nameWords(s.Statement.Title)) || within(said, nameWords(s.From.Title))) {
		return true
	}
	parties := []string{s.Party}
	if len(s.SaidBy) > 0 && s.Turn == (Turn{}) && (s.Party == "" || s.Party == kb.BothSides) {
		parties = s.Statement.Parties
	}
	return slices.ContainsFunc(parties, func(party string) bool { return sameCountry(saidBy, party) })
}

// namesOf are all names of who said what stands in a source: of the speaker and party
// of the fact that cites it; where none does, of whoever has the turn in the text, or
// of those who issued the statement.
func (v *corpus) namesOf(p *origin, cited *mention, turn Turn) []string {
	s := p.statement
	var names []string
	switch {
	case cited == nil && turn != Turn{}:
		if names = turn.names(); !turn.Put && len(s.Parties) == 1 {
			names = append(names, s.Parties...)
		}
	case cited == nil && p.source.Kind != kb.KindStatement:
		return nil
	case cited == nil || cited.fact.Party == kb.BothSides:
		names = append(names, s.Parties...)
		if len(s.Parties) > 1 {
			names = append(names, kb.BothSides, "the two sides")
		}
	case cited.fact.Speaker != "":
		names = append(names, cited.fact.Speaker, cited.fact.Party)
	default: // whoever speaks for the party may have said it
		names = append(names, cited.fact.Party)
		for _, f := range s.Facts {
			if f.Party == cited.fact.Party && !slices.Contains(names, f.Speaker) {
				names = append(names, f.Speaker)
			}
		}
	}
	for _, name := range slices.Clone(names) {
		names = append(names, v.aliases[text.Fold(name)]...)
	}
	return slices.DeleteFunc(names, func(n string) bool { return n == "" })
}

// callAlso keeps the other names that a statement has for its names, by each of them.
func (v *corpus) callAlso(s *kb.Statement) {
	for _, a := range s.Aliases {
		all := append([]string{a.Name}, a.Other...)
		for _, name := range all {
			key := text.Fold(name)
			v.aliases[key] = append(v.aliases[key], all...)
		}
	}
}

// nameWords are the folded words of a name, without the article before it; in scripts
// without spaces the characters.
func nameWords(name string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(text.Fold(name), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }) {
		switch {
		case strings.ContainsFunc(w, text.IsUnspaced):
			words = append(words, strings.Split(w, "")...)
		case w != "the" && w != "s":
			words = append(words, w)
		}
	}
	return words
}

// within reports whether the words of a name stand in another in their order, maybe
// with names between them, such as that of the father; a single character is no name.
func within(name, other []string) bool {
	if len(name) == 0 || len(name) == 1 && len([]rune(name[0])) < 2 {
		return false
	}
	n := 0
	for _, w := range other {
		if n < len(name) && w == name[n] {
			n++
		}
	}
	return n == len(name)
}

// sameCountry reports whether two names are of one country, such as “the Chinese
// foreign ministry” and “China”.
func sameCountry(a, b string) bool {
	of := lexicon.Countries(text.Words(b))
	for code := range lexicon.Countries(text.Words(a)) {
		if of[code] {
			return true
		}
	}
	return false
}
