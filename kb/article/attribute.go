package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// attribute finds out who is said to have said a quotation.
func (a *reading) attribute(i int) {
	f := &a.found[i]
	low, high := 0, len(a.text)
	if i > 0 {
		low = a.found[i-1].to
	}
	if i+1 < len(a.found) {
		high = a.found[i+1].from
	}
	a.meet(a.text[low:f.from])
	a.keepNations(a.text[low:f.from])
	a.turned = false
	a.listen(low, f.from)
	s := a.speaker(f, low, high)
	if s == nil && i > 0 && a.carriesOn(i) {
		f.SaidBy = a.found[i-1].SaidBy
		return
	}
	if s != nil {
		f.Named = s.words
		f.SaidBy = a.resolve(s, low, f.from)
	}
}

// A speaker is who some words say that speaks.
type speaker struct {
	words   string // as they stand
	name    string // the name in them; empty if there is none
	body    bool   // without a name: who was not named before, such as a ministry or “a source”
	pronoun bool
	latter  bool // who was named last of all
	source  bool // according to whom it was said, and who need not have said it
}

// speaker looks for who speaks in the tag inside, behind and before a quotation.
func (a *reading) speaker(f *found, low, high int) *speaker {
	if len(f.Parts) == 2 {
		inside := a.text[f.Parts[0].End:f.Parts[1].Start]
		if s := subject(strings.TrimFunc(inside, isQuoteOrSpace), true); s != nil {
			return s
		}
	}
	before, after := a.before(low, f.from), a.behind(f, high)
	tag := startsWithComma(after) || a.goesOn(f, after) || strings.ContainsAny(f.Parts[len(f.Parts)-1].lastMark(), ",，،")
	if tag {
		s, said := subject(after, true), subject(before, false)
		if s.says() && (!s.source || !said.says() || said.name == "") {
			return s
		}
		if s := a.opening(after); s != nil && verb(wordsOf(before), false) < 0 && verb(wordsOf(after), true) < 0 {
			return s
		}
	}
	implied := subject(before, false)
	if implied.says() {
		return implied
	}
	if s := subject(after, true); s.says() {
		return s
	}
	if words := wordsOf(after); !strings.ContainsFunc(after, isHan) && !strings.ContainsFunc(after, isArabic) {
		if s := tagged(words, tag); s.says() {
			return s
		}
	}
	if low == 0 || before != a.text[low:f.from] || a.ended(low, before) { // a sentence begins there
		if s := a.opening(before); s != nil {
			return s
		}
	}
	return implied
}

// goesOn reports whether the sentence goes on behind a quotation that ends in a
// question or an exclamation mark: “Three weeks!” scoffed Saleh.
func (a *reading) goesOn(f *found, after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, isQuoteOrSpace))
	return strings.ContainsAny(f.Parts[len(f.Parts)-1].lastMark(), "!?") && unicode.IsLower(r)
}

// ended reports whether the quotation that ends at a byte offset ends its sentence,
// and another begins behind it.
func (a *reading) ended(at int, behind string) bool {
	inner := strings.TrimRightFunc(a.text[:at], isQuoteOrSpace)
	end, _ := utf8.DecodeLastRuneInString(inner)
	begin, _ := utf8.DecodeRuneInString(strings.TrimSpace(behind))
	return strings.ContainsRune(".!?…", end) && unicode.IsUpper(begin)
}

// says reports whether words were found for who speaks.
func (s *speaker) says() bool { return s != nil && s.words != "" }

// opening returns who stands first in a stretch of a sentence in which no word
// says that somebody speaks.
func (a *reading) opening(s string) *speaker {
	words := wordsOf(s)
	switch {
	case len(words) == 0:
		return nil
	case strings.ContainsFunc(s, isHan):
		return chineseOpening(words[len(words)-1].text)
	case isArabic(words[0].first()):
		return arabicFallback(words)
	}
	return a.first(words, strings.HasSuffix(strings.TrimRightFunc(s, isQuoteOrSpace), ":"))
}

func isQuoteOrSpace(r rune) bool { return isMark(r) || unicode.IsSpace(r) }

func startsWithComma(s string) bool {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	return strings.HasPrefix(s, ",") || strings.HasPrefix(s, "，") || strings.HasPrefix(s, "،")
}

func (p Part) lastMark() string {
	if r := []rune(p.Text); len(r) > 0 {
		return string(r[len(r)-1])
	}
	return ""
}

// conjunctions begin what is no tag behind a quotation.
var conjunctions = set("并 而 但 且 and but while as when or nor yet et mais tandis alors y e pero mientras und aber während и а но в то как و ولكن بينما فيما")

// behind returns what may be a tag behind a quotation: nothing, if that ends its
// sentence and another begins.
func (a *reading) behind(f *found, high int) string {
	s := a.after(f.to, high)
	words := wordsOf(s)
	if len(words) == 0 || conjunctions[words[0].bare()] || isHan(words[0].first()) && conjunctions[string(words[0].first())] {
		return ""
	}
	ends := strings.ContainsAny(f.Parts[len(f.Parts)-1].lastMark(), ".…")
	if r := words[0].first(); ends && unicode.IsUpper(r) && !startsWithComma(s) {
		return ""
	}
	return s
}

// carriesOn reports whether a quotation goes on with the words of the one before:
// in the same paragraph, and in the next sentence at most.
func (a *reading) carriesOn(i int) bool {
	between := a.text[a.found[i-1].to:a.found[i].from]
	if strings.Contains(between, "\n\n") {
		return false
	}
	rest := strings.TrimSpace(between[min(len(between), endOfSentence(between)):])
	return endOfSentence(rest) >= len(rest)
}

// resolve returns the fullest name of a speaker: of a pronoun or an office, who
// spoke last, or is named first in the sentence before.
func (a *reading) resolve(s *speaker, low, at int) string {
	name := s.name
	switch {
	case name != "":
		name = a.full(name)
	case s.latter:
		if name = a.lastNamed(low, at); name == "" {
			return ""
		}
	case s.body:
		name = s.words
	case !s.pronoun && a.countryman(s.words) != "":
		name = a.countryman(s.words)
	case things[s.words] && strings.Contains(a.last, " ") && isPerson(a.last):
		return ""
	case !s.pronoun && !a.turned && a.isNews(s.words, at):
		name = s.words
	case a.last != "":
		return a.last
	default:
		if name = a.topic(low, at); name == "" {
			if s.pronoun || s.words == "" {
				return ""
			}
			name = s.words
		}
	}
	a.last = name
	if !slices.Contains(a.named, name) {
		a.named = append(a.named, name)
	}
	return name
}

// things are pronouns for what is nobody.
var things = set("it It es Es оно Оно ello")

// isPerson reports whether a full name is that of a person rather than of a body: it
// begins with a capital and with no article.
func isPerson(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return unicode.IsUpper(r) && !articles[first]
}

// listen remembers who speaks in the sentences between two quotations, without
// quotation marks; one that is not at its end is the next quotation's.
func (a *reading) listen(low, at int) {
	s := a.text[low:at]
	for {
		end := endOfSentence(s)
		if i := strings.Index(s, "\n\n"); i >= 0 && i < end {
			end = i + 2
		}
		whole := strings.TrimRightFunc(s, unicode.IsSpace)
		if r, _ := utf8.DecodeLastRuneInString(whole); whole == "" || end >= len(whole) && !strings.ContainsRune(".!?。！？؟", r) {
			return
		}
		who := subject(s[:end], false)
		if who == nil {
			who = a.actor(s[:end])
		}
		if who != nil && who.name != "" && low+end > 0 {
			a.last, a.turned = a.full(who.name), true
		}
		s = s[end:]
	}
}

// actor returns the person whom a sentence is about in which nobody speaks: one with
// a full name that it begins with, maybe behind an office.
func (a *reading) actor(s string) *speaker {
	words := wordsOf(s)
	if len(words) == 0 || isHan(words[0].first()) || isArabic(words[0].first()) {
		return nil
	}
	who := a.first(words, false)
	if who == nil && len(words) == 2 && words[0].isName() && !places[words[0].bare()] { // Shaibani disagreed.
		return named(words[:1])
	}
	if who == nil || !strings.Contains(a.full(who.name), " ") {
		return nil
	}
	return who
}

// lastNamed returns the name that stands last in a stretch of text.
func (a *reading) lastNamed(low, at int) string {
	names := namesIn(wordsOf(a.text[low:at]))
	if len(names) == 0 {
		return a.last
	}
	return a.full(names[len(names)-1])
}

// full returns the fullest name met that ends or begins with a name.
func (a *reading) full(name string) string {
	best := name
	for _, n := range a.named {
		longer := len(n) > len(best)
		l, short := strings.ToLower(n), strings.ToLower(name)
		if longer && (strings.HasSuffix(l, " "+short) || strings.HasPrefix(l, short+" ")) {
			best = n
		}
	}
	return best
}

// topic returns the name that stands first in the last sentence that has one.
func (a *reading) topic(low, at int) string {
	s := a.text[low:at]
	best := ""
	for s != "" {
		end := endOfSentence(s)
		if names := namesIn(wordsOf(s[:end])); len(names) > 0 {
			best = names[0]
		}
		s = s[end:]
	}
	if best == "" && len(a.named) > 0 {
		return a.named[len(a.named)-1]
	}
	return a.full(best)
}

// meet remembers the full names in a stretch of text.
func (a *reading) meet(s string) {
	for _, n := range namesIn(wordsOf(s)) {
		if strings.Contains(n, " ") && !slices.Contains(a.named, n) {
			a.named = append(a.named, n)
		}
	}
}

// subject returns who speaks in a stretch of a sentence: behind a quotation by the
// first word that says so, before one by the last.
func subject(s string, behind bool) *speaker {
	words := wordsOf(s)
	if len(words) == 0 {
		return nil
	}
	switch r := words[len(words)-1].first(); {
	case strings.ContainsFunc(s, isHan):
		return chineseSubject(words, behind)
	case isArabic(r):
		return arabicSubject(words, behind)
	}
	return casedSubject(words, behind)
}

// behindMost is how many words of a tag come before the one that says that
// somebody speaks, at most.
const behindMost = 14

// verb returns the number of the word that says that somebody speaks; -1 if none
// does.
func verb(words []word, behind bool) int {
	if behind {
		i := slices.IndexFunc(words, word.speaks)
		if i > behindMost {
			return -1
		}
		return i
	}
	for i := len(words) - 1; i >= 0; i-- {
		if words[i].speaks() {
			return i
		}
	}
	return -1
}
