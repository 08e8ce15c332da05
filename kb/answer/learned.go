package answer

import (
	_ "embed"
	"encoding/json"
	"sync"

	"verbatim/kb/trust"
)

// Learned is what answering learned once over many small knowledges, none of which
// it has to do with now: kb/eval/learn makes it.
//
// What each kind of signal brings, each statement of 30 asked what was learned from the
// others, of 1,730 questions of facts with 1,479 near misses, and of 869 of whole texts
// with 380 (go run ./kb/eval/learn -ablation kb/eval/sets ../shared/devset). Right is how
// many are, in per cent, when 8 in 100 near misses of facts are guessed, or 6 of texts:
//
//	                                                  facts: AUROC  right   texts: AUROC  right
//	all signals                                              0.918   64.2          0.860   38.4
//	without the sense of single words                                              0.845   38.2
//	without the likeness of meaning                          0.908   61.5          0.848   36.0
//	without words                                            0.890   58.1          0.856   35.8
//	without the knowledge's own confidence and model         0.917   65.1
//	without what statements seldom tell                      0.902   58.6          0.855   36.4
//	without the kind of thing asked for                      0.916   64.3          0.856   40.5
//	without countries, numbers, names, roles                 0.915   64.0          0.857   39.6
type Learned struct {
	Asked    *trust.Probe  `json:"asked"`    // what kind of thing a question asks for: a day, a place, a number, …
	Beyond   *trust.Probe  `json:"beyond"`   // whether a question asks for what statements seldom tell, though it is close to what they do
	About    *trust.Probe  `json:"about"`    // whether a question asks what is said of something, whatever that is
	Facts    *trust.Forest `json:"facts"`    // whether the best fact is right
	Passages *trust.Forest `json:"passages"` // whether the best passage is
}

//go:embed learned.json
var learnedFile []byte

// Usual is what is shipped.
var Usual = sync.OnceValue(func() *Learned {
	l := new(Learned)
	if err := json.Unmarshal(learnedFile, l); err != nil {
		panic("kb/answer/learned.json is not whole; make it again with kb/eval/learn: " + err.Error())
	}
	return l
})

// asks gives the probabilities of what a question asks for, by the kinds of l.Asked.
func (l *Learned) asks(vector []float32) []float64 {
	if l.Asked == nil {
		return nil
	}
	return l.Asked.Probabilities(vector)
}

// beyond is how likely a question asks for what statements seldom tell.
func (l *Learned) beyond(vector []float32) float64 {
	if l.Beyond == nil {
		return 0.5
	}
	return l.Beyond.Probabilities(vector)[1]
}

// about is how likely a question asks what is said of something.
func (l *Learned) about(vector []float32) float64 {
	if l.About == nil {
		return 0.5
	}
	return l.About.Probabilities(vector)[1]
}
