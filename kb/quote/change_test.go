package quote

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/find"
	"verbatim/kb/quote/word"
)

// A stretch of words to change, with the white space after each.
type stretch []string

func (x *Index) words(at, from, to int) stretch {
	var s stretch
	body := x.texts.Held(at).Body
	for i := from; i < to; i++ {
		end := x.texts.Token(i).End
		if i+1 < to {
			end = x.texts.Token(i + 1).Start
		}
		s = append(s, body[x.texts.Token(i).Start:end])
	}
	return s
}

func (s stretch) String() string { return strings.Join(s, "") }

// changes are made to one word inside a stretch, or between it and the next.
var changesOfWords = map[string]func(s stretch, i int, other string) stretch{
	"dropped": func(s stretch, i int, _ string) stretch { return append(append(stretch{}, s[:i]...), s[i+1:]...) },
	"added": func(s stretch, i int, w string) stretch {
		return append(append(append(stretch{}, s[:i]...), w), s[i:]...)
	},
	"replaced": func(s stretch, i int, w string) stretch {
		return append(append(append(stretch{}, s[:i]...), w), s[i+1:]...)
	},
	"exchanged with the next": func(s stretch, i int, _ string) stretch {
		c := append(stretch{}, s...)
		c[i], c[i+1] = c[i+1], c[i]
		return c
	},
}

func TestEveryChangedWordIsAltered(t *testing.T) {
	others := map[bool]string{false: "not ", true: "無"}
	eachText(t, func(t *testing.T, x *Index, at int, rng *rand.Rand) {
		stands := x.standing()
		for name, change := range changesOfWords {
			for range 200 {
				from, to := x.stretch(rng, at, 8)
				s := x.words(at, from, to)
				if x.texts.Query(s.String()).Size() < 5 {
					continue
				}
				i := 1 + rng.IntN(len(s)-3)
				for x.texts.Token(from+i).Kind != word.AWord {
					i = 1 + rng.IntN(len(s)-3)
				}
				other := others[isIdeographIn(x.texts.Held(at), x.texts.Token(from+i))]
				changed := change(s, i, other).String()
				if spelled(changed) == spelled(s.String()) || stands(changed) {
					continue
				}
				r := check(t, x, changed)
				if r.Verdict != Altered {
					t.Errorf("%q with %q %s is %s (%.2f, near %.2f): %q", s, s[i], name, r.Verdict, r.Similarity, x.texts.Query(changed).Near(), changed)
				}
				holds(t, x, r)
			}
		}
	})
}

// standing returns a function that reports, by looking through every text,
// whether a text's words happen to stand in one.
func (x *Index) standing() func(text string) bool {
	var bodies []string
	for n := range x.texts.Len() {
		h := x.texts.Held(n)
		bodies = append(bodies, " "+spelled(h.Body))
	}
	return func(text string) bool {
		words := spelled(text)
		r, size := utf8.DecodeRuneInString(words)
		other := " " + string(unicode.ToUpper(r)) + words[size:]
		return slices.ContainsFunc(bodies, func(body string) bool {
			return strings.Contains(body, " "+words) || strings.Contains(body, other)
		})
	}
}

// isIdeographIn reports whether a token is of a script without spaces.
func isIdeographIn(t *find.Held, w word.Token) bool {
	for _, r := range t.Body[w.Start:w.End] {
		return word.ClassOf(r) == word.Ideograph
	}
	return false
}
