package article

import (
	"slices"
	"strings"
	"unicode"
)

// What is read where names have capitals.

var (
	articles = set("the a an le la les l un une des du de el los las lo al der die das den dem des ein eine einen")
	// bodies are offices that are no person.
	bodies = set("ministry statement side government delegation ministère gouvernement communiqué délégation ministerio gobierno delegación comunicado außenministerium ministerium regierung delegation erklärung sides sources außenministeriums мид министерство правительство делегация заявление office")
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
	_, rest, hyphen := strings.Cut(w.text, "-")
	return unicode.IsUpper(w.first()) || hyphen && rest != "" && unicode.IsUpper([]rune(rest)[0])
}

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
	switch {
	case b == "according" && at+1 < len(words):
		return right(words[at+2:])
	case attitudes[b] && !behind:
		return left(words[:at], 14)
	case following[b]:
		return right(words[at+1:])
	case b == "zufolge":
		return left(words[:at], len(words))
	}
	if s := left(words[:at], 3); s != nil {
		return s
	}
	if s := right(words[at+1:]); s != nil {
		return s
	}
	return left(words[:at], 14)
}

// right returns who is named by the first of some words.
func right(words []word) *speaker {
	n := 0
	for n < len(words) && n < 10 && (words[n].belongs() || n == 0 && words[n].isPronoun()) {
		n++
		if words[n-1].comma || words[n-1].isPronoun() {
			break
		}
	}
	if n == 0 {
		return nil
	}
	s := named(words[:n])
	if s != nil && s.name == "" && words[n-1].comma && !words[n-1].isPronoun() { // the minister, Wang Yi
		rest := 0
		for n+rest < len(words) && (words[n+rest].isName() || rest > 0 && small[words[n+rest].bare()]) {
			rest++
			if words[n+rest-1].comma {
				break
			}
		}
		if t := named(words[n : n+rest]); t != nil && t.name != "" {
			return t
		}
	}
	return s
}

// left returns who is named last in some words, with no more than some others
// behind.
func left(words []word, others int) *speaker {
	for end := len(words); end > 0 && len(words)-end <= others; end-- {
		w := words[end-1]
		if w.isPronoun() {
			return &speaker{words: w.text, pronoun: true}
		}
		if !w.isName() && !offices[w.bare()] {
			continue
		}
		start := end - 1
		for start > 0 && !words[start-1].comma && words[start-1].belongs() {
			start--
		}
		if start > 0 && prepositions[words[start-1].bare()] && !words[start-1].comma {
			others += end - start
			end = start + 1
			continue
		}
		s := named(words[start:end])
		if s != nil && s.name == "" && start > 0 && words[start-1].comma { // Wang Yi, the minister, said
			if t := left(words[:start], 0); t != nil && t.name != "" {
				return t
			}
		}
		return s
	}
	return nil
}

// named returns who some words that stand together name: the last name among
// them, without the offices and countries around it.
func named(words []word) *speaker {
	if len(words) == 0 {
		return nil
	}
	s := &speaker{words: joined(words)}
	if s.pronoun = words[0].isPronoun(); s.pronoun {
		return s
	}
	if names := namesIn(words); len(names) > 0 {
		s.name = names[len(names)-1]
		return s
	}
	office := false
	for _, w := range words {
		office = office || offices[w.bare()]
		s.body = s.body || bodies[w.bare()]
	}
	s.body = s.body || indefinite[words[0].bare()]
	if !office && !slices.ContainsFunc(words, word.isName) {
		return nil
	}
	if !office { // a country speaks: China’s
		s.name = strings.TrimSuffix(strings.TrimSuffix(s.words, "'s"), "’s")
	}
	return s
}

// namesIn returns the names among some words: runs of words with capitals, without
// the countries that they begin with where more follows.
func namesIn(words []word) []string {
	if slices.ContainsFunc(words, func(w word) bool { return isArabic(w.first()) }) {
		return arabicNames(words)
	}
	var all []string
	for i := 0; i < len(words); i++ {
		if !words[i].isName() {
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

// fallback returns who stands first in the words before a quotation that nothing
// says the speaking of: China hopes for “…”.
func fallback(before string) *speaker {
	words := wordsOf(before)
	for i, w := range words {
		switch {
		case w.isPronoun() && i == 0:
			return &speaker{words: w.text, pronoun: true}
		case i > 0 && prepositions[words[i-1].bare()]:
		case w.isName() || offices[w.bare()]:
			end := i + 1
			for end < len(words) && !words[end-1].comma && words[end].belongs() {
				end++
			}
			for i > 0 && (articles[words[i-1].bare()] || indefinite[words[i-1].bare()]) {
				i--
			}
			return named(words[i:end])
		}
	}
	return nil
}
