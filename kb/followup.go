package kb

import (
	"slices"

	"verbatim/kb/text"
)

// aboutAnswer are words that ask for nothing new: for the speaker, the source,
// the day or the exact words of an answer.
var aboutAnswer = wordSet(`who whom whose said so that this it says say source sources when was is where wheres whos
	from quote quoted quotation exact exactly word words wording link url date day by proof cite citation reference
	really actually did he she they them the in which document publisher published speaker whats what sure got
	من قال ذلك هذا ما المصدر مصدر متي اين هو هي رابط نص الكلمات الحرفيه بالضبط التاريخ قالها كان
	谁 说 的 这 那 话 来 源 来源 出 处 什 么 时 候 何 原 文 链 接 哪 里 是 吗 呢 了 日 期 讲 句`)

// connectives begin a question that goes on with the one before it.
var connectives = wordSet("and what about how but also ok okay so then or و وماذا ماذا عن 那 还 和")

// pronouns stand for somebody or something of the question before.
var pronouns = wordSet(`he she it they them him her his its their that this those these there
	هو هي هم هذا ذلك تلك 他 她 它 们 这 那 其`)

// followUp answers a question that only makes sense after another, and reports
// whether it did.
func (x *inquiry) followUp() bool {
	before := &inquiry{base: x.base, scope: x.scope, question: x.question}
	before.question.Text, before.question.Previous = x.question.Previous, ""
	before.ask()
	if !before.answer.Answered {
		return false
	}
	if asksAboutAnswer(x.words) {
		x.again(before)
		return true
	}
	alone := x.weigh(x.words)
	going := goesOn(x.words)
	if alone.confidence() >= answerLeast && !going {
		x.decide(alone)
		return true
	}
	if joined := x.weigh(append(x.frame(before.words), x.words...)); joined.confidence() >= answerLeast && x.hasAll(joined) {
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

// again answers as before.
func (x *inquiry) again(before *inquiry) {
	x.answer = before.answer
	x.answer.Question = x.question.Text
}

// asksAboutAnswer reports whether all words ask for the speaker, source, day or
// exact words of an answer.
func asksAboutAnswer(words []text.Word) bool {
	return !slices.ContainsFunc(words, func(w text.Word) bool { return !aboutAnswer[w.Text] })
}

// goesOn reports whether words begin as a question does that goes on with the
// one before it: "and", "what about".
func goesOn(words []text.Word) bool {
	first := words[0].Text
	switch {
	case first == "and" || first == "و" || first == "وماذا" || first == "那":
		return true
	case (first == "what" || first == "how" || first == "ماذا") && len(words) > 1:
		return words[1].Text == "about" || words[1].Text == "عن"
	}
	return false
}

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

// telling are the words that say what the question is about.
func (x *inquiry) telling() []text.Word {
	return slices.DeleteFunc(slices.Clone(x.words), func(w text.Word) bool {
		return w.Common || connectives[w.Text] || pronouns[w.Text] || aboutAnswer[w.Text]
	})
}

// asksMore reports whether a question has a pronoun, and asks of what was
// answered before.
func (x *inquiry) asksMore(before *inquiry) bool {
	if !slices.ContainsFunc(x.words, func(w text.Word) bool { return pronouns[w.Text] }) {
		return false
	}
	telling := x.telling()
	group, ok := x.base.groupOf(x.scope, before.answer.ID)
	return ok && len(telling) > 0 && !slices.ContainsFunc(telling, func(w text.Word) bool { return !x.base.index.Has(group, w) })
}

// groupOf is the match group of a fact that counts in a scope, by its id.
func (b *Base) groupOf(sc *scope, id string) (group int32, ok bool) {
	for group, held := range b.facts {
		if held.id() == id && sc.counts(held) {
			return group, true
		}
	}
	return 0, false
}
