package kb

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
	"usa": "US", "america": "US", "american": "US", "امريكا": "US", "الولايات المتحدة": "US",
	"uk": "GB", "britain": "GB", "british": "GB", "england": "GB", "بريطانيا": "GB",
	"uae": "AE", "emirates": "AE", "الامارات": "AE", "saudi": "SA", "السعودية": "SA", "turkiye": "TR",
	"turkish": "TR", "french": "FR", "german": "DE", "iraqi": "IQ", "greek": "GR",
	"中俄": "RU", "中美": "US", "中日": "JP", "中韩": "KR", "中印": "IN", "中法": "FR", "中德": "DE", "中英": "GB", "中埃": "EG",
	"中伊": "IR", "中沙": "SA", "中土": "TR", "中欧": "EU", "俄叙": "RU", "美叙": "US",
	"kremlin": "RU", "moscow": "RU", "washington": "US", "tehran": "IR",
}

// countryNames has the region code of every country by its name's words.
var countryNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, tag := range namedIn {
		regions := display.Regions(tag)
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				code := string([]rune{a, b})
				r, err := language.ParseRegion(code)
				if err != nil || !r.IsCountry() || r.Canonicalize() != r {
					continue
				}
				addCountry(names, regions.Name(r), r.String())
			}
		}
	}
	for name, code := range alsoCalled {
		addCountry(names, name, code)
	}
	return names
})

// addCountry adds a name, and what is likely said of its people: Egyptian,
// Japanese, Iraqi.
func addCountry(names map[string]string, name, code string) {
	words := text.Words(name)
	if len(words) == 0 {
		return
	}
	key := run(words)
	if _, taken := names[key]; !taken {
		names[key] = code
	}
	if len(words) != 1 || words[0].Script != text.Latin || len(key) < 4 {
		return
	}
	for _, base := range []string{key, strings.TrimRight(key, "aeoy")} {
		for _, ending := range []string{"n", "an", "ian", "i", "ese", "ish"} {
			if _, taken := names[base+ending]; !taken {
				names[base+ending] = code
			}
		}
	}
}

// longestCountry is the number of words of the longest name that is looked for, and
// countryStarts how many words the names have at most that begin with a word.
const longestCountry = 6

var countryStarts = sync.OnceValue(func() map[string]int {
	starts := map[string]int{}
	for name := range countryNames() {
		first, _, _ := strings.Cut(name, " ")
		starts[first] = max(starts[first], min(longestCountry, 1+strings.Count(name, " ")))
	}
	return starts
})

// countriesIn gives the region codes of the countries that words name; names of
// the knowledge's own, replaced, are read by what stands for them.
func countriesIn(words []text.Word) map[string]bool {
	found := map[string]bool{}
	names := countryNames()
	for i := 0; i < len(words); {
		code, n := countryAt(names, words[i:])
		if n > 0 {
			found[code] = true
		}
		i += max(n, 1)
	}
	return found
}

func countryAt(names map[string]string, words []text.Word) (code string, n int) {
	if own, ok := strings.CutPrefix(words[0].Text, "@"); ok {
		if code, ok := names[own]; ok {
			return code, 1
		}
		return "", 0
	}
	for n := min(countryStarts()[words[0].Text], len(words)); n > 0; n-- {
		if code, ok := names[run(words[:n])]; ok {
			return code, n
		}
	}
	if words[0].Script == text.Arabic {
		for _, form := range text.WithoutPrefix(words[0].Text) {
			if code, ok := names[form]; ok {
				return code, 1
			}
		}
	}
	return "", 0
}

// countryName is the English name of a region.
func countryName(code string) string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return display.English.Regions().Name(r)
}

// countryCalled gives the names of a country in many languages, by its English
// one; none if it is no country.
func countryCalled(english string) []string {
	code, ok := countryNames()[run(text.Words(english))]
	if !ok || !strings.EqualFold(countryName(code), english) {
		return nil
	}
	var all []string
	for _, tag := range namedIn {
		all = append(all, display.Regions(tag).Name(language.MustParseRegion(code)))
	}
	return all
}
