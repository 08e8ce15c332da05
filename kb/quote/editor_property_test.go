package quote

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"verbatim/kb/quote/word"
)

// marks are what editors do to one word inside a stretch; each leaves the others.
var editorsMarks = map[string]func(s stretch, i int) stretch{
	"a word added":               func(s stretch, i int) stretch { return slices.Insert(slices.Clone(s), i, "[indeed] ") },
	"two words added":            func(s stretch, i int) stretch { return slices.Insert(slices.Clone(s), i, "[as agreed] ") },
	"a remark":                   func(s stretch, i int) stretch { return slices.Insert(slices.Clone(s), i, "[sic] ") },
	"a remark in round brackets": func(s stretch, i int) stretch { return slices.Insert(slices.Clone(s), i, "(sic) ") },
	"brackets around a word": func(s stretch, i int) stretch {
		s = slices.Clone(s)
		word := strings.TrimRightFunc(s[i], unicode.IsSpace)
		s[i] = "[" + word + "]" + s[i][len(word):]
		return s
	},
	"another case": func(s stretch, i int) stretch {
		s = slices.Clone(s)
		other := swapFirst(s[i])
		first := string([]rune(other)[0])
		s[i] = "[" + first + "]" + other[len(first):]
		return s
	},
}

// TestEveryMarkOfAnEditorIsEdited marks words anywhere in texts with spaces.
func TestEveryMarkOfAnEditorIsEdited(t *testing.T) {
	eachText(t, func(t *testing.T, x *Index, at int, rng *rand.Rand) {
		for _, name := range slices.Sorted(maps.Keys(editorsMarks)) {
			mark := editorsMarks[name]
			for range 150 {
				from, to := x.stretch(rng, at, 10)
				s := x.words(at, from, to)
				i := 2 + rng.IntN(len(s)-4)
				w, before := x.texts.Token(from+i), x.texts.Token(from+i-1)
				if w.Kind != word.AWord || before.Kind != word.AWord || isIdeographIn(x.texts.Held(at), w) || strings.ContainsFunc(strings.TrimSpace(s[i]), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
					continue
				}
				text := mark(s, i).String()
				r := check(t, x, text)
				if r.Verdict != Edited {
					t.Errorf("%s: %q is %s: %s\n\t%s", name, text, r.Verdict, r.Differ, inline(r.Diff))
				}
				holds(t, x, r)
			}
		}
	})
}

// What no mark of an editor makes good: the words beside it were changed, or it
// brings what it must not.
var nothingGood = map[string]func(s stretch, i int) stretch{
	"a not in brackets": func(s stretch, i int) stretch { return slices.Insert(slices.Clone(s), i, "[not] ") },
	"a word left out beside it": func(s stretch, i int) stretch {
		return slices.Concat(s[:i-1], stretch{"[indeed] "}, s[i:i+1], s[i+2:])
	},
	"a word added beside it": func(s stretch, i int) stretch {
		return slices.Concat(s[:i-1], stretch{"surely "}, s[i-1:i], stretch{"[indeed] "}, s[i:])
	},
}

func TestNoMarkMakesAChangeGood(t *testing.T) {
	eachText(t, func(t *testing.T, x *Index, at int, rng *rand.Rand) {
		stands := x.standing()
		for _, name := range slices.Sorted(maps.Keys(nothingGood)) {
			mark := nothingGood[name]
			for range 150 {
				from, to := x.stretch(rng, at, 12)
				s := x.words(at, from, to)
				i := 3 + rng.IntN(len(s)-6)
				if x.texts.Token(from+i+1).Kind != word.AWord || x.texts.Token(from+i-1).Kind != word.AWord || isIdeographIn(x.texts.Held(at), x.texts.Token(from+i)) {
					continue
				}
				text := mark(s, i).String()
				if r := check(t, x, text); (r.Verdict == Edited || r.Verdict.True()) && !stands(text) {
					t.Errorf("%s: %q is %s: %s", name, text, r.Verdict, r.Differ)
				}
			}
		}
	})
}
