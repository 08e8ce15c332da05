package kb

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// readings are what a question says of who, where and when, for a fact to be
// held against.
type readings struct {
	x         *inquiry
	words     []text.Word
	countries map[string]bool // region codes
}

func (x *inquiry) readings(words []text.Word) *readings {
	return &readings{x: x, words: words, countries: countriesIn(words)}
}

// objection says what in the question a fact cannot answer: a country that is
// not in it, a number that it does not have, or roles the other way round. It
// is empty when nothing is.
func (r *readings) objection(held *heldFact) string {
	for code := range r.countries {
		if !r.hasCountry(held, code) {
			return "it is not about the country " + code
		}
	}
	for _, w := range r.words {
		if isNumber(w.Text) && !r.x.base.index.Has(held.group, w) {
			return "it does not have the number " + w.Text
		}
	}
	if r.x.scope.reversed(r.roles(held), held) {
		return "somebody else acts in it"
	}
	return ""
}

func (r *readings) roles(held *heldFact) roles {
	return r.x.scope.rolesOf(r.words, r.x.scope.statement(held.statement))
}

// isNumber reports whether a word is a number of two digits or more.
func isNumber(word string) bool {
	return len(word) > 1 && !slices.ContainsFunc([]rune(word), func(c rune) bool { return !unicode.IsDigit(c) })
}

// hasCountry says whether a fact, or a party of its statement, is of a country.
func (r *readings) hasCountry(held *heldFact, code string) bool {
	if slices.Contains(held.cut.countries, code) {
		return true
	}
	for _, p := range r.x.scope.statement(held.statement).Parties {
		if countriesIn(r.x.scope.words(p))[code] {
			return true
		}
	}
	return false
}

// note is what the asker should know about how a fact fits: that the question
// names another speaker.
func (r *readings) note(held *heldFact) string {
	f, roles := held.fact, r.roles(held)
	party := text.Fold(f.Party)
	if f.Party == BothSides || roles.speaker == "" {
		return ""
	}
	another := roles.speaker != party && (roles.speaker != roles.agent || !roles.mentioned[party])
	person := f.Speaker != "" && roles.speaker == party && roles.word != "@"+party && roles.word != "@"+text.Fold(f.Speaker)
	if !another && !person {
		return ""
	}
	who := f.Party
	if f.Speaker != "" {
		who = f.Speaker + ", for " + f.Party
	}
	return "The question names another speaker. It was said by " + strings.TrimSuffix(who, ".") + "."
}
