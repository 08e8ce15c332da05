package article

import (
	_ "embed"
	"encoding/json"
	"math"
	"sync"

	"verbatim/kb/trust"
)

// Learned is what was learned once from labelled articles: kb/eval/said makes it.
type Learned struct {
	Words    *Words        `json:"words"`
	Mentions *trust.Forest `json:"mentions"` // which words name somebody, of words that stand over each other
	Speakers *trust.Forest `json:"speakers"` // whether a candidate said a quotation
}

// Words are what is known of words.
type Words struct {
	Kinds *trust.Probe `json:"kinds"` // of what kind a word is, of [Kinds]
	She   *trust.Probe `json:"she"`   // whether it is of a man or of a woman
	Han   []string     `json:"han"`   // words of several Chinese characters, in order, that are no names
}

//go:embed learned.json
var learnedFile []byte

// Usual is what is shipped.
var Usual = sync.OnceValue(func() *Learned {
	l := new(Learned)
	if err := json.Unmarshal(learnedFile, l); err != nil {
		panic("kb/article/learned.json is not whole; make it again with kb/eval/said: " + err.Error())
	}
	return l
})

// Candidates whose log-odds by the first trees are so much less than the most are left out.
const firstTrees, likely = 90, 2.5

// Choose returns the number of the best candidate of the likeliest speaker; -1 if there is none.
func (l *Learned) Choose(all []Candidate) int {
	chances, odds, best := map[string]float64{}, make([]float64, len(all)), -1
	first, most := l.Speakers.First(firstTrees), math.Inf(-1)
	for i, c := range all {
		odds[i] = first.Odds(c.Row)
		most = max(most, odds[i])
	}
	for i, c := range all {
		if odds[i] < most-likely {
			odds[i] = math.Inf(-1)
		} else {
			odds[i] = l.Speakers.Odds(c.Row)
		}
		chances[c.SaidBy] += math.Exp(odds[i])
	}
	for i, c := range all {
		if best < 0 || chances[c.SaidBy] > chances[all[best].SaidBy] || c.SaidBy == all[best].SaidBy && odds[i] > odds[best] {
			best = i
		}
	}
	return best
}
