package kb

import (
	"slices"
	"strings"
	"time"
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
	if !tells(r.words) {
		return "no word of the question says what it is about"
	}
	for code := range r.countries {
		if !r.hasCountry(held, code) {
			return "it is not about " + countryName(code)
		}
	}
	for i, w := range r.words {
		digits := hasDigit(w.Text)
		if (digits || r.isStranger(i)) && !r.isHere(held, w) {
			if digits {
				return "it does not have the number " + w.Text
			}
			return "it does not have the name " + w.Text
		}
	}
	if name := asksWho(r.words); name != "" && !r.tellsWho(held, name) {
		return "it does not say who " + r.x.scope.names.written(name) + " is"
	}
	if offTopic(topic(r.words), r.x.base.index, held.group, r.statementWords(held.statement)) {
		return "it says nothing of what the question is about"
	}
	if d := r.lacksDetail(held); d != "" {
		return "it does not say " + string(d)
	}
	if !r.keywords() && reversed(r.roles(held), held) {
		return "somebody else acts in it"
	}
	return ""
}

// tellsWho reports whether a fact is there to say who somebody is.
func (r *readings) tellsWho(held *heldFact, name string) bool {
	return slices.ContainsFunc(append([]string{held.fact.Question}, held.fact.AlsoAsked...), func(p string) bool {
		return asksWho(r.x.scope.words(p)) == name
	})
}

func (r *readings) roles(held *heldFact) roles {
	return r.x.scope.rolesOf(r.words, r.x.scope.statement(held.statement))
}

// keywords reports whether the words make no sentence, so that their order says
// nothing.
func (r *readings) keywords() bool {
	english := text.InEnglish(r.words)
	return !slices.ContainsFunc(r.words, func(w text.Word) bool {
		if w.Script == text.Latin && english {
			return helping[w.Text] || being[w.Text] || saying[w.Text] || questionWords[w.Text] || pronouns[w.Text]
		}
		return w.Common && !beforeObjects[w.Text] && !joins[w.Text]
	})
}

// hasDigit reports whether a word of two characters or more has a digit: a year,
// or a name such as G7.
func hasDigit(word string) bool {
	return len(word) > 1 && strings.ContainsFunc(word, unicode.IsDigit)
}

// isHere reports whether a word is in a fact, or in what its statement is called
// and where it can be read.
func (r *readings) isHere(held *heldFact, w text.Word) bool {
	return isName(w) || w.Common || r.x.base.index.Has(held.group, w) || r.statementWords(held.statement)[w.Stem]
}

// calledKey names a statement as it counts in a scope.
type calledKey struct {
	scope     *scope
	statement string
}

// statementWords are the stems of what a statement is called, when and where it
// was made, and who publishes its sources.
func (r *readings) statementWords(id string) map[string]bool {
	key := calledKey{r.x.scope, id}
	if stems, ok := r.x.base.called.Load(key); ok {
		return stems.(map[string]bool)
	}
	stems := r.x.scope.called(id)
	r.x.base.called.Store(key, stems)
	return stems
}

func (sc *scope) called(id string) map[string]bool {
	s := sc.statement(id)
	parts := []string{s.Title, s.Place, s.Date, strings.ReplaceAll(s.Date, "-", " ")}
	if day, err := time.Parse(time.DateOnly, s.Date); err == nil {
		parts = append(parts, day.Format("2 January 2006"))
	}
	for _, source := range sc.sourcesOf(id) {
		parts = append(parts, source.Publisher)
	}
	stems := map[string]bool{}
	for _, w := range sc.words(strings.Join(parts, "\n")) {
		stems[w.Stem] = true
	}
	return stems
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
// names another speaker. A document is none.
func (r *readings) note(held *heldFact) string {
	f, roles := held.fact, r.roles(held)
	party := text.Fold(f.Party)
	if f.Party == BothSides || roles.speaker == "" || !roles.party && !roles.says || len(r.x.scope.titled(text.Word{Text: roles.word})) > 0 {
		return ""
	}
	if !roles.party && r.x.base.index.Has(held.group, text.Word{Text: roles.word, Stem: roles.word}) {
		return "" // what the fact is about, and no speaker
	}
	another := roles.speaker != party && (roles.speaker != roles.agent || !roles.mentioned[party])
	person := f.Speaker != "" && roles.speaker == party && roles.word != "@"+party && roles.word != "@"+text.Fold(f.Speaker)
	if !another && !person {
		return ""
	}
	who := f.Party
	if f.Speaker != "" && f.Speaker != f.Party {
		who = f.Speaker + ", for " + f.Party
	}
	return "Not " + r.x.scope.names.written(roles.word) + ": it was said by " + strings.TrimSuffix(who, ".") + "."
}
