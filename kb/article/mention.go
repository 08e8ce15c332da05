package article

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/trust"
)

// How somebody is named.
const (
	byName    = iota // Wang Yi
	byPronoun        // she
	byPhrase         // the minister
	byNoun           // sources
	bySpan           // some words of Arabic or Chinese, which have no capitals
	byNothing        // and added: whoever spoke before
	nobody
)

// A mention is some words that may name who speaks.
type mention struct {
	first, last int // its tokens
	how         int
	run         int       // of a name: words with capitals that stand before it, without a mark
	rest        int       // … and behind it
	proper      bool      // it begins where the name seems to begin in its run
	joined      bool      // it names two
	row         []float64 // its signals without regard to any quotation
	sure        float64   // how much speaks for it, compared with what it could be instead
	behind      float64   // how much more speaks for another mention over it; 0 for the best
	name        string    // whom it names, if that stands there; empty for a pronoun
}

// wordsOf returns the words from one token to another.
func (a *reading) wordsOf(first, last int) string {
	return strings.Join(strings.Fields(a.text[a.tokens[first].start:a.tokens[last].end]), " ")
}

// mark finds the mentions of the article: of all words that may be one, those for which
// most speaks, and those over them for which little less does.
func (a *reading) mark(choose *trust.Forest, each func([]mention)) {
	all := a.mentions(0, len(a.tokens))
	for i := range all {
		m := &all[i]
		if m.how != byPronoun {
			m.row = a.spanRow(*m)
			m.sure = choose.Odds(m.row)
		} else {
			m.row, m.sure = make([]float64, len(SpanSignals)), math.Inf(1)
		}
	}
	if each != nil {
		each(all)
	}
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(x, y mention) int { return cmp.Compare(y.sure, x.sure) })
	best := make([]float64, len(a.tokens))
	for i := range best {
		best[i] = math.Inf(-1)
	}
	for _, m := range order {
		for i := m.first; i <= m.last; i++ {
			m.behind = max(m.behind, best[i]-m.sure)
		}
		if m.behind > behindMost {
			continue
		}
		for i := m.first; i <= m.last && m.behind == 0; i++ {
			best[i] = m.sure
		}
		a.all = append(a.all, m)
	}
	slices.SortStableFunc(a.all, func(x, y mention) int { return cmp.Compare(x.first, y.first) })
}

// behindMost is how much less may speak for a mention than for another over it.
const behindMost = 4.0

// marked returns the mentions from one token up to another.
func (a *reading) marked(from, to int) []mention {
	first, _ := slices.BinarySearchFunc(a.all, from, func(m mention, at int) int { return cmp.Compare(m.first, at) })
	last := first
	for last < len(a.all) && a.all[last].first < to {
		last++
	}
	return slices.DeleteFunc(slices.Clone(a.all[first:last]), func(m mention) bool { return m.last >= to })
}

// mentions returns all that may be mentions among the tokens from one up to another.
func (a *reading) mentions(from, to int) []mention {
	var all []mention
	for i := from; i < to; i++ {
		t := &a.tokens[i]
		switch {
		case t.quotation >= 0:
		case a.isPronoun(t) && !a.owns(i):
			all = append(all, mention{first: i, last: i, how: byPronoun})
			fallthrough
		case isHan(t.first()), isArabic(t.first()):
			all = append(all, a.spans(i, to)...)
		case a.isName(i):
			if i == from || !a.inRun(i) {
				all = append(all, a.names(i, to)...)
			}
			all = append(all, a.phrases(i, to)...)
		default:
			all = append(all, a.phrases(i, to)...)
		}
	}
	return all
}

// owns reports whether a word tells whose the next one is: her office.
func (a *reading) owns(i int) bool {
	return a.owners[a.tokens[i].bare] && i+1 < len(a.tokens) && a.tokens[i+1].follows() && a.sense(i + 1).kind[joins]+a.sense(i + 1).kind[does]+a.sense(i + 1).kind[says] < 0.5
}

func (a *reading) isPronoun(t *token) bool {
	i := strings.LastIndexByte(t.bare, '-')
	return a.pronouns[t.bare] || i >= 0 && a.pronouns[t.bare[i+1:]] // dit-il, a-t-elle
}

// isName reports whether a word can be a part of a name where names have capitals. One
// that begins a sentence may have its capital from there.
func (a *reading) isName(i int) bool {
	t := &a.tokens[i]
	if t.quotation >= 0 || !t.isCapital() || a.isPronoun(t) || a.articles[t.bare] || a.owners[t.bare] || a.indefinite[t.bare] || t.opens && a.prepositions[t.bare] {
		return false
	}
	s := a.lexicon.of(t.bare)
	if !t.opens {
		return s.kind[when] < 0.8 || i > 0 && t.follows() && a.tokens[i-1].isCapital() || i+1 < len(a.tokens) && a.tokens[i+1].follows() && a.tokens[i+1].isCapital()
	}
	if s.kind[when]+s.kind[joins] > 0.5 && !a.isKnown(i) {
		return false
	}
	if a.isKnown(i) || s.kind[name]+s.kind[place]+s.kind[body]+s.kind[who] > 0.5 {
		return true
	}
	return i+1 < len(a.tokens) && a.tokens[i+1].follows() && a.tokens[i+1].isCapital()
}

// isCapital reports whether a word has a capital, or one behind its particle: al-Shaibani.
func (t *token) isCapital() bool {
	particle, rest, _ := strings.Cut(t.text, "-")
	return unicode.IsUpper(t.first()) || len([]rune(particle)) <= 3 && unicode.IsUpper(firstRune(rest))
}

// isKnown reports whether a word has its capital inside of a sentence too.
func (a *reading) isKnown(i int) bool { return a.capitals[a.tokens[i].text] }

// inRun reports whether a word carries on a run of words with capitals.
func (a *reading) inRun(i int) bool {
	if i == 0 || a.tokens[i].parted() {
		return false
	}
	before := i - 1
	if t := &a.tokens[before]; small[t.bare] && unicode.IsLower(t.first()) && before > 0 && !t.parted() {
		before--
	}
	return a.isName(before) && !a.tokens[before].isPossessive()
}

// isPossessive reports whether a token tells whose the next word is: Lenk's own office.
func (t *token) isPossessive() bool {
	return strings.HasSuffix(t.text, "'s") || strings.HasSuffix(t.text, "’s")
}

// runEnd returns the last token of the run of words with capitals that begins with one.
func (a *reading) runEnd(i, to int) int {
	end := i
	for next := i + 1; next < to && next-i < runMost; next++ {
		t := &a.tokens[next]
		if t.quotation >= 0 || t.parted() || a.tokens[end].isPossessive() {
			break
		}
		if a.isName(next) {
			end = next
		} else if !small[t.bare] || next-end > smallMost {
			break
		}
	}
	return end
}

// runMost is how many words a run, and phraseMost how many a phrase has at most.
const (
	runMost    = 9
	smallMost  = 2 // how many words without a capital may stand together inside a name
	phraseMost = 5
	spanMost   = 5
)

// names returns the names in a run of words with capitals: it may begin with an office,
// a country or a body.
func (a *reading) names(first, to int) []mention {
	last := a.runEnd(first, to)
	var all []mention
	proper := a.properly(first, last)
	for i := first; i <= last; i++ {
		if i > first && !a.isName(i) && (!unicode.IsUpper(a.tokens[i].first()) || !small[a.tokens[i].bare]) {
			continue
		}
		if titles[a.tokens[i].bare] && i < last {
			continue
		}
		for _, end := range a.ends(i, last) {
			all = append(all, mention{first: i, last: end, how: byName, run: i - first, rest: last - end, proper: i == proper, name: a.plainName(i, end)})
		}
		if end := a.joinedEnd(last, to); end > 0 {
			all = append(all, mention{first: i, last: end, how: byName, run: i - first, proper: i == proper, joined: true, name: a.plainName(i, end)})
		}
	}
	return all
}

// joinedEnd is the last token of the name that is joined to a run of words with capitals,
// as in Averland and Cordonia; 0 if none is.
func (a *reading) joinedEnd(last, to int) int {
	if last+2 >= to || !ands[a.tokens[last+1].bare] || a.tokens[last].isPossessive() || !a.tokens[last+1].follows() || !a.tokens[last+2].follows() || !a.isName(last+2) {
		return 0
	}
	return a.runEnd(last+2, to)
}

// ends are where a name that begins in a run may end: with the run, or before what it is
// of (Ada Marn of Averland).
func (a *reading) ends(first, last int) []int {
	ends := []int{last}
	isSmall := func(i int) bool { return small[a.tokens[i].bare] && unicode.IsLower(a.tokens[i].first()) }
	for i := first + 1; i < last; i++ {
		if isSmall(i) && !isSmall(i-1) && !particles[a.tokens[i].bare] {
			ends = append(ends, i-1)
		}
	}
	return ends
}

// What is written together with a name and is no part of it: an article before it, and
// behind an apostrophe an ending, as English and Turkish have it.
var (
	nameStart  = regexp.MustCompile(`^[lLdD]['’]`)
	nameEnding = regexp.MustCompile(`['’]\p{Ll}{0,6}$`)
)

func (a *reading) plainName(first, last int) string {
	w := a.wordsOf(first, last)
	return nameEnding.ReplaceAllString(nameStart.ReplaceAllString(w, ""), "")
}

// phrases returns the mentions by nouns that begin with a token.
func (a *reading) phrases(first, to int) []mention {
	t := &a.tokens[first]
	if titles[t.bare] && first+1 < to && a.isName(first+1) {
		return nil
	}
	how, begin := byPhrase, first+1
	elided := len(t.bare) < len(t.text) && (t.first() == 'l' || t.first() == 'L') && unicode.IsLower(firstRune(t.bare))
	if !a.articles[t.bare] && !a.alone[t.bare] && !a.indefinite[t.bare] && !a.owners[t.bare] && !elided && !t.isPossessive() {
		s := a.sense(first)
		if s.kind[who]+s.kind[body]+s.kind[record] < 0.3 {
			return nil
		}
		how, begin = byNoun, first
	}
	if elided || a.alone[t.bare] {
		begin = first
	}
	var all []mention
	for i := begin; i < to && i-first < phraseMost; i++ {
		w := &a.tokens[i]
		if w.quotation >= 0 || i > first && w.parted() {
			break
		}
		if s := a.sense(i); i > first && s.kind[joins] > 0.6 || a.prepositions[w.bare] || a.articles[w.bare] || a.isPronoun(w) {
			continue
		}
		all = append(all, mention{first: first, last: i, how: how, name: a.wordsOf(first, i)})
	}
	return all
}

// spans returns the runs of words without capitals that begin with a token.
func (a *reading) spans(first, to int) []mention {
	var all []mention
	text := ""
	han := isHan(a.tokens[first].first())
	if !a.mayBegin(first) {
		return nil
	}
	for i := first; i < to && i-first < spanMost+5; i++ {
		t := &a.tokens[i]
		if t.quotation >= 0 || i > first && t.parted() || !isHan(t.first()) && !isArabic(t.first()) {
			break
		}
		if s := a.sense(i); i > first && (s.kind[joins] > 0.9 || s.kind[says] > 0.9) && (!han || utf8.RuneCountInString(t.text) > 1) {
			break
		}
		if i > first && (a.prepositions[t.bare] || a.pronouns[t.bare]) {
			break
		}
		text += t.text
		if n := utf8.RuneCountInString(text); han && (n > hanSpanMost) || !han && i-first >= spanMost {
			break
		} else if han && n < 2 {
			continue
		}
		all = append(all, mention{first: first, last: i, how: bySpan, name: a.wordsOf(first, i)})
	}
	return all
}

// mayBegin reports whether a word can be the first of a mention without capitals.
func (a *reading) mayBegin(i int) bool {
	t, s := &a.tokens[i], a.sense(i)
	if s.kind[when] > 0.8 || s.kind[says] > 0.8 || s.kind[joins] > 0.8 && !isHan(t.first()) {
		return false
	}
	return !a.pronouns[t.bare] && !a.prepositions[t.bare]
}

// hanSpanMost is how many characters a mention in Chinese has at most.
const hanSpanMost = 12
