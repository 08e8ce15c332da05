package inbox

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// Two questions are the same in other words when they say the same words that
// say something: in any order and form, with slips of the pen, whatever stands
// around them. A word more or another is another question, for whoever links one
// to a fact links both: a name, a country, a number, a "not", a "when" above all.

// A wording is a question as it is compared with others.
type wording struct {
	words []text.Word // that say something, each stem once; names and countries as one word
	turns []string    // what turns the meaning around, sorted: "not", "when", "two"
	order []string    // the names in order; of joined ones ("Syria and China") the first is the first by name
}

// wordingOf reads a question with the names of a server.
func wordingOf(n *lexicon.Names, question string) wording {
	var a wording
	words := namesAsOne(n.Replace(text.Words(plainForm(question))))
	turns, stems := map[string]bool{}, map[string]bool{}
	joinedNow := 0 // how many names are joined to the one before
	for i, w := range words {
		if lexicon.IsName(w) {
			joinedNow = a.inOrder(words[:i], w.Text, joinedNow)
		} else if turn, ok := turnOf(w); ok {
			turns[turn] = true
			continue
		} else if (w.Common || light[w.Text]) && !isNumber(w) {
			continue
		}
		w.Upper = w.Upper && i > 0
		if !stems[w.Stem] {
			stems[w.Stem] = true
			a.words = append(a.words, w)
		}
	}
	if len(a.words) == 0 {
		a.words = words
	}
	a.turns = slices.Sorted(maps.Keys(turns))
	return a
}

// namesAsOne puts one word for each country that has none yet.
func namesAsOne(words []text.Word) []text.Word {
	var all []text.Word
	for i := 0; i < len(words); {
		w, n := words[i], 1
		if !lexicon.IsName(w) {
			if code, long := lexicon.CountryAt(words[i:]); long > 0 {
				w.Text, w.Stem, n = "@#"+code, "@#"+code, long
			} else if w.Text == "us" && w.Upper { // no country elsewhere, for "us" is a word too
				w.Text, w.Stem = "@#US", "@#US"
			}
		}
		all = append(all, w)
		i += n
	}
	return all
}

// inOrder adds a name to the order; names that "and" joins have none among them.
func (a *wording) inOrder(before []text.Word, name string, joinedNow int) int {
	if slices.Contains(a.order, name) {
		return 0
	}
	a.order = append(a.order, name)
	n := len(before)
	if n < 2 || !lexicon.Joins[before[n-1].Text] || !lexicon.IsName(before[n-2]) {
		return 0
	}
	joinedNow++
	slices.Sort(a.order[len(a.order)-1-joinedNow:])
	return joinedNow
}

func isNumber(w text.Word) bool { return strings.ContainsFunc(w.Text, unicode.IsDigit) }

// same reports whether two questions are the same in other words. Words that are
// both known are no slips of each other.
func (a wording) same(b wording, known func(text.Word) bool) bool {
	if !slices.Equal(a.turns, b.turns) || !slices.Equal(a.order, b.order) {
		return false
	}
	who := slices.Contains(a.turns, "who")
	within := func(x, y []text.Word) bool {
		for _, w := range x {
			if !slices.ContainsFunc(y, func(o text.Word) bool { return sameWord(w, o, who, known) }) {
				return false
			}
		}
		return true
	}
	return within(a.words, b.words) && within(b.words, a.words)
}

// key is the same for questions of the same stems, as parts of hashes: nothing
// can be read from it.
func (a wording) key() []string {
	var all []string
	add := func(mark, s string) {
		sum := sha256.Sum256([]byte(s))
		all = append(all, mark+hex.EncodeToString(sum[:4]))
	}
	for _, w := range a.words {
		add("", w.Stem)
	}
	for _, t := range a.turns {
		add("!", t)
	}
	slices.Sort(all)
	if len(a.order) > 1 {
		add(">", strings.Join(a.order, " "))
	}
	return slices.Compact(all)
}

// sameWord reports whether a word is another form of another, or a slip of it.
func sameWord(x, y text.Word, who bool, known func(text.Word) bool) bool {
	switch {
	case x.Stem == y.Stem:
		return true
	case x.Script == text.Unspaced || y.Script == text.Unspaced || isNumber(x) || isNumber(y),
		x.Text[0] == '@' || y.Text[0] == '@':
		return false
	case british.Replace(x.Stem) == british.Replace(y.Stem), derived(x.Stem, y.Stem, who), derived(y.Stem, x.Stem, who):
		return true
	}
	return !x.Upper && !y.Upper && (!known(x) || !known(y)) && isSlip(x.Text, y.Text)
}

// british makes one of the two ways in which English writes some words.
var british = strings.NewReplacer("z", "s", "our", "or", "tre", "ter", "ogu", "og")

// derived reports whether long is what is made of the verb short: an agreement of
// to agree, and where both ask who does something, an owner of to own.
func derived(short, long string, who bool) bool {
	rest, ok := strings.CutPrefix(long, short)
	if !ok || len(short) < 3 {
		return false
	}
	return nouns[rest] || who && (rest == "er" || rest == "or")
}

var nouns = text.Set("ment ement al ion ation ition atur ing")

// isSlip reports whether one word is the other with a letter left out, doubled or
// changed places with its neighbour; in long words, with any two letters wrong.
// One letter for another is another word too often: policy, police.
func isSlip(x, y string) bool {
	short, long := utf8.RuneCountInString(x), utf8.RuneCountInString(y)
	if short > long {
		short, long = long, short
	}
	if short < 4 || !lexicon.BeginsAlike(x, y) {
		return false
	}
	switch d := text.EditDistance(x, y, 2); {
	case short >= 9:
		return d <= 2
	case d > 1:
		return false
	case short < long:
		return short >= 5
	}
	return slices.Equal(letters(x), letters(y))
}

// letters are the letters of a word, sorted.
func letters(s string) []rune {
	all := []rune(s)
	slices.Sort(all)
	return all
}
