package talk

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/text"
)

// spoken are the languages in which names are known, by the Common Locale Data
// Repository; tongues are those whose names are.
var (
	spoken = []language.Tag{
		language.English, language.Arabic, language.SimplifiedChinese, language.TraditionalChinese, language.French, language.Spanish,
		language.German, language.Russian, language.Turkish, language.Portuguese, language.Indonesian, language.Japanese,
	}
	tongues = append([]language.Tag{
		language.Chinese, language.Italian, language.Korean, language.Persian, language.Hebrew, language.Hindi, language.Urdu,
		language.Vietnamese, language.Ukrainian, language.Polish, language.Dutch, language.Norwegian, language.Swedish,
		language.Danish, language.Finnish, language.Greek, language.Thai, language.Hungarian, language.Czech, language.Romanian,
	}, spoken...)
)

// A tongue is a name of a language, folded.
type tongue struct {
	name string
	tag  language.Tag
}

// names are those of the tongues, the longest first.
var names = sync.OnceValue(func() (all []tongue) {
	for _, in := range spoken {
		for _, tag := range tongues {
			if name := text.Fold(display.Languages(in).Name(tag)); name != "" {
				all = append(all, tongue{name, tag})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b tongue) int { return len(b.name) - len(a.name) })
	return all
})

// lands are the names of countries, folded.
var lands = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, in := range spoken {
		namer := display.Regions(in)
		for code := range 26 * 26 {
			r, err := language.ParseRegion(string([]byte{'A' + byte(code/26), 'A' + byte(code%26)}))
			if err == nil && r.IsCountry() {
				all[text.Fold(namer.Name(r))] = true
			}
		}
	}
	return all
})

// Named is the language that a text names, in whatever form: "на русском" is in русский.
func Named(s string) (tag language.Tag, ok bool) {
	best := 0
	for _, word := range strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		land := lands()[word]
		for _, n := range names() {
			if land && word != n.name {
				continue // Germany begins like German
			}
			if shared := begins(word, n.name); shared > best {
				tag, best = n.tag, shared
			}
		}
	}
	return tag, best > 0
}

// begins is how much of a name a word begins with: all of it, or in Arabic and Cyrillic
// so much that only its ending differs; else 0. In scripts where words are written
// together it may stand anywhere.
func begins(word, name string) int {
	letters := []rune(name)
	if strings.ContainsFunc(name, func(r rune) bool { return isArabic(r) || unicode.Is(unicode.Cyrillic, r) }) {
		letters = letters[:max(len(letters)-endingMost, min(len(letters), beginningLeast))]
	}
	beginning := string(letters)
	if strings.HasPrefix(word, beginning) || isJoined(name) && strings.Contains(word, beginning) {
		return len(beginning)
	}
	return 0
}

// A name may lose so many letters at its end, and keeps at least so many.
const (
	endingMost     = 2
	beginningLeast = 4
)

// isJoined reports whether a name is of a script in which it may be written together
// with what stands before it.
func isJoined(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool {
		return isArabic(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
	})
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

// In is the language to reply to a question in: the one that it is to be answered in, else
// the one that it is written in, else English.
func In(q kb.Question) catalog.Language {
	if l, ok := catalog.Match(q.Language); ok {
		return l
	}
	l, _ := catalog.Detect(q.Text)
	return l
}

// of tells the language of an answer; English where nothing tells.
func of(s string) string { return cmp.Or(text.Language(s), language.English.String()) }
