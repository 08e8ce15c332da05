package catalog

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/gohugoio/locales"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

func TestASentenceIsSaidInItsLanguage(t *testing.T) {
	for _, c := range []struct{ about, got, want string }{
		{"one", English.Say("verdict.searched-more", Count, 1), "and 1 more statement"},
		{"more than one", English.Say("verdict.searched-more", Count, 3000), "and 3,000 more statements"},
		{"words in it", English.Say("answer.also-in", "Sources", "A"), "Also in: A"},
		{"a language that there is not", Language("xx").Say("problem.sorry"), English.Say("problem.sorry")},
		{"no language", Language("").Say("problem.sorry"), English.Say("problem.sorry")},
		{"a key that there is not", English.Say("problem.none-such"), "problem.none-such"},
		{"a day", English.Date("2025-11-17"), "17 November 2025"},
		{"a month", English.Date("2025-11"), "November 2025"},
		{"a year", English.Date("2025"), "2025"},
		{"no date", English.Date("autumn 25"), "autumn 25"},
		{"no month", English.Date("2025-13-01"), "2025-13-01"},
		{"nothing", English.Date(""), ""},
		{"a day in Russian", Russian.Date("2025-11-17"), "17 ноября 2025\u202fг."},
		{"a month in Russian", Russian.Date("1842-10"), "октябрь 1842 г."},
		{"a month in Chinese", ChineseSimplified.Date("1842-10"), "1842年10月"},
		{"a day in Japanese", Japanese.Date("2025-11-17"), "2025年11月17日"},
		{"a number in German", German.Number(12345), "12.345"},
		{"sentences", English.Join("A.", "", "B."), "A. B."},
		{"names in a sentence", English.And("A", "B", "C"), "A, B and C"},
		{"names in Arabic", Arabic.And("مصر", "Syria"), "مصر و\u2068Syria\u2069"},
		{"one name", English.And("A"), "A"},
		{"an address keeps its end", Arabic.Isolated("Gazette, https://example.org"), "Gazette, https://example.org"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.about, c.got, c.want)
		}
	}
}

func TestTheNearestLanguageIsFound(t *testing.T) {
	for tag, want := range map[string]Language{
		"en-GB": English, "zh": ChineseSimplified, "zh-HK": ChineseTraditional, "zh-Hant": ChineseTraditional, "es-419": Spanish,
		"pt": Portuguese, "pt-PT": Portuguese, "ar-EG": Arabic, "ja": Japanese, "id": Indonesian, "fr-CA": French,
	} {
		if l, ok := Match(tag); l != want || !ok {
			t.Errorf("%s is %s, %v, want %s", tag, l, ok, want)
		}
	}
	for _, tag := range []string{"", "xx", "ko", "sv-SE", "not a tag", "\x00"} {
		if l, ok := Match(tag); ok || l != English {
			t.Errorf("%q is %s, %v: nothing is near it", tag, l, ok)
		}
	}
}

// byKey are the sentences of a language.
func byKey(l Language) map[string]*i18n.Message {
	all := map[string]*i18n.Message{}
	for _, m := range messagesOf(l) {
		all[m.ID] = m
	}
	return all
}

// formsOf are the plural forms of a sentence that are there.
func formsOf(m *i18n.Message) map[locales.PluralRule]string {
	all := map[locales.PluralRule]string{}
	for rule, s := range map[locales.PluralRule]string{
		locales.PluralRuleZero: m.Zero, locales.PluralRuleOne: m.One, locales.PluralRuleTwo: m.Two,
		locales.PluralRuleFew: m.Few, locales.PluralRuleMany: m.Many, locales.PluralRuleOther: m.Other,
	} {
		if s != "" {
			all[rule] = s
		}
	}
	return all
}

var placeholder = regexp.MustCompile(`\{\{\.[A-Za-z]+\}\}`)

// placeholders are those of a sentence in order.
func placeholders(s string) []string {
	all := placeholder.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

func TestEveryLanguageHasEverySentence(t *testing.T) {
	english := byKey(English)
	for _, l := range Languages() {
		all := byKey(l)
		if len(all) == 0 {
			t.Logf("%s (%s) is not translated yet", l, l.Name())
			continue
		}
		for key, m := range english {
			if all[key] == nil {
				t.Errorf("%s lacks %s", l, key)
				continue
			}
			checkForms(t, l, key, m, all[key])
		}
		for key := range all {
			if english[key] == nil {
				t.Errorf("%s has %s, which there is not in English", l, key)
			}
		}
	}
}

// checkForms holds a translation to the plural forms of its language and the
// placeholders of the English sentence. A form for one or two may say the number itself.
func checkForms(t *testing.T, l Language, key string, english, m *i18n.Message) {
	t.Helper()
	forms := formsOf(m)
	if english.One != "" {
		for _, rule := range l.entry().locale.PluralsCardinal() {
			if forms[rule] == "" && rule != locales.PluralRuleMany || forms[rule] == "" && len(l.entry().locale.PluralsCardinal()) > 3 {
				t.Errorf("%s of %s lacks the form for %s", key, l, rule)
			}
		}
	} else if len(forms) != 1 && !strings.HasPrefix(key, "list.") { // a separator may be empty
		t.Errorf("%s of %s has %d forms, and no number decides", key, l, len(forms))
	}
	for rule, s := range forms {
		want := placeholders(english.Other)
		if english.One != "" && rule != locales.PluralRuleOther {
			want = slices.DeleteFunc(slices.Clone(want), func(p string) bool { return p == "{{."+Count+"}}" && !strings.Contains(s, p) })
		}
		if got := placeholders(s); !slices.Equal(got, want) {
			t.Errorf("%s of %s has the placeholders %v, want %v", key, l, got, want)
		}
		if strings.Contains(placeholder.ReplaceAllString(s, ""), "{{") {
			t.Errorf("%s of %s has something else than placeholders in braces: %s", key, l, s)
		}
		if a, b := strings.Count(s, "**"), strings.Count(english.Other, "**"); a != b {
			t.Errorf("%s of %s has %d marks of bold letters, and %d in English", key, l, a, b)
		}
	}
}

// What Discord takes, in UTF-16 units. A title and a menu get words added, which are cut.
var most = map[string]int{"option.": 32, "button.": 80, "menu.": 100, "command.": 100, "history.": 80}

// mostOf are those of single sentences: of a form.
var mostOf = map[string]int{
	"fact.add": 30, "fact.edit": 30, "fact.question": 45, "fact.answer": 45, "fact.quote": 45, "fact.said-by": 45, "fact.also-asked": 45,
	"fact.question-hint": 100, "fact.answer-hint": 100, "fact.quote-hint": 100, "fact.also-asked-hint": 100,
	"fact.answer-in": 45, "fact.answer-in-title": 45, "fact.answer-in-hint": 100,
}

func TestSentencesFitDiscord(t *testing.T) {
	for _, l := range Languages() {
		for key, m := range byKey(l) {
			for _, s := range formsOf(m) {
				n := len(utf16.Encode([]rune(placeholder.ReplaceAllString(s, "12345678"))))
				limit := 1000
				for group, at := range most {
					if strings.HasPrefix(key, group) {
						limit = at
					}
				}
				if at := mostOf[key]; at > 0 {
					limit = at
				}
				if n > limit {
					t.Errorf("%s of %s has %d characters, and %d fit: %s", key, l, n, limit, s)
				}
			}
		}
	}
}

// TestWhatIsWrittenFromLeftToRightIsIsolated takes the isolates out of sentences written
// from right to left: no Latin letter is left, nor a sign beside one.
func TestWhatIsWrittenFromLeftToRightIsIsolated(t *testing.T) {
	isolated := regexp.MustCompile(firstStrongIsolate + "[^" + popDirectionalIsolate + "]*" + popDirectionalIsolate)
	for _, l := range Languages() {
		if !l.IsRightToLeft() {
			continue
		}
		for key, m := range byKey(l) {
			for _, s := range formsOf(m) {
				rest := placeholder.ReplaceAllString(isolated.ReplaceAllString(s, ""), "")
				if i := strings.IndexFunc(rest, func(r rune) bool { return unicode.In(r, unicode.Latin) }); i >= 0 {
					t.Errorf("%s of %s: %q stands in it without an isolate", key, l, rest[i:])
				}
			}
		}
		if got := l.Isolated("United States"); got != "\u2068United States\u2069" {
			t.Errorf("a name is %q in %s", got, l)
		}
	}
	if got := English.Isolated("United States"); got != "United States" {
		t.Errorf("a name is %q in English", got)
	}
}

// keyLike is a text that has the form of a key.
var keyLike = regexp.MustCompile(`^[a-z]+\.[a-z0-9-]+$`)

// TestEveryKeyIsSaidAndThere goes through the sources of the program: each key that
// stands there is one of the catalog, and each of the catalog stands there.
func TestEveryKeyIsSaidAndThere(t *testing.T) {
	english := byKey(English)
	groups := map[string]bool{}
	for key := range english {
		group, _, _ := strings.Cut(key, ".")
		groups[group] = true
	}
	said := map[string]bool{}
	for _, key := range literals(t, "../..") {
		said[key] = true
		group, _, _ := strings.Cut(key, ".")
		if keyLike.MatchString(key) && groups[group] && english[key] == nil && !elsewhere[key] {
			t.Errorf("%q is said, and the catalog has it not", key)
		}
	}
	for key := range english {
		name, isOption := strings.CutPrefix(key, "option.called-") // which the options' own names say
		if !said[key] && (!isOption || !said[name]) {
			t.Errorf("nothing says %q", key)
		}
	}
}

// elsewhere are texts that look like keys and are none.
var elsewhere = map[string]bool{"knowledge.yaml": true, "stats.png": true, "option.called-": true}

// literals are the texts that stand in the sources of the program.
func literals(t *testing.T, root string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != root || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					all = append(all, s)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d texts were found: %v", len(all), err)
	}
	return all
}
