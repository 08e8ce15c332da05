package quote

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/locate"
)

// pieces are words to make quotations of as editors do, in one language, with what
// stands between two of them.
type pieces struct {
	words   []string
	between string
	cased   bool
}

// made are what editors do, with the verdicts that are right.
var made = []struct {
	about string
	right []Verdict
	by    func(p pieces) string
}{
	{"as it stands", []Verdict{Verbatim}, func(p pieces) string { return p.join(p.words) }},
	{"in other marks, with a comma before the tag", []Verdict{Typographic}, func(p pieces) string {
		return "«\u00a0" + strings.NewReplacer("’", "'", "“", `"`, "”", `"`).Replace(p.join(p.words)) + ",\u00a0»"
	}},
	{"with white space of another kind", []Verdict{Typographic, Verbatim}, func(p pieces) string {
		return strings.Replace(p.join(p.words), " ", "\u00a0", 2)
	}},
	{"over two lines", []Verdict{Typographic, Verbatim}, func(p pieces) string {
		return p.join(p.words[:4]) + "\n" + p.join(p.words[4:])
	}},
	{"with a soft hyphen", []Verdict{Typographic}, func(p pieces) string {
		s := p.join(p.words)
		_, size := utf8.DecodeRuneInString(s)
		return s[:size] + "\u00ad" + s[size:]
	}},
	{"between ellipses", []Verdict{Typographic, Verbatim}, func(p pieces) string { return "… " + p.join(p.words) + " …" }},
	{"as a block quote in bold", []Verdict{Verbatim}, func(p pieces) string { return "> **" + p.join(p.words) + "**" }},
	{"with a remark", []Verdict{Edited}, func(p pieces) string {
		return p.join(p.words[:5]) + p.between + "[sic]" + p.between + p.join(p.words[5:])
	}},
	{"with its first letter in brackets", []Verdict{Edited}, func(p pieces) string {
		s := p.join(p.words)
		r, size := utf8.DecodeRuneInString(s)
		if !p.cased {
			return "[" + string(r) + "]" + s[size:]
		}
		if r = unicode.ToUpper(r); strings.HasPrefix(s, string(r)) {
			r = unicode.ToLower(r)
		}
		return "[" + string(r) + "]" + s[size:]
	}},
	{"with words left out in brackets", []Verdict{Edited, Spliced}, func(p pieces) string {
		return p.join(p.words[:4]) + p.between + "[…]" + p.between + p.join(p.words[7:])
	}},
	{"with words left out in two places", []Verdict{Spliced, Edited}, func(p pieces) string {
		return p.join(p.words[:3]) + " … " + p.join(p.words[5:8]) + " … " + p.join(p.words[9:])
	}},
	{"with a word left out", []Verdict{Altered}, func(p pieces) string {
		return p.join(slices.Delete(slices.Clone(p.words), 5, 6))
	}},
	{"with two words in the other order", []Verdict{Altered}, func(p pieces) string {
		words := slices.Clone(p.words)
		words[4], words[6] = words[6], words[4]
		return p.join(words)
	}},
	{"with a word that is not there", []Verdict{Altered}, func(p pieces) string {
		return p.join(slices.Insert(slices.Clone(p.words), 5, "zebra"))
	}},
	{"with a word for another", []Verdict{Altered}, func(p pieces) string {
		words := slices.Clone(p.words)
		words[5] = "1843"
		return p.join(words)
	}},
	{"in capitals", []Verdict{Altered, Typographic, Verbatim}, func(p pieces) string {
		if p.cased {
			return strings.ToUpper(p.join(p.words))
		}
		return p.join(p.words)
	}},
}

func (p pieces) join(words []string) string { return strings.Join(words, p.between) }

// pick takes words from inside a paragraph of a text, in which no line ends in a hyphen
// and no mark stands at an end.
func pick(rng *rand.Rand, body, language string) (p pieces, ok bool) {
	all := locate.Paragraphs(body)
	one := all[rng.IntN(len(all))]
	text := body[one.Start:one.End]
	p = pieces{words: strings.Fields(text), between: " ", cased: language != "ar" && language != "zh"}
	if language == "zh" {
		p.words, p.between = strings.Split(strings.Join(strings.Fields(text), ""), ""), ""
	}
	const most = 13
	if len(p.words) < most+2 {
		return p, false
	}
	from := rng.IntN(len(p.words) - most)
	p.words = p.words[from : from+most]
	plain := func(w string) bool {
		return !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' })
	}
	for _, w := range p.words {
		if !plain(w) {
			return p, false
		}
	}
	return p, p.words[4] != p.words[6] && p.words[4] != p.words[5] && p.words[5] != p.words[6]
}

// TestWhatEditorsMake holds the checker against what editors make of words that were
// picked at random, in six languages: of the declaration in testdata/editors, and of
// the official statements beside the project where these are.
func TestWhatEditorsMake(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes and checks some hundred quotations of whole texts")
	}
	bodies := map[string][]string{}
	var texts []Text
	for _, text := range read(t, "testdata/editors/*.txt") {
		bodies[text.Source], texts = append(bodies[text.Source], text.Body), append(texts, text)
	}
	if more := read(t, filepath.Join("..", "..", "..", "shared", "eval", "texts", "*.txt")); len(more) > 0 {
		for _, text := range more {
			bodies["en"], texts = append(bodies["en"], text.Body), append(texts, text)
		}
	} else {
		t.Log("SKIPPED: the official statements beside the project (../shared/eval/texts) are not there; only the declaration was tried")
	}
	x, total, right := New(texts...), 0, 0
	for _, language := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
		rng := random(uint64(len(language)) + uint64(language[0])<<8 + uint64(language[1]))
		for n := 0; n < 4*len(made); {
			all := bodies[language]
			p, ok := pick(rng, all[rng.IntN(len(all))], language)
			if !ok {
				continue
			}
			m := made[n%len(made)]
			n++
			total++
			text := m.by(p)
			r := check(t, x, text)
			switch is := slices.Contains(m.right, r.Verdict); {
			case is:
				right++
			case slices.Equal(m.right, []Verdict{Altered}) && (r.Verdict.True() || r.Verdict == Edited || r.Verdict == Spliced):
				t.Errorf("%s: altered is called %s: %q", language, r.Verdict, text)
			case m.right[0].True() && !r.Verdict.True():
				t.Errorf("%s: %s is called %s: %q\n\t%s", language, m.about, r.Verdict, text, r.Differ)
			default:
				t.Logf("%s: %s is %s: %q\n\t%s", language, m.about, r.Verdict, text, r.Differ)
			}
		}
	}
	t.Logf("%d of %d are right", right, total)
	if total < 300 || right*100 < total*99 {
		t.Errorf("%d of %d are right", right, total)
	}
}
