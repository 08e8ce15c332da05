package quote

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/marks"
	"verbatim/kb/quote/word"
)

// eachText calls a test for every text: our own, and the real ones where they
// are.
func eachText(t *testing.T, test func(t *testing.T, x *Index, at int, rng *rand.Rand)) {
	run := func(name string, texts func(testing.TB) []Text) {
		t.Run(name, func(t *testing.T) {
			all := texts(t)
			x := New(all...)
			for at, text := range all {
				t.Run(text.Source, func(t *testing.T) { test(t, x, at, random(uint64(at))) })
			}
		})
	}
	run("own", own)
	run("real", real)
}

// span returns the bytes from one token to before another.
func (x *Index) span(at, from, to int) string {
	return x.texts.Held(at).Body[x.texts.Token(from).Start:x.texts.Token(to-1).End]
}

// stretch returns a random stretch of words with borders at both ends that
// does not start or end with a mark, of at least some tokens.
func (x *Index) stretch(rng *rand.Rand, at, least int) (from, to int) {
	t := x.texts.Held(at)
	for {
		from = t.First + rng.IntN(t.Last-t.First-least)
		to = from + least + rng.IntN(min(60, t.Last-from-least)+1)
		if to <= t.Last && !x.texts.Spans(t, from) && !x.texts.Spans(t, to) && x.texts.Token(from).Kind == word.AWord && x.texts.Token(to-1).Kind == word.AWord {
			return from, to
		}
	}
}

func TestEverySubstringOnWordBordersIsVerbatim(t *testing.T) {
	eachText(t, func(t *testing.T, x *Index, at int, rng *rand.Rand) {
		text := x.texts.Held(at)
		for range 1500 {
			from := text.First + rng.IntN(text.Last-text.First)
			to := from + 1 + rng.IntN(min(80, text.Last-from))
			quoted := x.span(at, from, to)
			if x.texts.Spans(text, from) || x.texts.Spans(text, to) || !x.texts.Query(marks.Bare(quoted)).HasWords() {
				continue
			}
			r := check(t, x, quoted)
			if r.Verdict != Verbatim {
				t.Fatalf("%q is %s: %s\n%s", quoted, r.Verdict, r.Differ, inline(r.Diff))
			}
			holds(t, x, r)
		}
	})
}

// retypings are typographic changes; each changes nothing else.
var retypings = map[string]func(*rand.Rand, string) string{
	"straight quotation marks": func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "«", `"`, "»", `"`, "『", "「", "』", "」").Replace(s)
	},
	"curly apostrophes": func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, "'", "’") },
	"plain dashes": func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("—", "-", "–", "-", "−", "-").Replace(s)
	},
	"long dashes": func(_ *rand.Rand, s string) string { return strings.NewReplacer("—", "--", "–", "—").Replace(s) },
	"white space": func(rng *rand.Rand, s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return []rune(" \u00a0\n\u2009\u3000")[rng.IntN(5)]
			}
			return r
		}, s)
	},
	"double spaces":      func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, " ", "  ") },
	"closing point":      func(_ *rand.Rand, s string) string { return s + "." },
	"other first letter": func(_ *rand.Rand, s string) string { return swapFirst(s) },
	"an ellipsis around": func(_ *rand.Rand, s string) string { return "… " + s + "..." },
	"decomposed letters": func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("é", "e\u0301", "ï", "i\u0308").Replace(s)
	},
	"letters of ligatures": func(_ *rand.Rand, s string) string { return strings.NewReplacer("ﬃ", "ffi", "ﬂ", "fl").Replace(s) },
	"direction marks":      func(_ *rand.Rand, s string) string { return "\u200f" + s + "\u200e" },
}

func swapFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(r) {
		return string(unicode.ToLower(r)) + s[size:]
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

func TestEveryTypographicChangeIsTypographic(t *testing.T) {
	names := make([]string, 0, len(retypings))
	for name := range retypings {
		names = append(names, name)
	}
	slices.Sort(names)
	eachText(t, func(t *testing.T, x *Index, at int, rng *rand.Rand) {
		for range 800 {
			from, to := x.stretch(rng, at, 1)
			quoted := marks.Bare(x.span(at, from, to))
			changed, by := quoted, []string{}
			for _, name := range names {
				if rng.IntN(3) == 0 {
					changed = retypings[name](rng, changed)
					by = append(by, name)
				}
			}
			r := check(t, x, changed)
			same := marks.Bare(strings.TrimSpace(changed)) == quoted
			if r.Verdict != Typographic && (r.Verdict != Verbatim || !same && !stands(x, r)) {
				t.Fatalf("%q, changed in %v, is %s: %s\n%s", changed, by, r.Verdict, r.Differ, inline(r.Diff))
			}
			if r.Verdict == Typographic && len(r.Differ) == 0 {
				t.Errorf("%q, changed in %v: nothing is said to differ from %q", changed, by, r.Found)
			}
			holds(t, x, r)
		}
	})
}

// stands reports whether a text happens to be in its source as it is.
func stands(x *Index, r Result) bool {
	return strings.Contains(x.body(r.Source), r.Text)
}
