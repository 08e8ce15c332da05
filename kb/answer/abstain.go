package answer

import (
	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// reason says why nothing is said to words that no candidate fits: two of them
// fit about equally, the whole text of what was asked about has nothing of it,
// or it is not in what is held.
func (x *inquiry) reason(w weighed) kb.Reason {
	switch {
	case x.tooBroad(w.words), w.veto == "" && x.ambiguous(w):
		return kb.ReasonAmbiguous
	case x.strangeDocument():
		return kb.ReasonNoSuchStatement
	case hasContent(w.words) && !x.mayBeTalk() && x.view.IsWhole(x.askedAbout()) && x.isStrange(w.words):
		return kb.ReasonNotInText
	}
	return kb.ReasonUnknown
}

// Two candidates fit about equally when they are this near to each other, and
// together as likely as an answer has to be.
const equalGap = 0.15

func (x *inquiry) ambiguous(w weighed) bool {
	c := w.ranking.Candidates
	return len(c) > 1 && w.ranking.Signals.Covered >= coveredLeast && c[0].Score-c[1].Score < equalGap && c[0].Confidence+c[1].Confidence >= Least
}

// coveredLeast is the part of a question's words that two candidates must have
// for it to be about either.
const coveredLeast = 0.6

// tooBroad reports whether words name nothing but what most facts name too, such
// as a party alone.
func (x *inquiry) tooBroad(words []text.Word) bool {
	telling := 0
	for _, w := range words {
		switch {
		case lexicon.IsName(w) && x.view.Facts.Spread(w) >= broadLeast:
			telling++
		case !lexicon.BeforeObjects[w.Text] && !lexicon.Joins[w.Text] && !lexicon.Determiners[w.Text] && !connectives[w.Text]:
			return false
		}
	}
	return telling > 0
}

const broadLeast = 0.3

// askedAbout is the statement that a question is about, as far as it is clear: the
// one that it is put to, the one that it names, or the only one there is.
func (x *inquiry) askedAbout() string {
	if x.question.Statement != "" {
		return x.question.Statement
	}
	for _, some := range []map[string]bool{x.named(), isThere(x.view.Heads())} {
		if len(some) == 1 {
			for id := range some {
				return id
			}
		}
	}
	return ""
}

func isThere(heads map[string]*kb.Statement) map[string]bool {
	there := map[string]bool{}
	for id := range heads {
		there[id] = true
	}
	return there
}
