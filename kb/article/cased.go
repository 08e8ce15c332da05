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
	bodies = set("ministry statement side government delegation ministère gouvernement communiqué délégation ministerio gobierno delegación comunicado außenministerium ministerium regierung delegation erklärung sides sources leaders presidents ministers premiers dirigeants líderes readout außenministeriums мид министерство правительство делегация заявление office")
	// owners are words before what belongs to somebody, such as an office.
	owners = set("his her their its son sa ses leur leurs su sus sein seine seinem seiner ihr ihre ihrem ihrer свой свою своего")
	// indefinite are articles of who was not named before.
	indefinite = set("a an un une una ein eine einen einem einer eines both")
	// prepositions stand before names that do not speak.
	prepositions = set("in on at from with to of by for after before during near about against in à en dans avec chez lors sur après avant con desde sobre tras im am aus bei mit von nach vor über в на с из от к о после перед при для по par sous sur depuis durch unter seit bis entre hacia through under since until pour para por für for")
)

// isName reports whether a word can be a part of a name.
func (w word) isName() bool {
	b := w.bare()
	if w.common || calendar[b] || following[b] || pronouns[b] || articles[b] || offices[b] || prepositions[b] || owners[b] {
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
	rest := circumstances(words[at+1:])
	if at > 0 && words[at-1].comma && endsPhrase(rest) { // …, said Wang
		if s := right(rest); s != nil {
			return s
		}
	}
	if s := left(words[:at], 3); s != nil {
		return s
	}
	if s := right(rest); s != nil {
		return s
	}
	if behind {
		if s := lastName(rest); s != nil {
			return s
		}
	}
	return left(words[:at], 14)
}

// circumstances takes when and where it was said from before who said it: lundi à
// Pékin son ministre.
func circumstances(words []word) []word {
	for len(words) > 1 && !words[0].comma {
		switch {
		case calendar[words[0].bare()]:
			words = words[1:]
		case prepositions[words[0].bare()]:
			n := 1
			for n+1 < len(words) && articles[words[n].bare()] {
				n++
			}
			if words[n].comma || n+1 >= len(words) {
				return words
			}
			words = words[n+1:]
		default:
			return words
		}
	}
	return words
}

// lastName returns the last name before the first comma, where nothing is known of
// the words before it: постпред Китая при ООН Фу Цун.
func lastName(words []word) *speaker {
	end := slices.IndexFunc(words, func(w word) bool { return w.comma }) + 1
	if end == 0 {
		end = len(words)
	}
	names := namesIn(words[:end])
	if len(names) == 0 {
		return nil
	}
	return &speaker{words: joined(words[:end]), name: names[len(names)-1]}
}

// tagged returns who stands in a tag whose verb is not known, behind a comma: “…” for
// China, assured the head of its foreign ministry, Wang Yi.
func tagged(words []word, comma bool) *speaker {
	for i := range words {
		if i == 0 && !comma || i > 0 && !words[i-1].comma || i+1 >= len(words) || words[i].comma || !unicode.IsLower(words[i].first()) {
			continue
		}
		b := words[i].bare()
		if articles[b] || prepositions[b] || conjunctions[b] || owners[b] || relatives[b] || words[i].isPronoun() || small[b] || offices[b] {
			continue
		}
		rest := words[i+1:]
		if words[i+1].isAuxiliary() {
			rest = words[i+2:]
		}
		rest = circumstances(rest)
		if endsPhrase(rest) {
			if s := right(rest); s != nil && (s.name != "" || s.pronoun) {
				return s
			}
		}
		if s := lastName(rest); s != nil && len(rest) > 0 && !rest[0].isName() {
			return s
		}
	}
	return nil
}

// relatives begin a clause that is no tag.
var relatives = set("who which that whose where what qui que dont où quien quienes cuyo donde dass wer wo was wie который которая которое которые которого которой что где кто чтобы если")

// isAuxiliary reports whether a word only helps a verb: a promis, ha dicho, hat gesagt.
func (w word) isAuxiliary() bool { return auxiliaries[w.bare()] }

var auxiliaries = set("is are was were has have had will would also then later est a ont avait ha han había es fue hat haben hatte ist war")

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
		for end < len(words) && carriesOn(words[i:], end-i) {
			end++
		}
		run := words[i:end]
		for len(run) > 0 && (places[strings.ToLower(run[0].text)] || len(run) > 1 && run[0].isAbbreviation()) {
			run = run[1:]
		}
		if i > 0 && len(run) > 1 && german[words[i-1].bare()] && !words[i-1].comma {
			run = run[1:] // der Politologe Hofer
		}
		whose := words[end-1].isPossessive() && !words[end-1].comma && end < len(words) && words[end].belongs()
		if len(run) > 0 && !whose {
			all = append(all, strings.TrimSuffix(strings.TrimSuffix(joined(run), "'s"), "’s"))
		}
		if i = end; whose {
			i--
		}
	}
	return all
}

// carriesOn reports whether the word with a number carries on the name that some words
// begin with; “of” does so only in a name of one word: Ada Marn of Averland.
func carriesOn(words []word, n int) bool {
	if before := words[n-1]; before.comma || before.isPossessive() || n > 1 && words[n].bare() == "of" {
		return false
	}
	return words[n].isName() || small[words[n].bare()] && n+1 < len(words) && words[n+1].isName()
}

// german are the words before a noun of German, which has a capital and is no name.
var german = set("der die das dem den des sein seine seinem seiner seinen ihr ihre ihrem ihrer ihren ein eine einem einer")

// isAbbreviation reports whether a word is the short name of a body: ООН, UN.
func (w word) isAbbreviation() bool {
	n := utf8.RuneCountInString(w.text)
	return n > 1 && n < datelineLeast && strings.ToUpper(w.text) == w.text && strings.ToLower(w.text) != w.text
}

func (w word) isPossessive() bool {
	return strings.HasSuffix(w.text, "'s") || strings.HasSuffix(w.text, "’s")
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
	for start > 0 && !words[start-1].comma && (articles[words[start-1].bare()] || indefinite[words[start-1].bare()] || owners[words[start-1].bare()]) {
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
		case i == 0 && owners[w.bare()] && len(words) > 2 && !w.comma && unicode.IsLower(words[1].first()) && !words[1].belongs():
			name := leading(words[2:])
			if s := right(words[2:]); name == "" && words[1].comma && s != nil {
				name = s.name
			}
			return &speaker{words: joined(words[:2]), name: name, body: name == ""}
		case w.isPronoun() && i == 0:
			return &speaker{words: w.text, pronoun: true}
		case latter[w.bare()] && i < 2:
			return &speaker{words: w.text, latter: true}
		case i > 0 && prepositions[words[i-1].bare()] && !words[i-1].comma:
		case i == 0 && !w.comma && w.isName() && len(words) > 1 && prepositions[words[1].bare()] && !a.isKnown(w.text): // Interpellé par
		case i == 0 && sure && indefinite[w.bare()] && len(words) > 2 && !words[1].belongs() && !prepositions[words[1].bare()]:
			n := 2
			if prepositions[words[n].bare()] && n+1 < len(words) && words[n+1].isName() {
				n += 2
			}
			return &speaker{words: joined(words[:n]), body: true}
		case i == 0 && views[w.bare()] && len(words) > 1:
			return right(words[1:])
		case i == 0 && w.isName() && len(words) > 1 && !w.comma && words[1].isAuxiliary():
			return right(words)
		case i == 0 && sure && w.isName() && len(words) > 1 && !w.comma && !words[1].isName() && !a.isKnown(w.text) && longName(words[1:]) != "":
			return &speaker{words: longName(words[1:]), name: longName(words[1:])}
		case i == 0 && !sure && w.isName() && (w.comma || len(words) == 1 || !words[1].isName()) && !a.isKnown(w.text):
		case w.isName() || offices[w.bare()]:
			return right(words[widened(words, i):])
		}
	}
	return nil
}

// views stand at the beginning of a sentence before whose view it tells.
var views = set("pour para für for для")

// longName returns the first name of several words; empty if there is none.
func longName(words []word) string {
	for _, n := range namesIn(words) {
		if strings.Contains(n, " ") {
			return n
		}
	}
	return ""
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
