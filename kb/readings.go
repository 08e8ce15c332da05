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
	if w, is := r.strangeSpeaker(held); is {
		return "it does not have the name " + w.Text
	}
	if !r.keywords() && r.x.scope.reversed(r.roles(held), held) {
		return "somebody else acts in it"
	}
	return ""
}

func (r *readings) roles(held *heldFact) roles {
	return r.x.scope.rolesOf(r.words, r.x.scope.statement(held.statement))
}

// strangeSpeaker gives the word for whoever speaks in the question, where that is
// nobody here, capital letter or not: "what did trump say", "trump said".
func (r *readings) strangeSpeaker(held *heldFact) (speaker text.Word, is bool) {
	for i, w := range r.words {
		if i == 0 || !saying[w.Text] && !reacting[w.Text] {
			continue
		}
		at := i - 1
		for at > 0 && !r.words[at].Common && !isName(r.words[at]) && !helping[r.words[at].Text] {
			at--
		}
		if helping[r.words[at].Text] {
			at++
		} else if at > 0 {
			continue
		}
		if at < i && !r.isHere(held, r.words[at]) && !r.x.base.index.Knows(r.words[at]) {
			return r.words[at], true
		}
	}
	return text.Word{}, false
}

// keywords reports whether the words make no sentence, so that their order says
// nothing.
func (r *readings) keywords() bool {
	return !slices.ContainsFunc(r.words, func(w text.Word) bool { return w.Common && !beforeObjects[w.Text] && !joins[w.Text] })
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

// isStranger reports whether the word at i is a name that nobody here has: it
// has a capital letter within a sentence, and looks like no known word.
func (r *readings) isStranger(i int) bool {
	w := r.words[i]
	return w.Upper && w.Script == text.Latin && !w.Common && len(w.Text) > 2 && r.within(w) &&
		!r.titled() && text.InEnglish(r.words) && !r.x.base.index.Knows(w)
}

// titled reports whether most words have a capital letter, so that it says
// nothing.
func (r *readings) titled() bool {
	upper, all := 0, 0
	for _, w := range r.words {
		if w.Script == text.Latin && !isName(w) {
			all++
			if w.Upper {
				upper++
			}
		}
	}
	return 2*upper > all
}

// within reports whether a word stands within a sentence, not at its beginning.
func (r *readings) within(w text.Word) bool {
	before := strings.TrimRight(r.x.question.Text[:min(w.Start, len(r.x.question.Text))], " \t\"'“‘«(")
	return before != "" && !endsSentence(rune(before[len(before)-1])) && before[len(before)-1] != ':'
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
// names another speaker.
func (r *readings) note(held *heldFact) string {
	f, roles := held.fact, r.roles(held)
	party := text.Fold(f.Party)
	if f.Party == BothSides || roles.speaker == "" || !roles.party && !roles.says {
		return ""
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
