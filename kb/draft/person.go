package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// A person is somebody whom a text names with an office, or as who speaks.
type person struct {
	name    string   // with the office, as the text first has it; of a label, without its capitals
	words   []string // of the name, folded, without the office
	title   string   // the first word of the office, folded
	country string   // region code; empty if the text does not tell
	label   bool     // a label of a transcript
}

// titles begin an office, offices go on with it.
var (
	titles = text.Set(`president premier chancellor minister secretary ambassador king queen prince emir sultan chairman chairwoman chairperson governor
		commissioner senator spokesperson spokesman spokeswoman prime vice foreign director general speaker pope mr ms mrs dr
		présidente président ministre chancelier chancelière première secrétaire ambassadeur porte-parole monsieur madame
		presidente presidenta ministro ministra canciller primer primera secretario secretaria embajador embajadora portavoz
		الرئيس رئيس الوزير وزير وزيره الملك الامير الشيخ السفير المتحدث المتحدثه المستشار السيد`)
	offices   = text.Set("of state for foreign affairs defense defence prime vice minister president secretary general high representative deputy prime de des du la los las el étrangères relaciones exteriores asuntos premier première ministre ministro")
	particles = text.Set("al el bin ibn de del della di da van von der den le la du dos bint abu ben jr sr")
	noNames   = text.Set("united republic kingdom council congress government administration nations")
)

// findPeople finds the people in the title, the labels and the sentences of a text.
func (r *reading) findPeople() {
	met := map[string]bool{}
	whole := r.title + "\n" + r.text
	lower := strings.ToLower(whole)
	for i := range r.blocks {
		if b := &r.blocks[i]; b.Label != "" && b.Speaker != "" && !met[b.Speaker] && len(met) < mostLabels {
			met[b.Speaker] = true
			r.meet(labelled(b.Speaker, whole, lower))
		}
	}
	for _, title := range r.titles() {
		r.peopleIn(title, text.Words(title))
	}
	for _, s := range r.sentences {
		r.peopleIn(s.text, s.words)
	}
}

// mostLabels is how many people are looked for by their labels, and mostPeople how
// many are known.
const (
	mostLabels = 100
	mostPeople = 500
)

// labelled makes a person of a label: as the text, which is given in small letters too,
// has the name elsewhere, or with small letters.
func labelled(label, whole, lower string) person {
	name := label
	if strings.ToUpper(label) == label {
		folded := strings.ToLower(label)
		if name = titled(label); len(lower) == len(whole) {
			for at := 0; ; {
				i := strings.Index(lower[at:], folded)
				if i < 0 {
					break
				}
				at += i
				if found := whole[at : at+len(folded)]; found != label {
					name = found
					break
				}
				at += len(folded)
			}
		}
	}
	p := person{name: name, label: true}
	for _, w := range text.Words(name) {
		if titles[w.Text] || offices[w.Text] {
			p.title = cmp.Or(p.title, w.Text)
			continue
		}
		p.words = append(p.words, w.Text)
	}
	return p
}

// titled writes a name in capitals as names are written.
func titled(s string) string {
	r := []rune(strings.ToLower(s))
	for i := range r {
		if i == 0 || !unicode.IsLetter(r[i-1]) && r[i-1] != '\'' && r[i-1] != '’' {
			r[i] = unicode.ToUpper(r[i])
		}
	}
	return string(r)
}

// peopleIn finds who stands behind an office.
func (r *reading) peopleIn(s string, words []text.Word) {
	if !r.language.cased {
		return
	}
	for i := 0; i < len(words); i++ {
		if !titles[words[i].Text] || r.language.code == "en" && !words[i].Upper {
			continue
		}
		at := i + 1
		for at < len(words) && !words[at].Paused && (offices[words[at].Text] || titles[words[at].Text]) {
			at++
		}
		end := nameEnd(words, at)
		if end == at {
			continue
		}
		p := person{name: s[words[i].Start:words[end-1].End], title: words[i].Text, country: countryNextTo(words, i, end)}
		if words[end-1].Possessive {
			p.name = strings.TrimSuffix(strings.TrimSuffix(p.name, "'s"), "’s")
		}
		for _, w := range words[at:end] {
			if len(w.Text) > 1 && w.Text != "jr" && w.Text != "sr" {
				p.words = append(p.words, w.Text)
			}
		}
		r.meet(p)
		i = end - 1
	}
}

// nameEnd gives where a name ends that begins at a word; there if none does.
func nameEnd(words []text.Word, at int) int {
	end := at
	for n := at; n < len(words) && n < at+7; n++ {
		w := words[n]
		jr := w.Text == "jr" || w.Text == "sr"
		if n > at && w.Paused && len(words[n-1].Text) > 1 && !jr || !w.Upper && !particles[w.Text] || noNames[w.Text] {
			break
		}
		if w.Upper {
			if _, n := lexicon.CountryAt(words[n:]); n > 0 && end == at {
				break
			}
			end = n + 1
		}
		if w.Possessive {
			break
		}
	}
	return end
}

// countryNextTo gives the country that a person is of: before the office, or behind
// the name and "of".
func countryNextTo(words []text.Word, from, end int) string {
	for n := 1; n <= 3 && from-n >= 0; n++ {
		if words[from-n+1].Paused {
			break
		}
		if code, length := lexicon.CountryAt(words[from-n:]); length == n {
			return code
		}
	}
	if end < len(words) && (words[end].Text == "of" || words[end].Text == "de") && !words[end].Paused {
		for n := end + 1; n < len(words) && n < end+5 && !words[n].Paused; n++ {
			if code, length := lexicon.CountryAt(words[n:]); length > 0 {
				return code
			}
		}
	}
	return ""
}

// meet remembers a person; of one who is known, what was not.
func (r *reading) meet(p person) {
	if len(p.words) == 0 || len(r.people) == mostPeople {
		return
	}
	for i := range r.people {
		if known := &r.people[i]; sameName(known.words, p.words) {
			known.country, known.title = cmp.Or(known.country, p.country), cmp.Or(known.title, p.title)
			known.label = known.label || p.label
			if len(p.words) > len(known.words) {
				known.words = p.words
			}
			return
		}
	}
	r.people = append(r.people, p)
}

// sameName reports whether the words of one name all stand in another.
func sameName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 0
}

// personOf gives the person whose name has all of some words.
func (r *reading) personOf(words []string) *person {
	if len(words) == 0 {
		return nil
	}
	for i := range r.people {
		if sameName(words, r.people[i].words) && len(words) <= len(r.people[i].words) {
			return &r.people[i]
		}
	}
	return nil
}
