package match

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// withTypo makes one slip of the finger in a word of four letters or more.
func withTypo(q string, random *rand.Rand) string {
	words := strings.Fields(q)
	var long []int
	for i, w := range words {
		if len(w) >= 4 {
			long = append(long, i)
		}
	}
	if len(long) == 0 {
		return q
	}
	i := long[random.IntN(len(long))]
	w := []rune(words[i])
	at := random.IntN(len(w) - 1)
	letter := 'a' + random.Int32N(26)
	switch random.IntN(4) {
	case 0:
		w[at], w[at+1] = w[at+1], w[at]
	case 1:
		w = append(w[:at], w[at+1:]...)
	case 2:
		w[at] = letter
	default:
		w = append(w[:at+1], append([]rune{letter}, w[at+1:]...)...)
	}
	words[i] = string(w)
	return strings.Join(words, " ")
}

// TestRank prints and bounds what the whole ranking reaches on groups of many
// phrasings, as asked and with a slip of the finger.
func TestRank(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	x, m, questions := intents(t)
	random := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct {
		what  string
		least float64
		typed func(string) string
	}{
		{"as asked", 93.2, func(q string) string { return q }},
		{"with a typo", 91.5, func(q string) string { return withTypo(q, random) }},
	} {
		got := rightFirst(questions, func(q string) int32 {
			ranked := x.Rank(asked(c.typed(q)), m, nil).Candidates
			if len(ranked) == 0 {
				return -1
			}
			return ranked[0].Group
		})
		t.Logf("%s: right first %.1f %%", c.what, got)
		if got < c.least {
			t.Errorf("%s: right first %.1f %%, was at least %.1f %%", c.what, got, c.least)
		}
	}
}

func TestRankLeavesOutWhatIsNotAllowed(t *testing.T) {
	x := smallIndex()
	for _, c := range x.Rank(asked("taiwan"), nil, func(g int32) bool { return g != 0 }).Candidates {
		if c.Group == 0 {
			t.Error("a group that is not allowed is among the candidates")
		}
	}
}
