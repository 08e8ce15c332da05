package answer

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
	"verbatim/kb/wording"
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

// veto says what in a question a fact cannot answer, whatever else speaks for it: no
// word says what it is about, or one thing is asked for that the fact does not tell. It
// is empty where none of that is so.
func (r *readings) veto(w weighed, entry *index.Entry) string {
	if !hasContent(r.words) {
		return "no word of the question says what it is about"
	}
	if kind := r.x.untold(w, entry); kind != "" {
		return "it does not tell " + kind
	}
	return ""
}

// strangeCountries, strangeNumbers and strangers are how many countries, numbers and
// names of the question a fact does not have.
func (r *readings) strangeCountries(entry *index.Entry) (n float64) {
	for code := range r.countries {
		if !r.hasCountry(entry, code) {
			n++
		}
	}
	return n
}

func (r *readings) strangeNumbers(entry *index.Entry) (n float64) {
	for _, w := range r.words {
		if hasDigit(w.Text) && !r.isHere(entry, w) {
			n++
		}
	}
	return n
}

// turned reports whether somebody else acts in a fact.
func (r *readings) turned(entry *index.Entry) bool {
	return !r.keywords() && reversed(r.x.view, r.roles(entry), entry)
}

func (r *readings) strangers(entry *index.Entry) (n float64) {
	for i, w := range r.words {
		if r.isStranger(i) && !r.isHere(entry, w) {
			n++
		}
	}
	return n
}

// strangerNote tells of a name in an English question that nothing here has: a fact may
// answer the rest of it.
func (r *readings) strangerNote(entry *index.Entry) string {
	if !text.InEnglish(r.words) {
		return ""
	}
	for i, w := range r.words {
		if r.isStranger(i) && !r.isHere(entry, w) && !w.NamesDay() {
			return r.x.in().Say("note.nobody-named", "Name", r.x.question.Text[w.Start:w.End])
		}
	}
	return ""
}

// asksWhoElse reports whether a question asks who somebody is, and a fact does not.
func (r *readings) asksWhoElse(entry *index.Entry) bool {
	name := asksWho(r.words)
	return name != "" && !r.tellsWho(entry, name)
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
			return lexicon.Helping[w.Text] || lexicon.Being[w.Text] || lexicon.Saying[w.Text] || lexicon.QuestionWords[w.Text] || pronouns[w.Text]
		}
		return w.Common && !lexicon.BeforeObjects[w.Text] && !lexicon.Joins[w.Text]
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
	l := r.x.in()
	return l.Say("note.another-speaker", "Asked", r.x.view.Names().Written(roles.word), "SaidBy", strings.TrimSuffix(wording.SaidBy(l, *f), "."))
}
