package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is read where names have capitals.

var (
	articles = set("the a an le la les l un une des du de el los las lo al der die das den dem des ein eine einen")
	// bodies are offices that are no person.
	bodies = set("ministry statement side government delegation ministère gouvernement communiqué délégation ministerio gobierno delegación comunicado außenministerium ministerium regierung delegation erklärung sides sources readout außenministeriums мид министерство правительство делегация заявление office")
	// indefinite are articles of who was not named before.
	indefinite = set("a an un une una ein eine einen both")
	// prepositions stand before names that do not speak.
	prepositions = set("in on at from with to of by for after before during near about against in à en dans avec chez lors sur après avant con desde sobre tras im am aus bei mit von nach vor über в на с из от к о после перед при")
)

// isName reports whether a word can be a part of a name.
func (w word) isName() bool {
	b := w.bare()
	if w.common || calendar[b] || following[b] || pronouns[b] || articles[b] || offices[b] || prepositions[b] {
		return false
	}
	if utf8.RuneCountInString(w.text) >= datelineLeast && strings.ToUpper(w.text) == w.text {
		return false // BEIJING —
	}
	_, rest, hyphen := strings.Cut(w.text, "-")
	return unicode.IsUpper(w.first()) || hyphen && rest != "" && unicode.IsUpper([]rune(rest)[0])
}

// datelineLeast is how many letters a word in capitals has that is the place of a
// dateline; fewer are an abbreviation.
const datelineLeast = 5

func (w word) isPronoun() bool {
	b := w.bare()
	i := strings.LastIndexByte(b, '-')
	return pronouns[b] || i >= 0 && (pronouns[b[i+1:]] || b[i+1:] == "on") // dit-il, a-t-elle
}

// belongs reports whether a word can stand in the words for who speaks.
func (w word) belongs() bool {
	b := w.bare()
	return w.isName() || offices[b] || articles[b] || small[b] || places[b]
}

// casedSubject returns who speaks beside the word that says so.
func casedSubject(words []word, behind bool) *speaker {
	at := verb(words, behind)
	if at < 0 {
		return nil
	}
	if words[at].isPronoun() { // dit-il
		return &speaker{words: words[at].text, pronoun: true}
	}
	b := words[at].bare()
	switch rest := words[at+1:]; {
	case b == "according", following[b], b == "hieß":
		for len(rest) > 1 && led[rest[0].bare()] && !rest[0].isName() && (b != "hieß" || rest[0].bare() != "dem") {
			rest = rest[1:]
		}
		if s := right(rest); s != nil {
			s.body, s.source = s.body || s.name == "", true
			return s
		}
	case b == "zufolge":
		return left(words[:at], len(words))
	case attitudes[b] && !behind:
		return left(words[:at], 14)
	}
	if at > 0 && words[at-1].comma && endsPhrase(words[at+1:]) { // …, said Wang
		if s := right(words[at+1:]); s != nil {
			return s
		}
	}
	if s := left(words[:at], 3); s != nil {
		return s
	}
	if s := right(words[at+1:]); s != nil {
		return s
	}
	return left(words[:at], 14)
}

// namesIn returns the names among some words: runs of words with capitals, without
// the countries that they begin with where more follows.
func namesIn(words []word) []string {
	if slices.ContainsFunc(words, func(w word) bool { return isArabic(w.first()) }) {
		return arabicNames(words)
	}
	var all []string
	for i := 0; i < len(words); i++ {
		particle := (i == 0 && !words[0].common || i > 0 && !words[i-1].comma) && small[words[i].bare()] && unicode.IsUpper(words[i].first()) && i+1 < len(words) && words[i+1].isName()
		if !words[i].isName() && !particle {
			continue
		}
		end := i + 1
		for end < len(words) && !words[end-1].comma && (words[end].isName() || small[words[end].bare()] && end+1 < len(words) && words[end+1].isName()) {
			end++
		}
		run := words[i:end]
		for len(run) > 0 && places[strings.ToLower(run[0].text)] {
			run = run[1:]
		}
		if len(run) > 0 {
			all = append(all, strings.TrimSuffix(strings.TrimSuffix(joined(run), "'s"), "’s"))
		}
		i = end
	}
	return all
}

func joined(words []word) string {
	var all []string
	for _, w := range words {
		all = append(all, w.text)
	}
	return strings.Join(all, " ")
}

// widened takes the article and one more word before the words for who speaks: the
// two sides.
func widened(words []word, start int) int {
	for start > 0 && !words[start-1].comma && (articles[words[start-1].bare()] || indefinite[words[start-1].bare()]) {
		start--
	}
	if start > 1 && !words[start-1].comma && !words[start-2].comma && articles[words[start-2].bare()] && !words[start-1].isName() && !prepositions[words[start-1].bare()] {
		start -= 2
	}
	return start
}

// first returns who stands first in some words, but for names behind a preposition:
// China hopes for “…”. A single word with a capital at the beginning may be any
// word, unless it is sure that somebody stands there.
func (a *reading) first(words []word, sure bool) *speaker {
	for i, w := range words {
		switch {
		case w.isPronoun() && i == 0:
			return &speaker{words: w.text, pronoun: true}
		case latter[w.bare()] && i < 2:
			return &speaker{words: w.text, latter: true}
		case i > 0 && prepositions[words[i-1].bare()] && !words[i-1].comma:
		case i == 0 && !sure && w.isName() && (w.comma || len(words) == 1 || !words[1].isName()) && !a.isKnown(w.text):
		case w.isName() || offices[w.bare()]:
			return right(words[widened(words, i):])
		}
	}
	return nil
}

// isKnown reports whether a word has its capital inside of a sentence too.
func (a *reading) isKnown(word string) bool {
	for at := 0; ; {
		i := strings.Index(a.text[at:], word)
		if i < 0 {
			return false
		}
		at += i
		before := a.text[:at]
		if strings.HasSuffix(before, " ") && len(before) > 1 {
			r, _ := utf8.DecodeLastRuneInString(before[:len(before)-1])
			if unicode.IsLetter(r) || r == ',' {
				return true
			}
		}
		at += len(word)
	}
}
