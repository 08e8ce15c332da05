package curate

import (
	"context"
	"slices"

	"verbatim/kb"
	"verbatim/kb/inbox"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// What is taken for the same question: one that the matcher is sure of and that
// has a good part of the same words, or nearly all of the same words.
const (
	alikeSure  = 0.8
	alikeWords = 0.4
	alikeTexts = 0.8
	alikeMost  = 3 // facts that are shown
)

// alike are the facts that answer the question of a draft already, the surest
// first: those that are asked in the very same words, and those near to it.
func (k *Curator) alike(ctx context.Context, server string, d Draft) []kb.Nearest {
	question := d.Fact.Question
	a := k.library.Ask(ctx, kb.Question{Text: question, Server: server, Statement: d.Statement})
	if a.Answered && a.Kind == kb.KindFact {
		a.Nearest = append([]kb.Nearest{{ID: a.ID, Confidence: a.Confidence}}, a.Nearest...)
	}
	var found []kb.Nearest
	k.library.View(ctx, server, func(v *index.View) {
		folded := text.Fold(question)
		for _, e := range v.Questions("") {
			if e.Folded() == folded {
				found = append(found, kb.Nearest{ID: e.ID(), Question: e.Fact().Question, Confidence: 1})
			}
		}
		for _, n := range a.Nearest {
			statement, id, _ := kb.SplitID(n.ID)
			e := v.Fact(statement, id)
			if e == nil || e.Fact().Hides() || slices.ContainsFunc(found, func(o kb.Nearest) bool { return o.ID == n.ID }) {
				continue
			}
			n.Question = e.Fact().Question
			if same := likeness(question, e.Fact()); same >= alikeTexts || same >= alikeWords && n.Confidence >= alikeSure {
				found = append(found, n)
			}
		}
	})
	self := d.Statement + "/" + d.Fact.ID
	found = slices.DeleteFunc(found, func(n kb.Nearest) bool { return n.ID == self })
	return found[:min(len(found), alikeMost)]
}

// likeness is that of a question to the most like phrasing of a fact.
func likeness(question string, f *kb.Fact) (most float64) {
	for _, phrasing := range append([]string{f.Question}, f.AlsoAsked...) {
		most = max(most, inbox.Likeness(question, phrasing))
	}
	return most
}
