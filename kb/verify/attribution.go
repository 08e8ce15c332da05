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
	for _, name := range r.SaidBy {
		if words := nameWords(name); len(words) > 0 && (within(said, words) || within(words, said)) {
			return Right
		}
	}
	if r.From.Kind == kb.KindStatement && (within(said, nameWords(r.Statement.Title)) || within(said, nameWords(r.From.Title))) {
		return Right
	}
	for _, party := range r.parties() {
		if sameCountry(saidBy, party) {
			return Right
		}
	}
	return Wrong
}

// parties are whose words they are, when no person is asked for.
func (r Quoted) parties() []string {
	if r.Party != "" && r.Party != kb.BothSides {
		return []string{r.Party}
	}
	return r.Statement.Parties
}

// namesOf are all names of who said the words of a result: of the fact's speaker and
// party; where no fact cites them, of those who issued the statement.
func namesOf(s *kb.Statement, r Quoted) []string {
	var names []string
	switch {
	case r.Fact == "" && r.From.Kind != kb.KindStatement:
		return nil
	case r.Fact == "" || r.Party == kb.BothSides:
		names = append(names, s.Parties...)
		if len(s.Parties) > 1 {
			names = append(names, kb.BothSides, "the two sides")
		}
	case r.Speaker != "":
		names = append(names, r.Speaker, r.Party)
	default: // whoever speaks for the party may have said it
		names = append(names, r.Party)
		for _, f := range s.Facts {
			if f.Party == r.Party && !slices.Contains(names, f.Speaker) {
				names = append(names, f.Speaker)
			}
		}
	}
	for _, name := range slices.Clone(names) {
		names = append(names, aliasesOf(s, name)...)
	}
	return slices.DeleteFunc(names, func(n string) bool { return n == "" })
}

// aliasesOf are the other names of a name.
func aliasesOf(s *kb.Statement, name string) []string {
	var all []string
	for _, a := range s.Aliases {
		same := func(other string) bool { return text.Fold(other) == text.Fold(name) }
		if same(a.Name) || slices.ContainsFunc(a.Other, same) {
			all = append(append(all, a.Name), a.Other...)
		}
	}
	return all
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

// within reports whether a name stands in another, in one piece; a single character
// is no name.
func within(name, other []string) bool {
	if len(strings.Join(name, "")) < 2 || len(name) == 1 && len([]rune(name[0])) < 2 {
		return false
	}
	for i := 0; i+len(name) <= len(other); i++ {
		if slices.Equal(other[i:i+len(name)], name) {
			return true
		}
	}
	return false
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
