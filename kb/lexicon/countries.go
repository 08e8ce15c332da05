package lexicon

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"verbatim/kb/text"
)

// namedIn are the languages in which countries are known by name, those of the
// Common Locale Data Repository.
var namedIn = []language.Tag{
	language.English, language.Arabic, language.Chinese, language.French, language.German, language.Spanish,
	language.Russian, language.Turkish, language.Persian, language.Italian, language.Portuguese,
}

// alsoCalled are names that people use and the repository lacks.
var alsoCalled = map[string]string{
	"usa": "US", "america": "US", "امريكا": "US", "الولايات المتحدة": "US",
	"uk": "GB", "britain": "GB", "england": "GB", "بريطانيا": "GB",
	"uae": "AE", "emirates": "AE", "الامارات": "AE", "saudi": "SA", "السعودية": "SA", "turkiye": "TR",
	"holland": "NL", "republic of korea": "KR", "rok": "KR", "democratic people’s republic of korea": "KP", "dprk": "KP", "palestine": "PS", "فلسطين": "PS", "巴勒斯坦": "PS",
	"中华人民共和国": "CN", "中俄": "RU", "中美": "US", "中日": "JP", "中韩": "KR", "中印": "IN", "中法": "FR", "中德": "DE", "中英": "GB", "中埃": "EG",
	"中伊": "IR", "中沙": "SA", "中土": "TR", "中欧": "EU", "俄": "RU", "俄叙": "RU", "美叙": "US",
	"kremlin": "RU", "moscow": "RU", "washington": "US", "tehran": "IR",
}

// peopleCalled are the English words for what is of a country that are no name of it
// with an ending.
var peopleCalled = map[string]string{
	"american": "US", "british": "GB", "french": "FR", "german": "DE", "greek": "GR", "spanish": "ES",
	"portuguese": "PT", "dutch": "NL", "danish": "DK", "swedish": "SE", "finnish": "FI", "norwegian": "NO",
	"icelandic": "IS", "irish": "IE", "swiss": "CH", "czech": "CZ", "cypriot": "CY", "lebanese": "LB",
	"palestinian": "PS", "emirati": "AE", "afghan": "AF", "thai": "TH", "filipino": "PH", "burmese": "MM",
	"congolese": "CD",
}

// otherWords are names that are more often another word, most of them in another
// language: of Iceland, Réunion, Iran, Oman, Chad, Guinea, Morocco, Togo and the
// French.
var otherWords = text.Set("island reunion ira oma cad gine fas того francis")

// countries knows countries by their names, folded.
type countries struct {
	names   map[string]string // region codes, by the words of a name
	bases   map[string]string // by what a name's endings are put to
	longest map[string]int    // the words of the longest name of several that begins with a word, at most longestCountry
}

// longestCountry is the number of words of the longest name that is looked for.
const longestCountry = 7

var allCountries = sync.OnceValue(func() *countries {
	c := &countries{names: map[string]string{}, bases: map[string]string{}, longest: map[string]int{}}
	for _, tag := range namedIn {
		regions := display.Regions(tag)
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				code := string([]rune{a, b})
				r, err := language.ParseRegion(code)
				if err != nil || !r.IsCountry() || r.Canonicalize() != r {
					continue
				}
				c.add(regions.Name(r), r.String())
			}
		}
	}
	for name, code := range alsoCalled {
		c.add(name, code)
	}
	return c
})

func (c *countries) add(name, code string) {
	words := text.Words(name)
	if len(words) == 0 {
		return
	}
	key := run(words)
	addOnce(c.names, key, code)
	if len(words) > 1 {
		first := words[0].Text
		c.longest[first] = max(c.longest[first], min(len(words), longestCountry))
		return
	}
	for _, e := range peopleEndings {
		if words[0].Script == e.script && len(key) >= baseLeast {
			addOnce(c.bases, key, code)
			addOnce(c.bases, strings.TrimRight(key, e.vowels), code)
		}
	}
}

func addOnce(codes map[string]string, key, code string) {
	if _, taken := codes[key]; !taken {
		codes[key] = code
	}
}

// peopleEndings make of a country's name what is likely said of its people:
// Egyptian, Japanese, Iraqi. The shortest stands first, so that Nigerian is of
// Nigeria and not of Niger. The vowels are those that a name may lose before.
var peopleEndings = []struct {
	script  text.Script
	vowels  string
	endings []string
}{
	{text.Latin, "aeoy", []string{"n", "i", "an", "ian", "ese", "ish"}},
	{text.Arabic, "اه", []string{"", "ه", "ي", "يه", "ين", "يين", "يون"}},
}

// baseLeast is the length in bytes of the shortest name that endings are put to.
const baseLeast = 4

// country is the region code of the country that one word names.
func (c *countries) country(w text.Word) (code string, ok bool) {
	if otherWords[w.Text] {
		return "", false
	}
	if code, ok := c.named(w.Text, w.Script); ok {
		return code, true
	}
	if w.Script == text.Arabic {
		for _, form := range text.WithoutPrefix(w.Text) {
			if code, ok := c.named(form, w.Script); ok {
				return code, true
			}
		}
	}
	if people, cut := strings.CutSuffix(w.Text, "s"); cut && w.Script == text.Latin && c.names[people] == "" { // "the Egyptians"
		return c.named(people, w.Script)
	}
	return "", false
}

// named is the region code of the country that a word is a name of, or says that
// something is of.
func (c *countries) named(word string, script text.Script) (code string, ok bool) {
	if code, ok := c.names[word]; ok {
		return code, true
	}
	if code, ok := peopleCalled[word]; ok {
		return code, true
	}
	for _, e := range peopleEndings {
		if e.script != script {
			continue
		}
		for _, ending := range e.endings {
			if base, cut := strings.CutSuffix(word, ending); cut {
				if code, ok := c.bases[base]; ok {
					return code, true
				}
			}
		}
	}
	return "", false
}

// isPeople reports whether an English word says of what country something is:
// "the Chinese initiatives" are China's.
func (c *countries) isPeople(w text.Word) bool {
	if w.Script != text.Latin || c.names[w.Text] != "" {
		return false
	}
	_, ok := c.named(w.Text, w.Script)
	return ok
}

// at is the region code of the country that words begin with the name of, and how
// many words that has; 0 if they do not. A name of the knowledge's own, replaced,
// is read by what stands for it.
func (c *countries) at(words []text.Word) (code string, n int) {
	if own, ok := strings.CutPrefix(words[0].Text, "@"); ok {
		if code, ok := c.names[own]; ok {
			return code, 1
		}
		return "", 0
	}
	for n := min(c.longest[words[0].Text], len(words)); n > 1; n-- {
		if code, ok := c.names[run(words[:n])]; ok {
			return code, n
		}
	}
	if code, ok := c.country(words[0]); ok {
		return code, 1
	}
	return "", 0
}

// Prepare makes the table of countries, which otherwise the first question waits
// for.
func Prepare() { allCountries() }

// CountryAt is the region code of the country that words begin with the name of,
// and how many words that has; 0 if they do not. There is at least one word.
func CountryAt(words []text.Word) (code string, n int) { return allCountries().at(words) }

// Countries gives the region codes of the countries that texts name.
func Countries(texts ...[]text.Word) map[string]bool {
	found := map[string]bool{}
	for _, words := range texts {
		for i := 0; i < len(words); {
			code, n := allCountries().at(words[i:])
			if n > 0 {
				found[code] = true
			}
			i += max(n, 1)
		}
	}
	return found
}

// CountryName is the English name of a region.
func CountryName(code string) string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return display.English.Regions().Name(r)
}

// countryCalled gives the names of a country in many languages, by its English
// one; none if it is no country.
func countryCalled(english string) []string {
	code, ok := allCountries().names[run(text.Words(english))]
	if !ok || !strings.EqualFold(CountryName(code), english) {
		return nil
	}
	var all []string
	for _, tag := range namedIn {
		all = append(all, display.Regions(tag).Name(language.MustParseRegion(code)))
	}
	return all
}
