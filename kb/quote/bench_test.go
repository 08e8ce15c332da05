package quote

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// invented returns a text of random words as frequent as words are (Zipf),
// with some marks, in paragraphs of about 100 words.
func invented(rng *rand.Rand, words int) string {
	zipf := rand.NewZipf(rng, 1.1, 3, 40_000)
	var b strings.Builder
	for i := range words {
		n := zipf.Uint64()
		fmt.Fprintf(&b, "%s%s", syllables[n%20], syllables[n/20%20])
		if n >= 400 {
			b.WriteString(syllables[n/400%20] + syllables[n/8000%20])
		}
		switch {
		case i%97 == 96:
			b.WriteString(".\n\n")
		case i%11 == 10:
			b.WriteString(", ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

var syllables = strings.Fields("ba ce di fo gu ka le mi no pu ra se ti vo zu han len rin tor mas")

// million is an index of 250 invented texts of 4,000 words.
var million = sync.OnceValue(func() *Index {
	rng := random(7)
	x := New()
	for i := range 250 {
		x.Add(Text{fmt.Sprint("text-", i), invented(rng, 4000)})
	}
	return x
})

// quotations returns stretches of about n characters of an index, as they
// stand, retyped, altered, spliced, and of a text that is not held.
func quotations(x *Index, rng *rand.Rand, n int) map[string][]string {
	all := map[string][]string{}
	for range 200 {
		body := x.texts.Held(rng.IntN(x.texts.Len())).Body
		at := rng.IntN(len(body) - 2*n - 20)
		at += strings.IndexByte(body[at:], ' ') + 1
		verbatim := body[at : at+n+strings.IndexByte(body[at+n:], ' ')]
		w := strings.Fields(verbatim)
		all["verbatim"] = append(all["verbatim"], verbatim)
		all["typographic"] = append(all["typographic"], strings.Join(w, "  "))
		altered := slices.Insert(slices.Clone(w), len(w)/2, "not")
		all["altered"] = append(all["altered"], strings.Join(altered, " "))
		half := len(w) / 2
		all["spliced"] = append(all["spliced"], strings.Join(w[:half], " ")+" … "+strings.Join(w[half+2:], " "))
		shuffled := slices.Clone(w)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		all["not found"] = append(all["not found"], strings.Join(shuffled, " "))
	}
	return all
}

func BenchmarkCheck(b *testing.B) {
	x := million()
	for _, n := range []int{200, 2000} {
		for kind, texts := range quotations(x, random(3), n) {
			b.Run(fmt.Sprintf("%s/%d characters in a million words", kind, n), func(b *testing.B) {
				took := make([]time.Duration, 0, b.N)
				for i := 0; b.Loop(); i++ {
					start := time.Now()
					if _, err := x.Check(texts[i%len(texts)], nil); err != nil {
						b.Fatal(err)
					}
					took = append(took, time.Since(start))
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
				b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
			})
		}
	}
}

// BenchmarkArticle checks the quotations of an article of 10,000 words that are
// all quoted, a sentence each: the longest that an article can take.
func BenchmarkArticle(b *testing.B) {
	x, rng := million(), random(5)
	byKind := quotations(x, rng, 150)
	var all []string
	words := 0
	for i := 0; words < 10_000; i++ {
		for _, kind := range slices.Sorted(maps.Keys(byKind)) {
			text := byKind[kind][i%len(byKind[kind])]
			all = append(all, text)
			words += len(strings.Fields(text))
		}
	}
	for b.Loop() {
		for _, text := range all {
			if _, err := x.Check(text, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(all)), "quotations")
}

func BenchmarkAdd(b *testing.B) {
	text := Text{"new", invented(random(9), 10_000)}
	for name, x := range map[string]*Index{"to none": New(), "to a million words": million()} {
		b.Run("10000 words "+name, func(b *testing.B) {
			for b.Loop() {
				x.Add(text)
			}
		})
	}
}

func BenchmarkRepetition(b *testing.B) {
	x := New(Text{"a", strings.Repeat("a ", 100_000)}, Text{"ab", strings.Repeat(strings.Repeat("a ", 999)+"b ", 100)})
	for name, text := range map[string]string{
		"a a a … b": strings.Repeat("a ", 1990) + "b",
		"a … a … a": strings.Repeat("a … ", 900),
		"a  a  a":   strings.Repeat("a  ", 1300),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = x.Check(text, nil)
			}
		})
	}
}
