// Package eval scores a file of questions: what is answered right, wrong or declined,
// how far confidences can be trusted, and how long it takes. Its tests are the
// relevance suite.
//
// It must never know how answers are made: it is given something to ask. cmd eval and
// the relevance suite have their figures from it.
package eval

import (
	"cmp"
	"context"
	"slices"
	"time"

	"verbatim/kb"
)

// A Score is how one question of a question file was answered.
type Score struct {
	Question   Question
	Answer     kb.Answer
	Known      bool    // there is an answer to it
	Answered   bool    // by something that a statement says; what is said to a greeting is none
	Rank       int     // of the first right candidate, from 1; 0: no candidate is right
	Confidence float64 // that the best candidate is right
	Took       time.Duration
}

// BestRight says whether the best candidate answers the question, given or not.
func (s Score) BestRight() bool { return s.Known && s.Rank == 1 }

// missed says whether the question was answered wrong, declined though known, or
// answered though unknown.
func (s Score) missed() bool { return s.Answered != s.Known || s.Answered && s.Rank != 1 }

// Run asks the questions one after the other, and scores what is said. It ends early,
// with its error, when the context does.
func Run(ctx context.Context, questions []Question, ask func(kb.Question) kb.Answer) ([]Score, error) {
	scores := make([]Score, 0, len(questions))
	for _, q := range questions {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		start := time.Now()
		a := ask(kb.Question{Text: q.Question, Previous: q.Previous})
		s := scoreOf(q, a)
		s.Took = time.Since(start)
		scores = append(scores, s)
	}
	return scores, nil
}

func scoreOf(q Question, a kb.Answer) Score {
	right := func(id string) bool { return slices.Contains(q.Expect, id) }
	s := Score{
		Question: q, Answer: a, Known: len(q.Expect) > 0, Answered: a.Answered, Confidence: a.Confidence,
		Rank: slices.IndexFunc(candidates(a), right) + 1,
	}
	if a.Kind.IsTalk() {
		s.Answered, s.Confidence = false, 0
	}
	return s
}

// candidates are the ids that an answer offers, the best first.
func candidates(a kb.Answer) []string {
	var ids []string
	if a.Answered {
		ids = append(ids, a.ID)
	}
	for _, n := range a.Nearest {
		ids = append(ids, n.ID)
	}
	return ids
}

// A Miss is a question that was not answered as expected.
type Miss struct {
	Line       int      `json:"line"`
	Question   string   `json:"question"`
	Expect     []string `json:"expect"`
	Got        string   `json:"got,omitempty"`    // the id of the answer
	Reason     string   `json:"reason,omitempty"` // why there was none
	Best       string   `json:"best,omitempty"`   // the id of the best candidate
	Confidence float64  `json:"confidence"`
}

// MissesOf are those of the scores; never nil.
func MissesOf(scores []Score) []Miss {
	misses := []Miss{}
	for _, s := range scores {
		if !s.missed() {
			continue
		}
		m := Miss{
			Line: s.Question.Line, Question: s.Question.Question, Expect: s.Question.Expect,
			Got: s.Answer.ID, Reason: string(s.Answer.Reason), Confidence: s.Confidence,
		}
		if ids := candidates(s.Answer); len(ids) > 0 {
			m.Best = ids[0]
		}
		misses = append(misses, m)
	}
	return misses
}

// A Style is how the questions of a style went. Those that nothing answers are right
// when they are declined.
type Style struct {
	Name                          string
	Asked, Right, Wrong, Declined int
}

// stylesOf counts the scores by style, in the order of the names.
func stylesOf(scores []Score) []Style {
	var styles []Style
	for _, s := range scores {
		i, there := slices.BinarySearchFunc(styles, s.Question.Style, func(t Style, name string) int { return cmp.Compare(t.Name, name) })
		if !there {
			styles = slices.Insert(styles, i, Style{Name: s.Question.Style})
		}
		styles[i].add(s)
	}
	return styles
}

func (t *Style) add(s Score) {
	t.Asked++
	switch {
	case !s.missed():
		t.Right++
	case s.Answered:
		t.Wrong++
	default:
		t.Declined++
	}
}
