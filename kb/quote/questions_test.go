package quote

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/word"
)

// A trial is a text with the verdicts that are right for it.
type trial struct {
	kind, text string
	right      []Verdict
}

// An asker makes trials from whole texts, by nothing but characters: it knows
// no word of the index.
type asker struct {
	*rand.Rand
	held, other []string // bodies
	stands      func(string) bool
	names       []string // words with a capital, to put in place of others
	plain       []string // words without
}

func newAsker(x *Index, others []Text, rng *rand.Rand) *asker {
	a := &asker{Rand: rng, stands: x.standing()}
	for n := range x.texts.Len() {
		t := x.texts.Held(n)
		a.held = append(a.held, t.Body)
		for _, w := range plainWord.FindAllString(t.Body, -1) {
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
				a.names = append(a.names, w)
			} else {
				a.plain = append(a.plain, w)
			}
		}
	}
	for _, t := range others {
		a.other = append(a.other, t.Body)
	}
	return a
}

var (
	plainWord = regexp.MustCompile(`\pL{4,}`)
	number    = regexp.MustCompile(`\pN+`)
	negation  = regexp.MustCompile(`\b(not|no|never|neither|nor) |不|لن |لا `)
	promise   = regexp.MustCompile(`\b(will|shall|would|is|are|has|have|should|may) `)
	blank     = regexp.MustCompile(`\s+`)
)

// snippet cuts a piece of some characters, from one word border to another.
func (a *asker) snippet(bodies []string, least, most int) string {
	for {
		body := bodies[a.IntN(len(bodies))]
		n := int(math.Exp(math.Log(float64(least)) + a.Float64()*math.Log(float64(most)/float64(least))))
		runes := []rune(body)
		if n >= len(runes) {
			continue
		}
		from := a.IntN(len(runes) - n)
		for from > 0 && !atBorder(runes, from) {
			from--
		}
		to := from + n
		for to < len(runes) && !atBorder(runes, to) {
			to++
		}
		if s := strings.TrimSpace(string(runes[from:to])); len([]rune(s)) >= 3 && New().texts.Query(s).HasWords() {
			return s
		}
	}
}

// atBorder reports whether a word may begin or end between two characters.
func atBorder(runes []rune, at int) bool {
	before, after := runes[at-1], runes[at]
	if unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after) {
		return true
	}
	return unicode.IsSpace(before) != unicode.IsSpace(after)
}

// retype makes one to three typographic changes of what somebody types.
func (a *asker) retype(s string) string {
	changes := []func(string) string{
		strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace,
		strings.NewReplacer("—", "-", "–", "-", "‑", "-").Replace,
		func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		func(s string) string { return blank.ReplaceAllString(s, " ") },
		func(s string) string { return strings.TrimRight(s, ".。") },
		func(s string) string { return `"` + s + `"` },
	}
	for range 1 + a.IntN(3) {
		s = changes[a.IntN(len(changes))](s)
	}
	return s
}

// alter changes one word in each way that it can be: pairs of how and the text.
func (a *asker) alter(s string) (changed [][2]string) {
	edit := func(how string, at []int, to string) {
		if at != nil {
			changed = append(changed, [2]string{how, s[:at[0]] + to + s[at[1]:]})
		}
	}
	edit("a not dropped", a.one(negation, s), "")
	if at := a.one(promise, s); at != nil {
		edit("a not added", at, s[at[0]:at[1]]+"not ")
	}
	if at := a.one(number, s); at != nil {
		edit("a number changed", at, a.renumber(s[at[0]:at[1]]))
	}
	if w := strings.Fields(s); len(w) > 2 && !unicode.Is(unicode.Han, []rune(s)[0]) {
		i := a.IntN(len(w) - 1)
		w[i], w[i+1] = w[i+1], w[i]
		changed = append(changed, [2]string{"neighbours exchanged", strings.Join(w, " ")})
	}
	at := a.one(plainWord, s)
	if at == nil {
		return changed
	}
	if isName(s[at[0]:at[1]]) {
		edit("a name changed", at, a.names[a.IntN(len(a.names))])
	} else {
		edit("a word swapped", at, a.plain[a.IntN(len(a.plain))])
	}
	edit("a word added", []int{at[0], at[0]}, a.plain[a.IntN(len(a.plain))]+" ")
	edit("an ending changed", []int{at[1], at[1]}, "s")
	if inside := strings.ContainsFunc(s[:at[0]], word.IsLetter); inside && strings.ContainsFunc(s[at[1]:], word.IsLetter) {
		edit("a word dropped", []int{at[0], at[1] + 1}, "")
		if other := swapFirst(s[at[0]:at[1]]); other != s[at[0]:at[1]] {
			edit("case changed inside", at, other)
		}
	}
	return changed
}

// one returns where a random match of a pattern stands; nil if there is none.
func (a *asker) one(pattern *regexp.Regexp, s string) []int {
	all := pattern.FindAllStringIndex(s, -1)
	all = slices.DeleteFunc(all, func(at []int) bool { return pattern != negation && pattern != promise && partOfWord(s, at) })
	if len(all) == 0 {
		return nil
	}
	return all[a.IntN(len(all))]
}

// partOfWord reports whether a match is only a part of a word.
func partOfWord(s string, at []int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at[0]])
	after, _ := utf8.DecodeRuneInString(s[at[1]:])
	return unicode.IsLetter(before) || unicode.IsLetter(after)
}

func isName(w string) bool { return unicode.IsUpper([]rune(w)[0]) }

// renumber changes one digit.
func (a *asker) renumber(n string) string {
	runes := []rune(n)
	i := a.IntN(len(runes))
	if d := runes[i]; d >= '0' && d <= '9' {
		runes[i] = '0' + (d-'0'+1+rune(a.IntN(8)))%10
	} else {
		runes[i]++
	}
	return string(runes)
}

// splice leaves words out at an ellipsis.
func (a *asker) splice(s string) (spliced, disordered string) {
	w := blank.Split(s, -1)
	if len(w) < 9 || strings.Contains(s, "…") || strings.Contains(s, "...") {
		return "", ""
	}
	i := 3 + a.IntN(len(w)-7)
	left, right := strings.Join(w[:i], " "), strings.Join(w[i+1:], " ")
	dots := []string{"…", " … ", "... ", " [...] ", " […] ", " . . . "}[a.IntN(6)]
	if a.times(left) > 1 || a.times(right) > 1 { // they may stand in the other order too
		return left + dots + right, ""
	}
	return left + dots + right, right + dots + left
}

// times returns how often a piece stands in the texts.
func (a *asker) times(piece string) int {
	n := 0
	piece = blank.ReplaceAllString(strings.TrimRight(piece, ".,;:!?…。，；：！？؟،؛"), " ")
	for _, body := range a.held {
		n += strings.Count(blank.ReplaceAllString(body, " "), piece)
	}
	return n
}

// trials makes a number of trials of each kind.
func (a *asker) trials(each int) []trial {
	var all []trial
	add := func(kind, text string, right ...Verdict) {
		if text != "" {
			all = append(all, trial{kind, text, right})
		}
	}
	for range each {
		add("as it stands", a.snippet(a.held, 3, 2000), Verbatim)
		add("retyped", a.retype(a.snippet(a.held, 3, 2000)), Typographic, Verbatim)
		s, d := a.splice(a.snippet(a.held, 80, 1500))
		if strings.Contains(s, "[") { // a word left out in one place and marked, or one of two paragraphs, or a not
			add("left out in brackets", s, Edited, Spliced)
		} else {
			add("spliced", s, Spliced)
		}
		add("pieces in another order", d, Altered)
		if o := a.snippet(a.other, 40, 1000); !a.stands(o) {
			add("not held", o, NotFound)
		}
		for _, c := range a.alter(a.snippet(a.held, 25, 1000)) {
			if !a.stands(c[1]) {
				add("altered: "+c[0], c[1], Altered)
				if a.IntN(6) == 0 {
					add("altered and retyped", a.retype(c[1]), Altered)
				}
			}
		}
		if len(a.held) > 1 {
			add("pieces of two sources", a.ofTwo(), Altered)
		}
	}
	return all
}

// ofTwo joins pieces of two texts with an ellipsis.
func (a *asker) ofTwo() string {
	i := a.IntN(len(a.held))
	j := (i + 1 + a.IntN(len(a.held)-1)) % len(a.held)
	left, right := a.snippet(a.held[i:i+1], 30, 200), a.snippet(a.held[j:j+1], 30, 200)
	if strings.Contains(left+right, "…") || strings.Contains(left+right, "...") || a.times(left)+a.times(right) > 2 {
		return ""
	}
	return fmt.Sprintf("%s … %s", left, right)
}
