package lexicon

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb/text"
)

// Spelled gives words with those that nobody knows replaced by the name that they
// are a slip of: one letter wrong, or two in eight letters and more. A country's
// name is no slip of another.
func (n *Names) Spelled(words []text.Word, known func(text.Word) bool) []text.Word {
	slips := map[string]string{} // of words that were looked up, to the name's word or nothing
	for i, w := range words {
		if word, ok := n.word(strings.TrimSuffix(w.Text, "s")); ok && w.Script == text.Latin { // "syrias" for "Syria's"
			words[i].Text, words[i].Stem, words[i].Possessive = word, word, true
			continue
		}
		letters := utf8.RuneCountInString(w.Text)
		if w.Common || IsName(w) || w.Script != text.Latin && w.Script != text.Arabic || letters < 4 || letters > 40 || known(w) {
			continue
		}
		if _, is := allCountries().at(words[i : i+1]); is > 0 {
			continue
		}
		word, asked := slips[w.Text]
		if !asked {
			word = n.slipOf(w.Text, letters)
			slips[w.Text] = word
		}
		if word != "" {
			words[i].Text, words[i].Stem = word, word
		}
	}
	return words
}

// slipOf gives the name's word that is nearest in spelling, or none if not one
// alone is. The first letter is seldom wrong (Pollock and Zamora, 1984), and often
// what tells two names apart: "Hamas" is no slip of "Damas".
func (n *Names) slipOf(w string, letters int) (word string) {
	most := 1
	if letters >= 8 {
		most = 2
	}
	least := most + 1
	for ; n != nil; n = n.shared {
		for _, alias := range n.single {
			if !BeginsAlike(w, alias.text) {
				continue
			}
			d := text.EditDistance(w, alias.text, most)
			switch {
			case d < least:
				least, word = d, alias.word
			case d == least && d <= most && alias.word != word:
				word = ""
			}
		}
	}
	return word
}

// BeginsAlike reports whether two words have the same first letter, or the same
// first two the other way round.
func BeginsAlike(a, b string) bool {
	first, n := utf8.DecodeRuneInString(a)
	other, m := utf8.DecodeRuneInString(b)
	if first == other {
		return true
	}
	second, _ := utf8.DecodeRuneInString(a[n:])
	next, _ := utf8.DecodeRuneInString(b[m:])
	return first == next && second == other
}
