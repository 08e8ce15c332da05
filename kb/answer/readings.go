package answer

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
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
	return &readings{x: x, words: words, countries: lexicon.Countries(words)}
}

// veto says what in the question a fact cannot answer: a country that is
// not in it, a number that it does not have, or roles the other way round. It
// is empty when nothing is.
func (r *readings) veto(entry *index.Entry) string {
	if !hasContent(r.words) {
		return "no word of the question says what it is about"
	}
	if code := r.strangeCountry(entry); code != "" {
		return "it is not about " + lexicon.CountryName(code)
	}
	for i, w := range r.words {
		digits := hasDigit(w.Text)
		if (digits || r.isStranger(i)) && !r.isHere(entry, w) {
			if digits {
				return "it does not have the number " + w.Text
			}
			return "it does not have the name " + w.Text
		}
	}
	if name := asksWho(r.words); name != "" && !r.tellsWho(entry, name) {
		return "it does not say who " + r.x.view.Names().Written(name) + " is"
	}
	if offTopic(topic(r.words), r.x.view.Facts, entry.Group(), r.x.view.Called(entry.Statement())) {
		return "it says nothing of what the question is about"
	}
	if d := r.lacksDetail(entry); d != "" {
		return "it does not say " + string(d)
	}
	if !r.keywords() && reversed(r.x.view, r.roles(entry), entry) {
		return "somebody else acts in it"
	}
	return ""
}

// tellsWho reports whether a fact is there to say who somebody is.
func (r *readings) tellsWho(entry *index.Entry, name string) bool {
	return slices.ContainsFunc(append([]string{entry.Fact().Question}, entry.Fact().AlsoAsked...), func(p string) bool {
		return asksWho(r.x.view.Words(p)) == name
	})
}

func (r *readings) roles(entry *index.Entry) roles {
	return rolesOf(r.x.view, r.words, r.x.view.Head(entry.Statement()))
}

// keywords reports whether the words make no sentence, so that their order says
// nothing.
func (r *readings) keywords() bool {
	english := text.InEnglish(r.words)
	return !slices.ContainsFunc(r.words, func(w text.Word) bool {
		if w.Script == text.Latin && english {
			return lexicon.Helping[w.Text] || lexicon.Being[w.Text] || saying[w.Text] || questionWords[w.Text] || pronouns[w.Text]
		}
		return w.Common && !beforeObjects[w.Text] && !lexicon.Joins[w.Text]
	})
}

// hasDigit reports whether a word of two characters or more has a digit: a year,
// or a name such as G7.
func hasDigit(word string) bool {
	return len(word) > 1 && strings.ContainsFunc(word, unicode.IsDigit)
}

// isHere reports whether a word is in a fact, or in what its statement is called
// and where it can be read.
func (r *readings) isHere(entry *index.Entry, w text.Word) bool {
	return lexicon.IsName(w) || w.Common || r.x.view.Facts.Has(entry.Group(), w) || r.x.view.Called(entry.Statement())[w.Stem]
}

// strangeCountry is a country of the question that a fact is not of, the first by its
// code; empty if there is none.
func (r *readings) strangeCountry(entry *index.Entry) (first string) {
	for code := range r.countries {
		if (first == "" || code < first) && !r.hasCountry(entry, code) {
			first = code
		}
	}
	return first
}

// hasCountry says whether a fact, or a party of its statement, is of a country.
func (r *readings) hasCountry(entry *index.Entry, code string) bool {
	if entry.Names(code) {
		return true
	}
	for _, p := range r.x.view.Head(entry.Statement()).Parties {
		if lexicon.Countries(r.x.view.Words(p))[code] {
			return true
		}
	}
	return false
}

// note is what the asker should know about how a fact fits: that the question
// names another speaker. A document is none.
func (r *readings) note(entry *index.Entry) string {
	f, roles := entry.Fact(), r.roles(entry)
	party := text.Fold(f.Party)
	if f.Party == kb.BothSides || roles.speaker == "" || !roles.party && !roles.says || len(titled(r.x.view, text.Word{Text: roles.word})) > 0 {
		return ""
	}
	if !roles.party && r.x.view.Facts.Has(entry.Group(), text.Word{Text: roles.word, Stem: roles.word}) {
		return "" // what the fact is about, and no speaker
	}
	another := roles.speaker != party && (roles.speaker != roles.agent || !roles.mentioned[party])
	person := f.Speaker != "" && roles.speaker == party && roles.word != "@"+party && roles.word != "@"+text.Fold(f.Speaker)
	if !another && !person {
		return ""
	}
	return "Not " + r.x.view.Names().Written(roles.word) + ": it was said by " + strings.TrimSuffix(kb.SaidBy(*f), ".") + "."
}
