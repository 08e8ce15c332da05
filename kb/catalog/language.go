package catalog

import (
	"cmp"
	"sync"
	"time"

	"github.com/gohugoio/locales"
	"github.com/gohugoio/locales/ar"
	"github.com/gohugoio/locales/de"
	"github.com/gohugoio/locales/en_GB"
	"github.com/gohugoio/locales/es_ES"
	"github.com/gohugoio/locales/fr"
	"github.com/gohugoio/locales/id"
	"github.com/gohugoio/locales/ja"
	"github.com/gohugoio/locales/pt_BR"
	"github.com/gohugoio/locales/ru"
	"github.com/gohugoio/locales/tr"
	"github.com/gohugoio/locales/zh_Hans"
	"github.com/gohugoio/locales/zh_Hant"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// A Language is one that replies are in, as a BCP 47 tag. The zero value is English.
type Language string

// The languages that replies are in.
const (
	English            Language = "en"
	Arabic             Language = "ar"
	ChineseSimplified  Language = "zh-CN"
	ChineseTraditional Language = "zh-TW"
	French             Language = "fr"
	Spanish            Language = "es-ES"
	German             Language = "de"
	Russian            Language = "ru"
	Turkish            Language = "tr"
	Portuguese         Language = "pt-BR"
	Indonesian         Language = "id"
	Japanese           Language = "ja"
)

// entry is a language with what CLDR says of it, and its name for itself.
type entry struct {
	language Language
	locale   locales.Translator
	name     string
}

// entries are all languages, English first.
var entries = []entry{
	{English, en_GB.New(), "English"},
	{Arabic, ar.New(), "العربية"},
	{ChineseSimplified, zh_Hans.New(), "简体中文"},
	{ChineseTraditional, zh_Hant.New(), "繁體中文"},
	{French, fr.New(), "français"},
	{Spanish, es_ES.New(), "español"},
	{German, de.New(), "Deutsch"},
	{Russian, ru.New(), "русский"},
	{Turkish, tr.New(), "Türkçe"},
	{Portuguese, pt_BR.New(), "português"},
	{Indonesian, id.New(), "Bahasa Indonesia"},
	{Japanese, ja.New(), "日本語"},
}

// Languages are all languages that replies are in, English first.
func Languages() []Language {
	all := make([]Language, len(entries))
	for i, e := range entries {
		all[i] = e.language
	}
	return all
}

// matcher finds the nearest of the languages by what CLDR says of their speakers.
var matcher = func() language.Matcher {
	var tags []language.Tag
	for _, l := range Languages() {
		tags = append(tags, l.tag())
	}
	return language.NewMatcher(tags)
}()

// Match is the language that the speakers of a BCP 47 tag read best. It is English, and
// false, where that is none of them, and where it is no tag.
func Match(tag string) (Language, bool) {
	if l := Language(tag); l.entry().language == l {
		return l, true
	}
	if tag == "" || len(tag) > tagMost {
		return nearest(tag)
	}
	m := matched.of(tag)
	return m.language, m.is
}

// matched are the tags that were matched last. People's Discords have some thirty.
var matched matches

// How many are remembered, and how long one may be.
const matchesMost, tagMost = 200, 50

type matches struct {
	mu  sync.Mutex
	all map[string]match
}

// match is what a tag is matched with, and whether it is with anything.
type match struct {
	language Language
	is       bool
}

func (m *matches) of(tag string) match {
	m.mu.Lock()
	defer m.mu.Unlock()
	one, known := m.all[tag]
	if known {
		return one
	}
	if m.all == nil || len(m.all) >= matchesMost {
		m.all = map[string]match{}
	}
	one.language, one.is = nearest(tag)
	m.all[tag] = one
	return one
}

// nearest is Match for a tag that none of the languages has.
func nearest(tag string) (Language, bool) {
	t, err := language.Parse(tag)
	if err != nil || t == language.Und {
		return English, false
	}
	_, i, confidence := matcher.Match(t)
	if confidence < language.High && !sameBase(t, entries[i].language.tag()) {
		return English, false
	}
	return entries[i].language, true
}

// Same reports whether two BCP 47 tags are of one language, in whatever script or country.
func Same(a, b string) bool {
	x, errX := language.Parse(a)
	y, errY := language.Parse(b)
	return errX == nil && errY == nil && sameBase(x, y)
}

func sameBase(a, b language.Tag) bool {
	x, _ := a.Base()
	y, _ := b.Base()
	return x == y
}

func (l Language) tag() language.Tag { return language.Make(string(l)) }

// entry is that of the language; that of English if there is none.
func (l Language) entry() entry {
	for _, e := range entries {
		if e.language == l {
			return e
		}
	}
	return entries[0]
}

// known is the language, or English where it is none of them.
func (l Language) known() Language { return l.entry().language }

// String is the BCP 47 tag.
func (l Language) String() string { return string(l.known()) }

// Name is what the language calls itself.
func (l Language) Name() string { return l.entry().name }

// IsRightToLeft tells whether the language is written from right to left.
func (l Language) IsRightToLeft() bool { return l == Arabic }

// Number writes a whole number as the language does.
func (l Language) Number(n int) string { return l.entry().locale.FmtNumber(float64(n), 0) }

// Date writes YYYY-MM-DD, YYYY-MM or YYYY as the language does; other text stays.
func (l Language) Date(s string) string {
	switch len(s) {
	case len(time.DateOnly):
		if t, err := time.Parse(time.DateOnly, s); err == nil {
			return l.entry().locale.FmtDateLong(t)
		}
	case len("2006-01"):
		if t, err := time.Parse("2006-01", s); err == nil {
			return l.Say("date.month", "Month", l.month(t.Month()), "Year", t.Format("2006"))
		}
	}
	return s
}

// Named is the name of another language, by its BCP 47 tag, in this one; the tag itself
// if there is none.
func (l Language) Named(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	return cmp.Or(display.Languages(l.tag()).Name(t), tag)
}

// month names a month that stands without a day, as CLDR has it: by its number in Chinese,
// and in Russian in another form than with a day, which package locales does not have.
func (l Language) month(m time.Month) string {
	switch l {
	case ChineseSimplified, ChineseTraditional:
		return l.entry().locale.MonthAbbreviated(m)
	case Russian:
		return russianMonths[m-1]
	}
	return l.entry().locale.MonthWide(m)
}

var russianMonths = [...]string{
	"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
}
