// Package talk is what people say to a bot besides asking what a statement says: they
// greet it and thank it, ask who it is, what it has, or what a statement is about. It
// tells these from questions by what they mean ([Learned.Kind]), and has the replies
// ([Reply]): sentences of the program, and what the record and the words of a statement
// have; nothing that nobody wrote.
//
// It must never answer a question about what a statement says, nor say what no
// [index.View] gave it. kb/answer asks it; kb/eval/learn teaches it.
package talk

import (
	_ "embed"
	"encoding/json"
	"sync"

	"verbatim/kb"
	"verbatim/kb/trust"
)

// Learned is what was learned once of how people talk: kb/eval/learn makes it from
// the examples beside it.
type Learned struct {
	Said *trust.Probe `json:"said"` // what people say to a bot besides asking, by [kb.Kind]
}

//go:embed learned.json
var learnedFile []byte

// Usual is what is shipped.
var Usual = sync.OnceValue(func() *Learned {
	l := new(Learned)
	if err := json.Unmarshal(learnedFile, l); err != nil {
		panic("kb/talk/learned.json is not whole; make it again with kb/eval/learn: " + err.Error())
	}
	return l
})

// Question is the kind of what asks something of a statement, as the probe names it.
const Question = "question"

// least is how likely something must be talk for it to be taken for that.
const least = 0.5

// Kind is what a text is, by its vector, if it asks nothing of a statement; empty if
// it does.
func (l *Learned) Kind(vector []float32) kb.Kind {
	for i, p := range l.Said.Probabilities(vector) {
		if kind := l.Said.Kinds[i]; p >= least && kind != Question {
			return kb.Kind(kind)
		}
	}
	return ""
}
