package answer

import (
	"slices"

	"verbatim/kb/talk"
	"verbatim/kb/text"
)

const (
	surelyAsked = 0.9 // the confidence in a fact from which talk is a question all the same
	talkWords   = 12  // more words than that tell something
)

// talk answers what people say to a bot besides asking, and reports whether it did.
func (x *inquiry) talk() bool {
	if len(x.words) > talkWords && !unspaced(x.words) {
		return false
	}
	kind := talk.Usual().Kind(Wide(*x.meaning(x.words)))
	if kind == "" {
		return false
	}
	if w := x.fit(x.words); w.confidence() >= surelyAsked {
		return false
	}
	x.answer = talk.Reply(x.view, kind, x.askedAbout())
	x.answer.Question = x.question.Text
	return true
}

func unspaced(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool { return w.Script == text.Unspaced })
}
