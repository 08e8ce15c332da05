package quote

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the figures anew")

// A trial is a text with the verdicts that are right for it.
type trial struct {
	text  string
	right []Verdict
}

// trials makes texts of each kind from statements that are held, and from
// others that are not.
func trials(x *Index, others []Text, rng *rand.Rand) map[string][]trial {
	all := map[string][]trial{}
	stands := x.standing()
	pick := func() stretch {
		at := rng.IntN(len(x.texts))
		from, to := x.stretch(rng, at, 12)
		return x.words(at, from, to)
	}
	for len(all["altered"]) < 150 {
		s := pick()
		all["as it stands"] = append(all["as it stands"], trial{s.String(), []Verdict{Verbatim}})
		all["retyped"] = append(all["retyped"], trial{retyped(s.String()), []Verdict{Typographic, Verbatim}})
		if text := altered(s, rng); spelled(text) != spelled(s.String()) && !stands(text) {
			all["altered"] = append(all["altered"], trial{text, []Verdict{Altered}})
		}
		if cut := s.gap(rng); cut > 0 {
			spliced := s[:cut].String() + "… " + s[cut+1:].String()
			disordered := s[cut:].String() + " … " + s[:cut].String()
			all["spliced"] = append(all["spliced"], trial{spliced, []Verdict{Spliced}})
			all["spliced in another order"] = append(all["spliced in another order"], trial{disordered, []Verdict{Altered}})
		}
	}
	y := New(others...)
	for range 100 {
		from, to := y.stretch(rng, rng.IntN(len(others)), 20)
		all["not held"] = append(all["not held"], trial{y.span(y.textAt(from), from, to), []Verdict{NotFound}})
	}
	return all
}

// gap returns a word of a stretch that may be left out at an ellipsis: with
// white space on both sides, or in a script without spaces. Not in a stretch
// that has an ellipsis; then it is 0.
func (s stretch) gap(rng *rand.Rand) int {
	whole := s.String()
	if strings.Contains(whole, "…") || strings.Contains(whole, "...") {
		return 0
	}
	free := func(word string) bool {
		r, size := utf8.DecodeLastRuneInString(word)
		return unicode.IsSpace(r) || classOf(r) == ideograph && size == len(word)
	}
	for range 20 {
		if i := 3 + rng.IntN(len(s)-6); free(s[i-1]) && free(s[i]) {
			return i
		}
	}
	return 0
}

// retyped returns a text as somebody types it: straight quotation marks, plain
// dashes, double spaces, no closing point.
func retyped(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'", "—", "-", "–", "-", "\n", " ").Replace(s)
	return strings.TrimRight(strings.ReplaceAll(s, " ", "  "), " .")
}

// altered returns a text with one word changed.
func altered(s stretch, rng *rand.Rand) string {
	s = slices.Clone(s)
	i := 2 + rng.IntN(len(s)-4)
	for n := range s {
		switch strings.TrimSpace(s[n]) {
		case "not", "不", "لن":
			if n > 0 && n < len(s)-1 {
				return slices.Delete(s, n, n+1).String()
			}
		case "will", "shall":
			return slices.Insert(s, n+1, "not ").String()
		case "40", "2040", "250", "12":
			s[n] = strings.Replace(s[n], "0", "9", 1)
		}
	}
	switch rng.IntN(3) {
	case 0:
		s[i], s[i+1] = s[i+1], s[i]
	case 1:
		return slices.Delete(s, i, i+1).String()
	default:
		s[i] = "indeed "
	}
	return s.String()
}

// score returns how many verdicts are right, and lists the others.
func score(t *testing.T, x *Index, trials []trial) (right int, wrong []string) {
	for _, c := range trials {
		r := check(t, x, c.text)
		holds(t, x, r)
		if slices.Contains(c.right, r.Verdict) {
			right++
		} else {
			wrong = append(wrong, fmt.Sprintf("%s (%.2f): %q", r.Verdict, r.Similarity, c.text))
		}
	}
	return right, wrong
}

// figures scores all kinds, and fails below what must be reached.
func figures(t *testing.T, x *Index, others []Text) string {
	var report strings.Builder
	all := trials(x, others, random(11))
	kinds := make([]string, 0, len(all))
	for kind := range all {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	right, total := 0, 0
	for _, kind := range kinds {
		n, wrong := score(t, x, all[kind])
		right, total = right+n, total+len(all[kind])
		fmt.Fprintf(&report, "%-26s%4d of %d\n", kind, n, len(all[kind]))
		for _, w := range wrong {
			t.Logf("%s: %s", kind, w)
			if kind == "altered" && !strings.HasPrefix(w, string(NotFound)) {
				t.Errorf("an altered text is %s", w)
			}
		}
	}
	if right*100 < total*98 {
		t.Errorf("%d of %d verdicts are right, fewer than 98 %%", right, total)
	}
	return report.String()
}

func TestFiguresOfOurOwnStatements(t *testing.T) {
	const golden = "testdata/figures.golden"
	got := figures(t, New(own(t)...), read(t, "testdata/other/*.txt"))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != got {
		t.Errorf("figures are\n%swant (-update writes them)\n%s", got, want)
	}
}

func TestFiguresOfRealStatements(t *testing.T) {
	texts := real(t)
	for i, other := range texts {
		t.Run("without "+other.Source, func(t *testing.T) {
			held := slices.Delete(slices.Clone(texts), i, i+1)
			t.Log("\n" + figures(t, New(held...), []Text{other}))
		})
	}
}
