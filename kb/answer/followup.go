package answer

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/talk"
	"verbatim/kb/text"
)

// followUp answers a question that only makes sense after another, and reports
// whether it did.
func (x *inquiry) followUp() bool {
	q := x.question
	q.Text, q.Previous = x.question.Previous, ""
	before := inquire(x.view, q)
	switch {
	case x.detail(before) || before.answer.Answered && x.talk(before.answer.Statement.ID):
		return true
	case !before.answer.Leads() || before.answer.Kind.IsTalk():
		return false
	}
	alone, going := x.fit(x.words), goesOn(x.words)
	if alone.confidence() >= Least && !going {
		x.decide(alone)
		return true
	}
	if joined, ok := x.joined(before); ok {
		x.decide(joined)
		return true
	}
	if !going && x.asksMore(before) {
		x.again(before)
		return true
	}
	x.decide(alone)
	return true
}

// detail tells what is asked of the answer before, and reports whether anything is. Who
// asks why gets another fact that tells it, where there is one.
func (x *inquiry) detail(before *inquiry) bool {
	guess := talk.Usual().Detail(Wide(*x.sense(calm(x.question.Text))))
	detail := kb.Detail(guess.Kind)
	if guess.None > x.mayAskNew(detail) {
		return false
	}
	if w := x.fit(x.words); w.confidence() >= surelyAsked {
		return false
	}
	if !before.answer.Leads() {
		return x.detailOfNothing(detail)
	}
	if detail == kb.DetailWhy && before.answer.Kind == kb.KindFact {
		w := x.fit(slices.Concat(x.words, before.words))
		if w.confidence() >= Least && x.view.Entry(w.ranking.Candidates[0].Group).ID() != before.answer.ID {
			x.decide(w.through("together with the question before"))
			return true
		}
	}
	a, ok := talk.After(x.view, before.answer, detail, x.question)
	if ok {
		x.before, x.answer = before, a
	}
	return ok
}

// detailOfNothing answers who asks something of an answer when there was none.
func (x *inquiry) detailOfNothing(detail kb.Detail) bool {
	if detail == kb.DetailTranslate {
		return x.language()
	}
	x.abstain(kb.ReasonEmpty, talk.In(x.question).Say("talk.nothing-before"))
	return true
}

// language notes the language in which somebody wants to go on, and reports whether one
// is named.
func (x *inquiry) language() bool {
	a, ok := talk.Language(x.question)
	if ok {
		a.Question = x.question.Text
		x.answer = a
	}
	return ok
}

// mayAskNew is how likely a question that is taken for one about a detail may ask
// something new. What names somebody, or goes on with another topic, asks of the answer
// before only if that is very clear; but languages are named to ask for them.
func (x *inquiry) mayAskNew(detail kb.Detail) float64 {
	if x.hasNewTopic() {
		return newMost
	}
	switch detail {
	case kb.DetailTranslate, kb.DetailVersion, kb.DetailLanguage:
		if _, ok := talk.Named(x.question.Text); ok {
			return talkMost
		}
	}
	if slices.ContainsFunc(x.words, lexicon.IsName) || len(lexicon.Countries(x.words)) > 0 {
		return newMost
	}
	return talkMost
}

// hasNewTopic reports whether a question goes on with another topic: "and the ferry?"
func (x *inquiry) hasNewTopic() bool { return goesOn(x.words) && len(x.telling()) > 0 }

// newMost is how likely a detail may be something new that names somebody.
const newMost = 0.05

// joined weighs a question together with the one before it: the same with another
// who speaks or acts, or the same frame with another topic, or the topic alone.
func (x *inquiry) joined(before *inquiry) (w weighed, ok bool) {
	i, is := x.actor(before)
	telling := x.telling()
	const together = "together with the question before"
	switch {
	case is && len(telling) == 1:
		w = x.fit(instead(before.words, x.words[i])).through(together)
		return w, w.confidence() >= Least
	case is:
		w = x.fit(append(instead(x.frame(before.words), x.words[i]), slices.Delete(slices.Clone(x.words), i, i+1)...)).through(together)
		if w.confidence() >= Least && x.hasAll(w) {
			return w, true
		}
	}
	w = x.fit(append(x.frame(before.words), x.words...)).through(together)
	if w.confidence() < Least && len(telling) > 0 && (goesOn(x.words) || x.hasPronoun()) {
		w = x.fit(telling).through("by its telling words alone")
	}
	return w, w.confidence() >= Least && x.hasAll(w)
}

// actor is the place of the one name in a question that may speak or act as
// somebody in the statement which the answer before was from.
func (x *inquiry) actor(before *inquiry) (place int, is bool) {
	s := x.view.Head(before.answer.Statement.ID)
	for i, w := range x.words {
		if !lexicon.IsName(w) || !acts(x.words, i) || !isParty(s, actorOf(x.view, w, s)) {
			continue
		}
		if is {
			return 0, false
		}
		place, is = i, true
	}
	return place, is
}

// instead gives words with a name in the place of the first that acts in them.
func instead(words []text.Word, name text.Word) []text.Word {
	words = slices.Clone(words)
	for i, w := range words {
		if lexicon.IsName(w) && acts(words, i) {
			name.Possessive = w.Possessive
			words[i] = name
			return words
		}
	}
	return append(words, name)
}

// again answers as before.
func (x *inquiry) again(before *inquiry) {
	x.before = before
	x.answer = before.answer
	x.answer.Question = x.question.Text
}

// goesOn reports whether words begin as a question does that goes on with the
// one before it: "and", "what about".
func goesOn(words []text.Word) bool {
	first := words[0]
	if goingOn[first.Text] {
		return true
	}
	if rest, ok := strings.CutPrefix(first.Text, "و"); ok && first.Script == text.Arabic {
		return !slices.ContainsFunc(text.Words(rest), func(w text.Word) bool { return !w.Common })
	}
	return len(words) > 1 && beforeAbout[first.Text] && (words[1].Text == "about" || words[1].Text == "عن")
}

// The words that begin a question which goes on: by themselves, and with "about".
const (
	tying   = "and also plus et und y ve и а و 那 还"
	opening = "what how ماذا"
)

var goingOn, beforeAbout = text.Set(tying), text.Set(opening)

// frame gives the words of a question that many facts share: who says what to
// whom, without its topic.
func (x *inquiry) frame(words []text.Word) []text.Word {
	var frame []text.Word
	for _, w := range words {
		if w.Common || x.view.Facts.Spread(w) >= frameLeast {
			frame = append(frame, w)
		}
	}
	return frame
}

// frameLeast is the part of the facts that has a word which is no topic.
const frameLeast = 0.15

// hasAll reports whether the first candidate has every telling word of the
// question itself.
func (x *inquiry) hasAll(w weighed) bool {
	group := w.ranking.Candidates[0].Group
	return !slices.ContainsFunc(x.telling(), func(w text.Word) bool { return !x.view.Facts.Has(group, w) })
}

// telling are the words that say what the question is about. Where all characters
// of a script without spaces are common, they may make a word that is not.
func (x *inquiry) telling() []text.Word {
	about := slices.DeleteFunc(slices.Clone(x.words), func(w text.Word) bool {
		return w.Common && w.Script != text.Unspaced || connectives[w.Text] || pronouns[w.Text] || aboutAnswer[w.Text]
	})
	if !slices.ContainsFunc(about, func(w text.Word) bool { return !w.Common }) {
		return about
	}
	return slices.DeleteFunc(about, func(w text.Word) bool { return w.Common })
}

func (x *inquiry) hasPronoun() bool {
	return slices.ContainsFunc(x.words, func(w text.Word) bool { return pronouns[w.Text] })
}

// asksMore reports whether a question has a pronoun, and asks of what was
// answered before.
func (x *inquiry) asksMore(before *inquiry) bool {
	if !x.hasPronoun() {
		return false
	}
	telling := x.telling()
	statement, id, _ := strings.Cut(before.answer.ID, "/")
	entry := x.view.Fact(statement, id)
	return entry != nil && len(telling) > 0 && !slices.ContainsFunc(telling, func(w text.Word) bool { return !x.view.Facts.Has(entry.Group(), w) })
}
