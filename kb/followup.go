package kb

import (
	"slices"
	"strings"

	"verbatim/kb/text"
)

// aboutAnswer are words that ask for nothing new: for the speaker, the source,
// the day or the exact words of an answer.
var aboutAnswer = wordSet(`who whom whose said so that this it says say source sources when was is where wheres whos
	from quote quoted quotation exact exactly word words wording link url date day by proof cite citation reference
	really actually true real verified checked sure certain did he she they them the in which document publisher published speaker whats what got
	qui quand quel quelle quels quelles est la le les ca cela dit mots exacts lien
	wer wann wo hat das gesagt quelle genau wortlaut quien cuando donde dijo eso fuente
	من قال قيل ذلك هذا ما ماهو مصدر متي اين هو هي رابط نص النص حرفي حرفيه كلمات بالضبط تاريخ قالها قاله كان
	谁 说 的 这 那 话 来 源 出 处 什 么 时 候 何 原 文 链 接 哪 里 是 吗 呢 了 日 期 讲 句`)

// connectives begin a question that goes on with the one before it.
var connectives = wordSet("and what about how but also ok okay so then plus or et und y ve و وماذا ماذا عن 那 还 有 和")

// thanks are words that only end or keep up a talk.
var thanks = wordSet(`thanks thank thx ty you u so very much a lot ok okay k cool great nice good fine lol haha wow hm hmm oh i see
	bye merci danke gracias شكرا جزيلا تمام طيب 谢 多 好 嗯 哦`)

// pronouns stand for somebody or something of the question before.
var pronouns = wordSet(`he she it they them him her his its their that this those these there
	هو هي هم هذا ذلك تلك 他 她 它 们 这 那 其`)

// people are words for whoever asks and answers, and how they greet each other.
var people = wordSet("i me my you your yours we us our are am be hello hi hey please help made make created built bot انت انا مرحبا 你 我 您")

// followUp answers a question that only makes sense after another, and reports
// whether it did.
func (x *inquiry) followUp() bool {
	before := &inquiry{base: x.base, scope: x.scope, question: x.question}
	before.question.Text, before.question.Previous = x.question.Previous, ""
	before.ask()
	switch {
	case !before.answer.Answered:
		return false
	case all(x.words, thanks):
		x.silent(ReasonEmpty, "")
		return true
	case all(x.words, aboutAnswer):
		x.again(before)
		return true
	}
	alone, going := x.fit(x.words), goesOn(x.words)
	if alone.confidence() >= answerLeast && !going {
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

// joined weighs a question together with the one before it: the same with another
// who speaks or acts, or the same frame with another topic, or the topic alone.
func (x *inquiry) joined(before *inquiry) (w weighed, ok bool) {
	i, is := x.actor(before)
	telling := x.telling()
	switch {
	case is && len(telling) == 1:
		w = x.fit(instead(before.words, x.words[i]))
		return w, w.confidence() >= answerLeast
	case is:
		w = x.fit(append(instead(x.frame(before.words), x.words[i]), slices.Delete(slices.Clone(x.words), i, i+1)...))
		if w.confidence() >= answerLeast && x.hasAll(w) {
			return w, true
		}
	}
	w = x.fit(append(x.frame(before.words), x.words...))
	if w.confidence() < answerLeast && len(telling) > 0 && (goesOn(x.words) || x.hasPronoun()) {
		w = x.fit(telling)
	}
	return w, w.confidence() >= answerLeast && x.hasAll(w)
}

// actor is the place of the one name in a question that may speak or act as
// somebody in the statement which the answer before was from.
func (x *inquiry) actor(before *inquiry) (place int, is bool) {
	s := x.scope.statement(before.answer.Statement.ID)
	for i, w := range x.words {
		if !isName(w) || !acts(x.words, i) || !isParty(s, x.scope.actorOf(w, s)) {
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
		if isName(w) && acts(words, i) {
			name.Possessive = w.Possessive
			words[i] = name
			return words
		}
	}
	return append(words, name)
}

// again answers as before.
func (x *inquiry) again(before *inquiry) {
	x.answer = before.answer
	x.answer.Question = x.question.Text
}

// all reports whether all words are in a set, Arabic ones with or without what is
// written together with their beginning.
func all(words []text.Word, set map[string]bool) bool {
	return !slices.ContainsFunc(words, func(w text.Word) bool {
		return !set[w.Text] && (w.Script != text.Arabic || !slices.ContainsFunc(text.WithoutPrefix(w.Text), func(form string) bool { return set[form] }))
	})
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

// goingOn are words that begin a question which goes on; beforeAbout begin one
// together with "about".
var (
	goingOn     = wordSet("and also plus et und y ve и а و 那 还")
	beforeAbout = wordSet("what how ماذا")
)

// frame gives the words of a question that many facts share: who says what to
// whom, without its topic.
func (x *inquiry) frame(words []text.Word) []text.Word {
	var frame []text.Word
	for _, w := range words {
		if w.Common || x.base.index.Spread(w) >= frameLeast {
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
	return !slices.ContainsFunc(x.telling(), func(w text.Word) bool { return !x.base.index.Has(group, w) })
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
	held := x.scope.held(statement, id)
	return held != nil && len(telling) > 0 && !slices.ContainsFunc(telling, func(w text.Word) bool { return !x.base.index.Has(held.group, w) })
}
