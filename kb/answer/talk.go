package answer

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/talk"
	"verbatim/kb/text"
)

// What is taken for talk. What names somebody or something of the knowledge is a
// question more often, and one about the record of a statement is seldom clear.
const (
	talkMost    = 0.5 // how likely talk may be a question
	namedMost   = 0.2 // likewise, where it names something
	recordMost  = 0.2 // likewise, of what the record of a statement tells
	clearMost   = 0.1 // how likely few words may be a question that are talk even if a fact is asked in them
	noDoubtMost = 0.005
	surelyAsked = 0.9 // the confidence in a fact from which talk is a question all the same
	talkWords   = 12  // more words than that tell something
	fewWords    = 3   // as few as that may be anything
	talkRunes   = 40  // likewise, in a script without spaces
)

// talk answers what people say to a bot besides asking what a statement says, and
// reports whether it did. About is the statement that was talked of, empty if none was.
func (x *inquiry) talk(about string) bool {
	guess, ok := x.talkKind()
	if !ok || x.hasNewTopic() {
		return false
	}
	record := talk.IsRecord(guess.Kind)
	if !x.isClearly(guess) {
		known := x.isKnown()
		least := surelyAsked
		if record || known || kb.Kind(guess.Kind) == kb.KindList {
			least = Least
		}
		w := x.fit(x.words)
		if w.confidence() >= least || known && kb.Kind(guess.Kind) == kb.KindChatter {
			return false
		}
	}
	if id := x.askedAbout(); id != "" {
		about = id
	}
	switch {
	case !record:
		x.answer = talk.Reply(x.view, kb.Kind(guess.Kind), about, talk.In(x.question))
	case about != "":
		x.answer = talk.Record(x.view, about, guess.Kind, x.question)
	default:
		x.answer = talk.Reply(x.view, kb.KindOverview, "", talk.In(x.question))
	}
	x.answer.Question = x.question.Text
	return true
}

// isClearly reports whether a few words are talk even if a fact is asked in them: the
// knowledge has none of them as they are typed, or they thank or greet beyond doubt.
func (x *inquiry) isClearly(g talk.Guess) bool {
	switch {
	case len(x.words) > fewWords || talk.IsRecord(g.Kind):
		return false
	case kb.Kind(g.Kind) == kb.KindThanks || kb.Kind(g.Kind) == kb.KindHelp:
		return g.None < clearMost && (g.None < noDoubtMost || !x.isKnown())
	}
	return g.None < clearMost && !x.isKnown()
}

// isKnown reports whether the facts have one of a few words as it is typed: "Suez" is a
// question there, whatever it sounds like.
func (x *inquiry) isKnown() bool {
	return len(x.words) <= fewWords && slices.ContainsFunc(x.view.Words(x.question.Text), func(w text.Word) bool {
		return (!w.Common || w.Script == text.Unspaced) && (lexicon.IsName(w) || x.view.Facts.HasWord(w))
	})
}

// talkKind is what the question is, if it asks nothing of what a statement says: as a
// whole, and in none of its parts.
func (x *inquiry) talkKind() (g talk.Guess, ok bool) {
	if unspaced(x.words) && len(x.words) > talkRunes || !unspaced(x.words) && len(x.words) > talkWords {
		return g, false
	}
	g = talk.Usual().Kind(Wide(*x.sense(calm(x.question.Text))))
	if g.None > x.mayAsk(x.words, g.Kind) || x.isStrangeTalk() {
		return g, false
	}
	parts := x.clauses()
	if len(parts) < 2 {
		return g, true
	}
	for _, words := range parts {
		part := talk.Usual().Kind(Wide(*x.meaning(words)))
		if part.None > x.mayAsk(words, part.Kind) && hasContent(words) {
			return g, false
		}
	}
	return g, true
}

// isStrangeTalk reports whether a few words have none that people use when they ask
// nothing: a name that is nowhere held, or no word at all. The probe reads only what words
// mean, and these mean nothing to it.
func (x *inquiry) isStrangeTalk() bool {
	return len(x.words) <= fewWords && !unspaced(x.words) && !slices.ContainsFunc(x.words, func(w text.Word) bool {
		return w.Common || w.Chat || talk.Usual().Knows(w.Text)
	})
}

// mayBeTalk reports whether a few words may well ask nothing, so that nothing is denied
// to them.
func (x *inquiry) mayBeTalk() bool {
	return len(x.words) <= fewWords && talk.Usual().Kind(Wide(*x.sense(calm(x.question.Text)))).None < surelyAsked
}

// mayAsk is how likely words may be a question that are taken for talk of a kind.
func (x *inquiry) mayAsk(words []text.Word, kind string) float64 {
	overview := kind == string(kb.KindOverview)
	switch {
	case !overview && slices.ContainsFunc(words, lexicon.IsName), overview && x.ofSomething(words):
		return namedMost
	case talk.IsRecord(kind):
		return recordMost
	}
	return talkMost
}

// ofSomething reports whether words ask what is said about something, which is no
// statement: about health, not about the declaration, nor about what.
func (x *inquiry) ofSomething(words []text.Word) bool {
	for i, w := range words {
		if !aboutWords[w.Text] {
			continue
		}
		rest := words[i+1:]
		for len(rest) > 0 && lexicon.Determiners[rest[0].Text] {
			rest = rest[1:]
		}
		if len(rest) > 0 && !rest[0].Common && !documents[rest[0].Text] && len(titled(x.view, rest[0])) == 0 && !lexicon.IsName(rest[0]) {
			return true
		}
	}
	return false
}

// clauses are the words between marks.
func (x *inquiry) clauses() (all [][]text.Word) {
	start := 0
	for i := range x.words {
		if i+1 == len(x.words) || strings.ContainsFunc(x.between(i), func(r rune) bool { return endsSentence(r) || strings.ContainsRune(",،，、:：—", r) }) {
			all = append(all, x.words[start:i+1])
			start = i + 1
		}
	}
	return all
}

func unspaced(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool { return w.Script == text.Unspaced })
}

// wordless answers what has no word in it but a picture: a smile, a thumb.
func (x *inquiry) wordless() bool {
	if !strings.ContainsFunc(x.question.Text, func(r rune) bool { return unicode.Is(unicode.So, r) && r != unicode.ReplacementChar }) {
		return false
	}
	x.answer = talk.Reply(x.view, kb.KindChatter, "", talk.In(x.question))
	x.answer.Question = x.question.Text
	return true
}

// wantsLanguage notes a language that is asked for before anything else is.
func (x *inquiry) wantsLanguage() bool {
	guess := talk.Usual().Detail(Wide(*x.sense(calm(x.question.Text))))
	if kb.Detail(guess.Kind) != kb.DetailTranslate || guess.None > recordMost {
		return false
	}
	if w := x.fit(x.words); w.confidence() >= Least {
		return false
	}
	return x.language()
}

// calm is a text without the marks around it, and with one letter for three and more of
// it in a row: "hellooo!!".
func calm(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && runes[end] == runes[i] {
			end++
		}
		n := end - i
		if n > 2 && unicode.IsLetter(runes[i]) && !unicode.Is(unicode.Han, runes[i]) {
			n = 1
		}
		b.WriteString(string(runes[i : i+n]))
		i = end
	}
	return strings.Trim(b.String(), " \n.!?¿¡؟。！？…")
}
