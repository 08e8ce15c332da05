// Package talk is what people say to a bot besides asking what a statement says: they
// greet it and thank it, ask who it is, what it has, what a statement is about, when and
// by whom it was issued; and after an answer, who said that, where it stands, or for
// other words. It tells these from questions, and from each other, by what they mean
// ([Learned]), and has the replies: [Reply] and [Record] from the record of a statement
// and its own words, [After] from the answer before.
//
// It must never answer a question about what a statement says, say what no [index.View]
// gave it, or write anything but its own sentences around what is recorded. kb/answer
// asks it; kb/eval/learn teaches it.
package talk

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/text"
	"verbatim/kb/trust"
)

// Learned is what was learned once of how people talk: kb/eval/learn makes it, from
// examples in twelve languages.
type Learned struct {
	Said  *trust.Probe `json:"said"`  // what people say to a bot besides asking
	After *trust.Probe `json:"after"` // what they ask of an answer
	Words []string     `json:"words"` // folded, in order: those of the examples of what is said besides asking
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

// What is no talk, as the probes name it: Question asks what a statement says, Other
// asks nothing of the answer before.
const (
	Question = "question"
	Other    = "other"
)

// A Guess is what a text most likely is, and how likely it is no talk at all, 0 to 1.
type Guess struct {
	Kind string // a [kb.Kind] or a kind of [Record]; of what is said after an answer, a [kb.Detail]
	None float64
}

// Kind tells what somebody says, by its vector.
func (l *Learned) Kind(vector []float32) Guess { return guess(l.Said, Question, vector) }

// Knows reports whether a word, folded, is in the examples of what people say besides
// asking, or but for one slip.
func (l *Learned) Knows(word string) bool {
	if _, there := slices.BinarySearch(l.Words, word); there {
		return true
	}
	return utf8.RuneCountInString(word) >= slipLeast && slices.ContainsFunc(l.Words, func(known string) bool {
		return utf8.RuneCountInString(known) >= slipLeast && text.EditDistance(word, known, 1) <= 1
	})
}

// slipLeast is how many letters a word has in which a slip is looked for: in shorter ones
// everything is near to something.
const slipLeast = 4

// Detail tells what somebody asks of the answer before, by its vector.
func (l *Learned) Detail(vector []float32) Guess { return guess(l.After, Other, vector) }

func guess(p *trust.Probe, none string, vector []float32) (g Guess) {
	most := 0.0
	for i, likely := range p.Probabilities(vector) {
		switch {
		case p.Kinds[i] == none:
			g.None = likely
		case likely > most:
			g.Kind, most = p.Kinds[i], likely
		}
	}
	return g
}

// say answers with a sentence of ours in a language.
func say(l catalog.Language, kind kb.Kind, sentence string) kb.Answer {
	return kb.Answer{Answered: true, Kind: kind, Text: sentence, Confidence: 1, Language: l.String()}
}
