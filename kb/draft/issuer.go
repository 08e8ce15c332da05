package draft

import (
	"regexp"
	"slices"
	"strings"

	"verbatim/kb/document/block"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// A naming is where some words name a country, or a body by its letters.
type naming struct {
	from, past int
	code       string // of a country
	name       string // as the party is called
}

// findIssuers finds the parties: those given, or who issued the text by its title, or
// by the subject of its first sentence.
func (r *reading) findIssuers(given []string) {
	r.parties = slices.Clone(given)
	for _, title := range r.titles() {
		words := text.Words(title)
		if len(r.parties) == 0 {
			r.addParties(r.issuersIn(title, words, true))
		}
		if len(r.parties) == 0 {
			r.parties = r.namedAfter(title, words)
		}
	}
	if len(r.parties) == 0 && len(r.sentences) > 0 && r.sentences[0].block.Speaker == "" {
		first := r.sentences[0]
		words := first.words
		if len(first.acts) > 0 && !r.language.after {
			words = words[:first.acts[0].from]
		}
		r.addParties(r.issuersIn(first.text, words, false))
	}
	if len(given) == 0 {
		r.addCounterpart()
	}
	for _, p := range r.parties {
		for code := range lexicon.Countries(text.Words(p)) {
			r.codes[code] = p
		}
	}
	r.issuers = slices.Clone(r.parties)
	r.findShort()
	r.placePeople()
}

// titles are the title, and the heading that the text begins with.
func (r *reading) titles() []string {
	if len(r.blocks) > 0 && r.blocks[0].Kind == block.Heading && r.blocks[0].Text != r.title {
		return []string{r.title, r.blocks[0].Text}
	}
	return []string{r.title}
}

// addCounterpart adds the country that says most in the text to a party that is alone,
// where the title names people of two: "President A and Egyptian President B".
func (r *reading) addCounterpart() {
	named := 0
	for i := range r.people {
		if strings.Contains(text.Fold(strings.Join(r.titles(), "\n")), r.people[i].words[len(r.people[i].words)-1]) {
			named++
		}
	}
	if len(r.parties) != 1 || named < 2 {
		return
	}
	said := map[string]int{}
	names := map[string]naming{}
	for _, s := range r.sentences {
		for _, a := range s.acts {
			at := r.language.subjectEnd(s.words, a.from)
			for from := at; from >= 0 && from > at-4; from-- {
				if n, ok := nameAt(s.text, s.words, from); ok && n.code != "" && n.past == at+1 && r.codes[n.code] == "" {
					said[n.code]++
					names[n.code] = n
				}
			}
		}
	}
	most := ""
	for code, n := range said {
		if n > said[most] || n == said[most] && code < most {
			most = code
		}
	}
	if most != "" {
		r.addParties([]naming{names[most]})
	}
}

func (r *reading) addParties(found []naming) {
	for _, n := range found {
		if !slices.Contains(r.parties, n.name) && (n.code == "" || r.codes[n.code] == "") {
			r.parties = append(r.parties, n.name)
			if n.code != "" {
				r.codes[n.code] = n.name
			}
		}
	}
}

// issuersIn gives the countries and bodies in some words. In a title those do not count
// that come after "on" or the like, nor who is named after the office of a person.
func (r *reading) issuersIn(s string, words []text.Word, title bool) []naming {
	var countries, bodies []naming
	apart := false
	for i := 0; i < len(words); {
		if words[i].Paused || r.language.joins[words[i].Text] {
			apart = apart && !words[i].Paused
		}
		if title && r.language.apart[words[i].Text] {
			apart = true
		}
		n, ok := nameAt(s, words, i)
		switch {
		case !ok:
			i++
			continue
		case apart:
		case n.code != "":
			countries = append(countries, n)
		default:
			bodies = append(bodies, n)
		}
		i = n.past
	}
	if len(countries) > 0 && len(bodies) == 0 || len(countries) > 1 {
		return countries
	}
	return bodies[:min(len(bodies), 1)]
}

// namedAfter gives the names that stand in a title after "of" or the like, joined: who
// issued the text, where they are no countries.
func (r *reading) namedAfter(title string, words []text.Word) []string {
	from := slices.IndexFunc(words, func(w text.Word) bool { return r.language.by[w.Text] }) + 1
	if from == 0 {
		return nil
	}
	var names []string
	for i := from; i < len(words); {
		if r.language.articles[words[i].Text] || r.language.joins[words[i].Text] {
			i++
			continue
		}
		end := i
		for end < len(words) && words[end].Upper && !titles[words[end].Text] && (end == i || !words[end].Paused) {
			end++
		}
		if end == i {
			break
		}
		names = append(names, title[words[i].Start:words[end-1].End])
		i = end
	}
	return names
}

// nameAt reads the name of a country, or the letters of a body, that words begin with.
func nameAt(s string, words []text.Word, i int) (naming, bool) {
	w := words[i]
	if i+1 < len(words) && w.Text == "u" && words[i+1].Text == "s" && s[w.Start:words[i+1].End] == "U.S" {
		return naming{from: i, past: i + 2, code: "US", name: lexicon.CountryName("US")}, true
	}
	if w.Text == "us" && s[w.Start:w.End] != "US" {
		return naming{}, false
	}
	if code, n := lexicon.CountryAt(words[i:]); n > 0 {
		return naming{from: i, past: i + n, code: code, name: countryName(s[w.Start:words[i+n-1].End], words[i:i+n], code)}, true
	}
	if before, name, elided := strings.Cut(s[w.Start:w.End], "’"); elided && len(before) == 1 { // l’Allemagne
		if code, n := lexicon.CountryAt(text.Words(name)); n > 0 {
			return naming{from: i, past: i + 1, code: code, name: name}, true
		}
	}
	if written := s[w.Start:w.End]; w.Script == text.Latin && isLetters(written) {
		return naming{from: i, past: i + 1, name: written}, true
	}
	return naming{}, false
}

// isLetters reports whether a word is the letters of a body: G7, ASEAN.
func isLetters(w string) bool { return letters.MatchString(w) }

var letters = regexp.MustCompile(`^(?:[A-Z]\d{1,2}|[A-Z]{2,7})$`)

// countryName gives the name of a country as it is written; of an English adjective or
// short form, the usual name.
func countryName(written string, words []text.Word, code string) string {
	usual := lexicon.CountryName(code)
	written = strings.TrimSuffix(strings.TrimSuffix(written, "'s"), "’s")
	switch last := words[len(words)-1]; {
	case last.Script == text.Arabic:
		if and, rest := "و", strings.TrimPrefix(written, "و"); strings.HasPrefix(written, and) {
			if c, n := lexicon.CountryAt(text.Words(rest)); n == len(words) && c == code {
				return rest
			}
		}
		return written
	case last.Script == text.Latin && len(words) == 1 && !strings.EqualFold(text.Fold(written), text.Fold(usual)) && isEnglish(code, last.Text):
		return usual
	}
	return written
}

// isEnglish reports whether a word that names a country is English: an adjective, or
// letters.
func isEnglish(code, word string) bool {
	usual := text.Words(lexicon.CountryName(code))
	return len(usual) > 1 || len(word) < 4 || strings.HasPrefix(word, usual[0].Text[:min(len(usual[0].Text), 4)])
}

// put finds the letters that a text puts for a name: "the Republic of Korea (ROK)".
var put = regexp.MustCompile(`([\p{L}’' ]{3,80})\s\((?:the )?[“"]?([A-Z][A-Z\d]{1,6})[”"]?\)`)

// findShort finds the letters that the text puts for its parties.
func (r *reading) findShort() {
	for _, m := range put.FindAllStringSubmatch(r.text, -1) {
		name := strings.TrimSpace(m[1])
		for _, p := range r.parties {
			if strings.HasSuffix(text.Fold(name), text.Fold(p)) {
				r.short[text.Fold(m[2])] = p
			}
		}
	}
	for _, p := range r.parties {
		if isLetters(p) {
			r.short[text.Fold(p)] = p
		}
	}
}

// placePeople gives people their countries where the text tells by what is left: when
// all but one of the people in the first sentence are of all but one of the parties,
// or when people and parties are named in the same order, as many of each.
func (r *reading) placePeople() {
	if len(r.sentences) == 0 {
		return
	}
	var codes []string
	for _, p := range r.parties {
		for code := range lexicon.Countries(text.Words(p)) {
			codes = append(codes, code)
		}
	}
	var first []*person
	head := text.Fold(r.title + "\n" + r.sentences[0].text)
	for i := range r.people {
		if p := &r.people[i]; strings.Contains(head, p.words[len(p.words)-1]) {
			first = append(first, p)
		}
	}
	if len(first) != len(codes) {
		return
	}
	var free []*person
	for _, p := range first {
		if i := slices.Index(codes, p.country); i >= 0 {
			codes = slices.Delete(codes, i, i+1)
		} else {
			free = append(free, p)
		}
	}
	for i, p := range free {
		if p.country == "" && i < len(codes) {
			p.country = codes[i]
		}
	}
}
