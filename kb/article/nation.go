package article

import (
	"strings"
	"unicode"
)

// nationReach is how many words beside a name are looked at for its country.
const nationReach = 4

// nationLetters is how many letters the words of one country have in common at least:
// China, Chinese; Сирии, сирийский.
const nationLetters = 4

// keepNations remembers beside which countries, or other words with capitals, full
// names stand in a stretch of text: Syria's foreign minister, Asaad al-Shaibani.
func (a *reading) keepNations(s string) {
	words := wordsOf(s)
	for i := 0; i < len(words); i++ {
		n := 0
		for i+n < len(words) && words[i+n].isName() && (n == 0 || !words[i+n-1].comma) && !words[i+n].isPossessive() {
			n++
		}
		if n < 2 {
			continue
		}
		name := joined(words[i : i+n])
		for j := max(0, i-nationReach); j < min(len(words), i+n+nationReach); j++ {
			if stem := words[j].nation(); stem != "" && (j < i || j >= i+n && words[i+n-1].comma) {
				a.nations[name] = append(a.nations[name], stem)
			}
		}
		i += n - 1
	}
}

// nation is how the word for a country, or of it, begins; empty for other words.
func (w word) nation() string {
	b := []rune(w.bare())
	if len(b) < nationLetters || !w.isName() && !places[string(b)] {
		return ""
	}
	if !places[string(b)] && !unicode.IsUpper(w.first()) {
		return ""
	}
	return string(b[:nationLetters])
}

// countryman returns who was named last of the country that an office is of: the
// Syrian minister. It is empty if none was, or the words tell no country.
func (a *reading) countryman(words string) string {
	for w := range strings.FieldsSeq(words) {
		stem := word{text: w}.nation()
		if stem == "" {
			continue
		}
		for i := len(a.named) - 1; i >= 0; i-- {
			for _, n := range a.nations[a.named[i]] {
				if n == stem {
					return a.named[i]
				}
			}
		}
	}
	return ""
}

// isNews reports whether an office is of a country that was not spoken of before a
// byte offset: whoever holds it is new too.
func (a *reading) isNews(words string, at int) bool {
	for w := range strings.FieldsSeq(words) {
		if stem := (word{text: w}).nation(); stem != "" {
			before := strings.TrimRight(a.text[:at], " ")
			return strings.Count(strings.ToLower(before), stem) <= strings.Count(strings.ToLower(words), stem)
		}
	}
	return false
}
